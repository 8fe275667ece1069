package cn.anlan.exchange;

import cn.anlan.app.Wiring;
import cn.anlan.bench.BenchStore;
import cn.anlan.mediation.Dispute;
import cn.anlan.security.Access;
import cn.anlan.security.LockedHouse;
import cn.anlan.security.key.TestKeys;
import cn.anlan.store.Page;
import cn.anlan.store.Query;
import cn.anlan.store.Register;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

/** What locking costs: the same work on a plain store and on the same store locked, in turns; CPU and ratios. {@code LockBench FOLDER DISPUTES} */
public final class LockBench {
    private static final int ROUNDS = 7;
    private static final List<String> TYPED = List.of("王", "柴草", "岔口驿", "zhang", "wangw", "zj", "李志", "青稞地", "5512", "南山");

    private LockBench() {}

    /** A store, open. */
    private static final class Store {
        private final Path folder;
        private final Access access;
        private Wiring house;

        Store(Path folder, Access access) {
            this.folder = folder;
            this.access = access;
            this.house = new Wiring(folder, Wiring.officeClock(), access);
        }

        void open() {
            house.close();
            house = new Wiring(folder, Wiring.officeClock(), access);
            disputes().page(Query.all(), null, 0, 50);
        }

        Register<Dispute> disputes() {
            return house.registers().of(Dispute.class);
        }
    }

    public static void main(String[] args) throws Exception {
        Path plain = Path.of(args[0]).resolve("plain");
        Path locked = Path.of(args[0]).resolve("locked");
        if (!Files.exists(plain.resolve("anlan.db"))) {
            BenchStore.main(new String[] {plain.toString(), args[1]});
        }
        Files.createDirectories(locked);
        if (!Files.exists(locked.resolve("anlan.db"))) {
            Files.copy(plain.resolve("anlan.db"), locked.resolve("anlan.db"));
            LockedHouse.lock(locked, Wiring.officeClock());
        }
        Access access = Access.of(TestKeys.of(locked, Wiring.officeClock()).open(LockedHouse.DIRECTOR, LockedHouse.PASSWORD.toCharArray()));
        List<Store> stores = List.of(new Store(plain, Access.PLAIN), new Store(locked, access));
        Map<String, Consumer<Store>> works = new LinkedHashMap<>();
        works.put("save", store -> save(store, new Random(1)));
        works.put("find", LockBench::find);
        works.put("page", LockBench::page);
        works.put("export", LockBench::export);
        works.put("open", Store::open);
        stores.forEach(store -> store.disputes().prepareSort("register_date"));
        works.forEach((name, work) -> {
            double[][] took = new double[2][ROUNDS];
            for (int round = -1; round < ROUNDS; round++) {
                for (int i = 0; i < 2; i++) {
                    double cpu = cpu(() -> work.accept(stores.get(0)), () -> work.accept(stores.get(1)), i);
                    if (round >= 0) {
                        took[i][round] = cpu;
                    }
                }
            }
            System.out.printf("%-7s plain %8.1f ms, locked %8.1f ms CPU, ratio %.2f (of each round %.2f to %.2f)%n", name, median(took[0]), median(took[1]),
                    median(took[1]) / median(took[0]), ratios(took)[0], ratios(took)[ROUNDS - 1]);
        });
        stores.forEach(store -> store.house.close());
    }

    private static double cpu(Runnable plain, Runnable locked, int which) {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long before = system.getProcessCpuTime();
        (which == 0 ? plain : locked).run();
        return (system.getProcessCpuTime() - before) / 1e6;
    }

    private static double median(double[] samples) {
        double[] sorted = samples.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static double[] ratios(double[][] took) {
        double[] ratios = new double[ROUNDS];
        Arrays.setAll(ratios, round -> took[1][round] / took[0][round]);
        Arrays.sort(ratios);
        return ratios;
    }

    /** A hundred cases with two parties each, committed one by one. */
    private static void save(Store store, Random random) {
        for (int i = 0; i < 100; i++) {
            store.house.registers().together(() -> BenchStore.dispute(store.house, random));
        }
    }

    private static void find(Store store) {
        for (int i = 0; i < 10; i++) {
            TYPED.forEach(typed -> store.house.registers().search().find("dispute", typed, 50));
        }
    }

    /** Fifty rows, a hundred times, from all over the list. */
    private static void page(Store store) {
        Query query = Query.all().sortedBy("register_date", true);
        var random = new Random(2);
        for (int i = 0; i < 50; i++) {
            Page.Cursor there = store.disputes().page(query, null, random.nextInt(20_000), 1).next();
            store.disputes().page(query, there, 0, 50);
        }
    }

    private static void export(Store store) {
        try {
            Path scratch = Files.createTempFile("lines", ".ndjson");
            ExportBench.lines(store.disputes(), new CodeBook(store.house.registers()), scratch);
            Files.delete(scratch);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
