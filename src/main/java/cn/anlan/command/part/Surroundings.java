package cn.anlan.command.part;

import java.io.InputStream;
import java.util.Map;

/** What a command finds around it (命令行环境): what is typed into it, and the variables set for it. */
public interface Surroundings {
    InputStream in();

    Map<String, String> environment();
}
