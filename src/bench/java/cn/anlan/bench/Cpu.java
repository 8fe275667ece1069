package cn.anlan.bench;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.concurrent.Callable;

/** CPU time of this process, the only time that means something on a shared machine. */
final class Cpu {
    private static final com.sun.management.OperatingSystemMXBean SYSTEM =
            (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private Cpu() {}

    /** CPU nanoseconds the work took, user and system, all threads. */
    static long of(Callable<?> work) throws Exception {
        long before = SYSTEM.getProcessCpuTime();
        work.call();
        return SYSTEM.getProcessCpuTime() - before;
    }

    /** The value a share of the samples does not exceed. */
    static double percentile(double[] samples, double share) {
        double[] sorted = samples.clone();
        Arrays.sort(sorted);
        return sorted[Math.min(sorted.length - 1, (int) Math.ceil(share * sorted.length) - 1)];
    }

    static double median(double[] samples) {
        return percentile(samples, 0.5);
    }
}
