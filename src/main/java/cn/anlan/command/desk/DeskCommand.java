package cn.anlan.command.desk;

import cn.anlan.app.Wiring;
import cn.anlan.command.part.StoreCommand;
import cn.anlan.command.part.Unmasking;
import cn.anlan.entry.Refused;
import cn.anlan.mediation.Dispute;
import cn.anlan.store.EntryJson;
import cn.anlan.store.Register;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Mixin;

/** A command of the mediation desk (调解台命令): one JSON object goes in, the dispute as it stands afterwards comes out. */
abstract class DeskCommand extends StoreCommand {
    @Mixin
    private Unmasking unmasking = new Unmasking();

    /** The one object of a file, or of standard input for {@code -}; throws {@link Refused} when it holds none or several. */
    final Map<String, Object> one(String file) throws IOException {
        List<Map<String, Object>> objects = EntryJson.readAll(read(file));
        if (objects.size() != 1) {
            throw Refused.of("command.refused.one_object", objects.size());
        }
        return objects.get(0);
    }

    final int done(Wiring wiring, Dispute dispute) {
        Register<Dispute> disputes = wiring.registers().of(Dispute.class);
        out().println(EntryJson.write(disputes.shape(), unmasking.over(wiring, disputes).apply(dispute)));
        return DONE;
    }
}
