package cn.anlan.exchange;

import cn.anlan.entry.Period;
import cn.anlan.entry.Permission;
import cn.anlan.entry.Progress;
import cn.anlan.entry.Refused;
import cn.anlan.entry.Text;
import cn.anlan.entry.Type;
import cn.anlan.store.Database;
import cn.anlan.store.Journal;
import cn.anlan.store.Ledger;
import cn.anlan.store.Query;
import cn.anlan.store.Register;
import cn.anlan.store.Registers;
import cn.anlan.store.Settings;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The post room (上报): looks the books over, seals them into one bundle for the county, and keeps the ledger of what went out. */
public final class Bundles {
    private static final LocalTime LAST_MINUTE = LocalTime.of(23, 59);

    private final Office office;

    /**
     * What the post room works with; the clock's zone is Asia/Shanghai.
     *
     * @param files all the files that living entries speak of by their hash
     */
    public record Office(Database database, Settings settings, Registers registers, Journal journal, Supplier<List<Enclosure>> files, Clock clock) {

        /** The registers that are reported: all but what an office sets up for itself (code lists travel as such); owners before their children. */
        List<Register<?>> reported() {
            List<Register<?>> ordered = new ArrayList<>();
            registers.all().forEach(register -> addAfterLinked(register, ordered, new ArrayList<>()));
            return ordered;
        }

        private void addAfterLinked(Register<?> register, List<Register<?>> ordered, List<Register<?>> waiting) {
            if (ordered.contains(register) || waiting.contains(register) || register.shape().isTool()) {
                return;
            }
            waiting.add(register);
            register.shape().fields().stream().flatMap(field -> field.linked().stream())
                    .forEach(linked -> addAfterLinked(registers.named(linked), ordered, waiting));
            ordered.add(register);
        }

        Ledger ledger() {
            return new Ledger(database);
        }
    }

    /** Which files of entries travel along (附件随包): scans hold ID cards, so none do unless somebody wants it. */
    public enum Enclosing {
        NONE,
        /** Those no bundle of this epoch took along yet. */
        NEW,
        /** Every one, e.g. because a stick was lost. */
        ALL
    }

    /**
     * A file that an entry speaks of by its hash (附件).
     *
     * @param register of the entry
     * @param sha256 of its bytes, 64 hex digits
     * @param ending of its name, without the point
     * @param name what a person knows it by
     */
    public record Enclosure(String register, String sha256, String ending, String name, Content content) {}

    /** Where the bytes of an enclosure are (附件内容). */
    public interface Content {
        /** How many, as the entry has it. */
        long bytes();

        boolean isThere();

        /** Throws {@link Refused} when the file is not what the entry speaks of. */
        void write(OutputStream out) throws IOException;
    }

    public Bundles(Office office) {
        this.office = office;
    }

    /** The next bundle begins a new row with a full one: a backup came back, and revisions may have gone backwards (bundle.md, epoch). */
    public void beginNewRow() {
        Sender.renewEpoch(office.settings);
    }

    /** How many records of a register go, and how many of them belong to the period by their own day (0 when they have none). */
    public record Preview(String register, String label, long live, long inPeriod) {}

    /** A sealed bundle in its folder, as the ledger has it, and how many files travel with it. */
    public record Sealed(Path file, Ledger.Line line, int enclosed) {}

    /** Everything to be mended or known before sealing, errors and warnings, no more than a thousand and then a last line that says so. */
    public List<Finding> preflight(Period period, Progress progress) {
        requireExport();
        return new Preflight(office).run(period, progress);
    }

    /** What would go, register by register in the order of the bundle. */
    public List<Preview> preview(Period period) {
        return office.database.snapshot(() -> office.reported().stream().map(register -> preview(register, period)).toList());
    }

    private static Preview preview(Register<?> register, Period period) {
        long live = register.count(Query.all(), Integer.MAX_VALUE);
        long inPeriod = register.shape().day().map(day -> register.count(Query.all()
                .where(day.name(), Query.Op.FROM, moment(day.type(), period.from(), LocalTime.MIN))
                .where(day.name(), Query.Op.TO, moment(day.type(), period.to(), LAST_MINUTE)), Integer.MAX_VALUE)).orElse(0L);
        return new Preview(register.name(), register.shape().label(), live, inPeriod);
    }

    private static Object moment(Type type, LocalDate day, LocalTime time) {
        return type == Type.TIME ? day.atTime(time) : day;
    }

    /** Seals without files, see {@link #seal(Period, Path, Enclosing, Progress)}. */
    public Sealed seal(Period period, Path folder, Progress progress) {
        return seal(period, folder, Enclosing.NONE, progress);
    }

    /**
     * Seals every live record into one file in the folder and notes it in the ledger; what is found by {@link #preflight} is for the
     * caller to heed. Throws {@link Refused} when settings are missing, the folder cannot be written, a file of this number stands there
     * already, a file to be enclosed is missing or damaged, the work is cancelled, or the finished file does not pass {@link Verifier}; then neither file nor ledger line is left.
     */
    public synchronized Sealed seal(Period period, Path folder, Enclosing enclosing, Progress progress) {
        requireExport();
        try {
            Sealed sealed = new Sealer(office, enclosing, progress).seal(period, folder);
            noted(sealed.file(), Text.of("exchange.purpose", period.from(), period.to()), Map.of("bundle", sealed.line().bundleId(), "rows", sealed.line().content().counts()));
            return sealed;
        } catch (IOException | UncheckedIOException unwritable) {
            throw unwritable(folder, unwritable);
        }
    }

    /** What leaves the house is noted: which file, what for, how many of what. */
    private void noted(Path file, String purpose, Map<String, String> particulars) {
        Map<String, String> all = new LinkedHashMap<>(particulars);
        all.put("file", String.valueOf(file.getFileName()));
        office.journal.note(Journal.Action.EXPORT, Journal.Subject.HOUSE, purpose, all);
    }

    /** A bundle holds every register in full, so one who sees a part of them, or none, sends none. */
    private void requireExport() {
        office.reported().forEach(register -> office.registers.require(Permission.Act.EXPORT, register.name()));
    }

    /** The same content as one JSON document beside a sealed bundle, under its name with {@code .json}; the new file. */
    public Path singleJson(Path bundle) {
        requireExport();
        try {
            Path file = SingleJson.write(bundle);
            noted(file, Text.of("exchange.purpose_json"), Map.of());
            return file;
        } catch (IOException unwritable) {
            throw unwritable(bundle, unwritable);
        }
    }

    private static Refused unwritable(Path where, Exception cause) {
        return Refused.of("exchange.refused.unwritable", where).because(cause);
    }

    /** Every bundle ever sealed, latest first. */
    public List<Ledger.Line> ledger() {
        return office.ledger().all();
    }

    /** The township's signing key, made when first asked for. */
    public TownKey key() {
        return TownKey.of(office.database, office.settings);
    }
}
