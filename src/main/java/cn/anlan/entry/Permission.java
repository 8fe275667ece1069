package cn.anlan.entry;

import java.util.Optional;

/** What the person at this PC may do with which register (权限); every Register and every desk asks before it reads or writes. */
public interface Permission {
    /** Of whoever works in a plain store, which holds samples. */
    Permission EVERYTHING = new Permission() {
        @Override
        public boolean may(Act act, String register) {
            return true;
        }

        @Override
        public boolean mayMove(String register, String step) {
            return true;
        }

        @Override
        public Optional<Own> own() {
            return Optional.empty();
        }

        @Override
        public String role() {
            return "";
        }
    };

    /** What can be done. */
    enum Act {
        READ,
        CREATE,
        CHANGE,
        VOID,
        RESTORE,
        /** See a masked value in full. */
        REVEAL,
        PRINT,
        /** Count for the county. */
        REPORT,
        /** Take out of the house as a file. */
        EXPORT
    }

    boolean may(Act act, String register);

    /** Whether a desk takes this step of an entry for her. */
    boolean mayMove(String register, String step);

    /** Whose entries alone she sees, and what hangs on them; empty when she sees all. */
    Optional<Own> own();

    /** What she is called in the office, for a sentence. */
    String role();

    /**
     * The entries that are somebody's own (本人经办): those of a register whose field names her, and those she entered herself.
     *
     * @param value what stands in the field
     * @param person her name in the journal
     */
    record Own(String register, String field, String value, String person) {}
}
