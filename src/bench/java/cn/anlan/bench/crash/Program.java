package cn.anlan.bench.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.spi.ToolProvider;

/** Starts writers: the classes packed and archived once, so that a start costs little. */
final class Program {
    private final List<String> java;

    private Program(List<String> java) {
        this.java = java;
    }

    /** Packs the classes into a folder and has one writer run through every job once, to archive what it loads. */
    static Program make(Path folder) throws IOException, InterruptedException {
        List<String> path = new ArrayList<>();
        for (String each : System.getProperty("java.class.path").split(":")) {
            if (Files.isDirectory(Path.of(each))) {
                Path jar = folder.resolve("classes" + path.size() + ".jar");
                ToolProvider.findFirst("jar").orElseThrow().run(System.out, System.err, "cf", jar.toString(), "-C", each, ".");
                path.add(jar.toString());
            } else {
                path.add(each);
            }
        }
        Path archive = folder.resolve("writer.jsa");
        List<String> java = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC", "-Xmx256m", "-Xlog:disable", "--enable-native-access=ALL-UNNAMED", "-Djava.awt.headless=true",
                "-Duser.timezone=Asia/Shanghai", "-Dorg.jooq.no-logo=true", "-Dorg.jooq.no-tips=true", "-DANLAN_LOG=" + folder, "-cp", String.join(":", path)));
        var office = new Office(folder.resolve("archive"));
        office.make();
        var plain = new Program(java);
        List<String> dump = new ArrayList<>(java);
        dump.add(1, "-XX:ArchiveClassesAtExit=" + archive);
        int code = new Program(dump).start(office, Job.BACKUP, 1, 2, Map.of()).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
        if (code != 0 || !Files.exists(archive)) {
            return plain;
        }
        java.add(1, "-XX:SharedArchiveFile=" + archive);
        return plain;
    }

    /** A writer in an office, not yet started. */
    ProcessBuilder start(Office office, Job job, long seed, int times, Map<String, String> environment) {
        List<String> line = new ArrayList<>(java);
        line.addAll(List.of(CrashWriter.class.getName(), office.root().toString(), job.name(), Long.toString(seed), Integer.toString(times)));
        var builder = new ProcessBuilder(line).redirectError(office.said().toFile());
        builder.environment().putAll(environment);
        return builder;
    }
}
