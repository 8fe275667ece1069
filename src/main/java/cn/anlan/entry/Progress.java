package cn.anlan.entry;

/** How far long work has come, and whether it is still wanted (进度). */
public interface Progress {
    /** {@code done} of {@code total}, 0 while nobody knows how many there are; called now and then from the thread that works. */
    void at(long done, long total);

    boolean isCancelled();

    /** For whoever does not care. */
    static Progress none() {
        return new Progress() {
            @Override
            public void at(long done, long total) {
                // nobody looks
            }

            @Override
            public boolean isCancelled() {
                return false;
            }
        };
    }

    /** The steps of long work, counted; ends it when it is wanted no more (步骤). */
    final class Steps {
        private static final int IN_ALL = 100;
        private static final int MOST_AT_ONCE = 500;

        private final Progress progress;
        private final long total;
        private final String refusal;
        private final long stride;
        private long done;

        /** {@code total} is 0 while nobody knows it; {@code refusal} is the text that says what does not stand after a cancellation. */
        public Steps(Progress progress, long total, String refusal) {
            this.progress = progress;
            this.total = total;
            this.refusal = refusal;
            this.stride = total == 0 ? IN_ALL : Math.clamp(total / IN_ALL, 1, MOST_AT_ONCE);
        }

        /** One more is done; throws {@link Refused} when the work was cancelled. */
        public void next() {
            done++;
            if (done % stride == 0) {
                pause();
            }
        }

        /** Tells how far it is, and throws {@link Refused} when the work was cancelled; the last of these stands before what cannot be taken back. */
        public void pause() {
            progress.at(done, total);
            if (progress.isCancelled()) {
                throw Refused.of(refusal);
            }
        }
    }
}
