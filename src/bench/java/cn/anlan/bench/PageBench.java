package cn.anlan.bench;

import cn.anlan.app.Wiring;
import cn.anlan.entry.Field;
import cn.anlan.mediation.Dispute;
import cn.anlan.store.Page;
import cn.anlan.store.Query;
import cn.anlan.store.Register;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Lists (列表): a page of 50 disputes in the order of any column, first and deep, against OFFSET at the same place. {@code PageBench FOLDER} */
public final class PageBench {
    private static final int ROWS = 50;
    private static final double TARGET = 10;
    private static final int DEEP = Integer.getInteger("deep", 400_000);

    private PageBench() {}

    public static void main(String[] args) {
        try (Wiring house = BenchStore.open(Path.of(args[0]))) {
            Register<Dispute> disputes = house.registers().of(Dispute.class);
            List<Double> keyset = new ArrayList<>();
            List<Double> offset = new ArrayList<>();
            List<Double> made = new ArrayList<>();
            warmUp(disputes);
            for (Field field : disputes.shape().fields()) {
                if (!field.isOwn()) {
                    long before = System.nanoTime();
                    disputes.prepareSort(field.name());
                    made.add((System.nanoTime() - before) / 1e9);
                    for (boolean down : new boolean[] {true, false}) {
                        measure(disputes, Query.all().sortedBy(field.name(), down), keyset, offset);
                    }
                }
            }
            double[] pages = keyset.stream().mapToDouble(Double::doubleValue).toArray();
            double[] skips = offset.stream().mapToDouble(Double::doubleValue).toArray();
            System.out.printf("%d pages by %d columns: p50 %.2f ms  p95 %.2f ms  worst %.2f ms CPU; OFFSET p50 %.1f ms, ratio of p50 %.3f%n", pages.length,
                    made.size(), Cpu.median(pages), Cpu.percentile(pages, 0.95), Cpu.percentile(pages, 1), Cpu.median(skips),
                    Cpu.median(pages) / Cpu.median(skips));
            System.out.printf("index of a column, once: p50 %.2f s, worst %.2f s%n", Cpu.median(made.stream().mapToDouble(d -> d).toArray()),
                    made.stream().mapToDouble(d -> d).max().orElse(0));
        }
    }

    /** The first pages of a process are those of the compiler, not of the store. */
    private static void warmUp(Register<Dispute> disputes) {
        for (int i = 0; i < 200; i++) {
            disputes.page(Query.all(), null, 0, ROWS);
        }
    }

    private static void measure(Register<Dispute> disputes, Query query, List<Double> keyset, List<Double> offset) {
        Page<Dispute> first = disputes.page(query, null, 0, ROWS);
        keyset.add(told(query, "first", cpu(() -> disputes.page(query, null, 0, ROWS))));
        Page.Cursor next = first.next();
        if (next != null) {
            keyset.add(told(query, "second", cpu(() -> disputes.page(query, next, 0, ROWS))));
        }
        offset.add(cpu(() -> disputes.page(query, null, DEEP, 1)));
        Page.Cursor deep = disputes.page(query, null, DEEP, 1).next();
        if (deep != null) {
            keyset.add(told(query, "deep", cpu(() -> disputes.page(query, deep, 0, ROWS))));
        }
    }

    /** Names every page that misses the target. */
    private static double told(Query query, String place, double millis) {
        if (millis > TARGET) {
            System.out.printf("%.1f ms: %s %s, %s page%n", millis, query.sort(), query.descending() ? "down" : "up", place);
        }
        return millis;
    }

    private static double cpu(Runnable work) {
        var threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        work.run();
        return (threads.getCurrentThreadCpuTime() - before) / 1e6;
    }
}
