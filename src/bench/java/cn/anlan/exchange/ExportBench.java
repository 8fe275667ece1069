package cn.anlan.exchange;

import cn.anlan.app.Wiring;
import cn.anlan.store.Query;
import cn.anlan.store.Register;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Export (上报): the lines of a register, codes with their labels, against {@code sqlite3 -json} on the same file. {@code ExportBench FOLDER REGISTER} */
public final class ExportBench {
    private static final int ROUNDS = 6;

    private ExportBench() {}

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        String name = args[1];
        Path scratch = Files.createTempFile("export", ".ndjson");
        try (Wiring house = new Wiring(folder, Wiring.officeClock())) {
            var codes = new CodeBook(house.registers());
            for (int round = 0; round < ROUNDS; round++) {
                double ours = lines(house.registers().named(name), codes, scratch);
                double theirs = sqlite(folder.resolve("anlan.db"), name, scratch.resolveSibling("export-peer.json"));
                System.out.printf("%s round %d: %.2f s, sqlite3 -json %.2f s CPU, ratio %.2f (%.0f MB)%n", name, round, ours, theirs, ours / theirs,
                        Files.size(scratch) / 1e6);
            }
        } finally {
            Files.delete(scratch);
        }
    }

    /** CPU seconds of this process. */
    static double lines(Register<?> register, CodeBook codes, Path file) throws IOException {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long before = system.getProcessCpuTime();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            var lines = new RecordLines(register.shape(), codes);
            var cells = new RecordLines.Cells(register.shape().fields().size() + 1);
            register.eachRow(Query.all(), row -> {
                cells.take(row);
                write(lines, out, cells);
                return true;
            });
        }
        return (system.getProcessCpuTime() - before) / 1e9;
    }

    private static void write(RecordLines lines, OutputStream out, RecordLines.Cells cells) {
        try {
            lines.write(out, cells);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** CPU seconds of the peer, user and system, as bash counts them. */
    private static double sqlite(Path store, String table, Path file) throws IOException, InterruptedException {
        String command = "TIMEFORMAT='%U %S'; time sqlite3 -json '" + store + "' 'SELECT * FROM " + table + " WHERE void_reason IS NULL ORDER BY id' > " + file;
        Process peer = new ProcessBuilder("bash", "-c", command).redirectErrorStream(true).start();
        String times = new String(peer.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        peer.waitFor();
        Files.delete(file);
        String[] parts = times.split(" ", -1);
        return Double.parseDouble(parts[0]) + Double.parseDouble(parts[1]);
    }
}
