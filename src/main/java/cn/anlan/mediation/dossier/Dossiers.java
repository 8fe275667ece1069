package cn.anlan.mediation.dossier;

import cn.anlan.entry.Refused;
import cn.anlan.mediation.Dispute;
import cn.anlan.store.Query;
import cn.anlan.store.Register;
import cn.anlan.store.Registers;
import cn.anlan.store.attachment.Attachments;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The dossier desk (卷宗工作台): the only one who notes how far a paper has come, and who takes scans in and out. */
public final class Dossiers {
    private static final String ARCHIVED = "30";
    private static final String PRINTED = "1";
    private static final String SIGNED = "2";
    private static final int MOST = 1_000;

    private final Registers registers;
    private final Checklist checklist;
    private final Attachments files;
    private final Clock clock;

    /** The clock's zone is the office's. */
    public Dossiers(Registers registers, Checklist checklist, Attachments files, Clock clock) {
        this.registers = registers;
        this.checklist = checklist;
        this.files = files;
        this.clock = clock;
    }

    /** Closes what is on the shelf to every change, whoever makes it and by whatever door. */
    public void lockArchived() {
        registers.lock(Dispute.class, dispute -> isArchived(dispute)
                ? Optional.of(Refused.of("dossier.refused.archived", dispute.registration().title())) : Optional.empty());
    }

    /** On the shelf, and so not to be changed. */
    public static boolean isArchived(Dispute dispute) {
        return dispute.registration().stage().equals(ARCHIVED);
    }

    public Checklist checklist() {
        return checklist;
    }

    /** The files of attachments. */
    public Attachments files() {
        return files;
    }

    /** The attachments of a dispute, oldest first. */
    public List<Attachment> attachments(String disputeId) {
        return registers.of(Attachment.class).list(Query.all().is("dispute_id", disputeId).sortedBy("id", false), MOST);
    }

    /** The bytes of an attachment, as they were taken in. Throws {@link Refused} when the file is gone or damaged. */
    public byte[] content(Attachment attachment) {
        return files.get(attachment.content().sha256(), attachment.content().mediaType());
    }

    /** Notes how far papers of a dispute have come, as of today; {@code reason} is asked for when one does not apply. */
    public void mark(String disputeId, Collection<String> kinds, String state, @Nullable String reason) {
        registers.together(() -> {
            for (String kind : kinds) {
                note(disputeId, kind, values("state", state, "state_date", LocalDate.now(clock), "reason", reason));
            }
            return kinds;
        });
    }

    /** Notes every paper that is needed and was never touched as printed. */
    public void printMissing(String disputeId) {
        Dispute dispute = registers.of(Dispute.class).get(disputeId);
        mark(disputeId, checklist.of(dispute).stream().filter(line -> line.isMissing() && line.state().equals("0")).map(Checklist.Line::kind).toList(),
                PRINTED, null);
    }

    /** Notes the pages a paper takes in the bound volume; null where they are not numbered yet. */
    public DisputeDocument number(String disputeId, String kind, @Nullable Integer from, @Nullable Integer to) {
        return registers.together(() -> note(disputeId, kind, values("page_from", whole(from), "page_to", whole(to))));
    }

    private static @Nullable Long whole(@Nullable Integer number) {
        return number == null ? null : Long.valueOf(number);
    }

    /**
     * Numbers the pages of everything that is there, one after the other in the order of binding: as many as a paper takes already, else as
     * many as its scans have, else one. All pages together.
     */
    public int numberAll(String disputeId) {
        return registers.together(() -> {
            Dispute dispute = registers.of(Dispute.class).get(disputeId);
            Map<String, Integer> scanned = new HashMap<>();
            attachments(disputeId).forEach(attachment -> scanned.merge(attachment.kind(), attachment.content().pages(), Integer::sum));
            int last = 0;
            for (Checklist.Line line : checklist.of(dispute)) {
                boolean there = !line.state().equals("0") && !line.state().equals(DisputeDocumentRules.NOT_APPLICABLE);
                if (there && checklist.kinds().isNumbered(line.kind())) {
                    int pages = line.pages() > 0 ? line.pages() : scanned.getOrDefault(line.kind(), 1);
                    number(disputeId, line.kind(), last + 1, last + pages);
                    last += pages;
                }
            }
            return last;
        });
    }

    private DisputeDocument note(String disputeId, String kind, Map<String, @Nullable Object> values) {
        Register<DisputeDocument> register = registers.of(DisputeDocument.class);
        List<DisputeDocument> known = register.list(Query.all().is("dispute_id", disputeId).is("kind", kind), 1);
        if (!known.isEmpty()) {
            return register.save(register.shape().with(known.get(0), values));
        }
        Map<String, @Nullable Object> fresh = values("dispute_id", disputeId, "kind", kind, "state", "0", "state_date", LocalDate.now(clock));
        fresh.putAll(values);
        return register.save(register.create(fresh));
    }

    /**
     * Takes a scan into a dispute's dossier: its bytes reach the disk first, then one write notes the attachment and that the paper is scanned.
     * A scan of the same bytes already at this paper is not noted twice. Throws {@link Refused}, e.g. when the dossier is on the shelf.
     */
    public Attachment attach(String disputeId, String kind, Incoming incoming) {
        registers.of(Dispute.class).get(disputeId);
        Attachment.Content content = keep(incoming);
        return registers.together(() -> attach(disputeId, kind, content, incoming.note()));
    }

    /** Puts the bytes where they are safe; what a row has to say about them. */
    Attachment.Content keep(Incoming incoming) {
        var look = incoming.look();
        String hash = files.put(incoming.bytes(), look.mediaType());
        String name = incoming.name();
        return new Attachment.Content(name.length() <= 200 ? name : name.substring(name.length() - 200), look.mediaType(), hash,
                incoming.bytes().length, look.pages(), look.takenAt());
    }

    /** The rows of an attachment whose bytes are kept; inside a write. */
    Attachment attach(String disputeId, String kind, Attachment.Content content, @Nullable String note) {
        Register<Attachment> register = registers.of(Attachment.class);
        Optional<Attachment> twin = register.list(Query.all().is("dispute_id", disputeId).is("sha256", content.sha256()), MOST).stream()
                .filter(other -> other.kind().equals(kind)).findFirst();
        Attachment attachment = twin.isPresent() ? twin.get() : register.save(
                new Attachment(registers.newId(), 0, null, disputeId, kind, content, now(), note));
        note(disputeId, kind, values("state", DisputeDocumentRules.SCANNED, "state_date", LocalDate.now(clock), "reason", null));
        return attachment;
    }

    LocalDateTime now() {
        return LocalDateTime.now(clock).truncatedTo(ChronoUnit.MINUTES);
    }

    /** Puts a scan to another paper of the same dossier; the paper it leaves is signed, or printed, but no longer scanned. */
    public Attachment refile(Attachment attachment, String kind) {
        return registers.together(() -> {
            Attachment moved = attach(attachment.disputeId(), kind, attachment.content(), attachment.note());
            if (!moved.id().equals(attachment.id())) {
                detach(attachment, label(kind));
            }
            return moved;
        });
    }

    /** Takes a scan out again (void, with a reason); a paper without a scan left is signed, or printed, but no longer scanned. */
    public void detach(Attachment attachment, String reason) {
        registers.together(() -> {
            registers.of(Attachment.class).annul(attachment.id(), reason);
            boolean more = attachments(attachment.disputeId()).stream().anyMatch(other -> other.kind().equals(attachment.kind()));
            if (!more) {
                String back = checklist.kinds().isThere(attachment.kind(), PRINTED) ? PRINTED : SIGNED;
                note(attachment.disputeId(), attachment.kind(), values("state", back, "state_date", LocalDate.now(clock)));
            }
            return attachment;
        });
    }

    /** Every file a row names, void rows too: hash to ending. */
    public Map<String, String> named() {
        Map<String, String> named = new HashMap<>();
        Query everything = Query.all().lives(Query.Lives.BOTH);
        registers.of(Attachment.class).each(everything, one -> named.put(one.content().sha256(), one.content().mediaType()));
        registers.of(Scan.class).each(everything, one -> named.put(one.content().sha256(), one.content().mediaType()));
        return named;
    }

    /** What is wrong with the files of attachments, a sentence each; old files nobody names are taken away on the way. */
    public List<String> inspect() {
        Map<String, String> named = named();
        List<String> wrong = new ArrayList<>(files.faults(named));
        if (wrong.isEmpty()) {
            files.sweep(named::containsKey, clock.instant());
        }
        return wrong;
    }

    private static Map<String, @Nullable Object> values(@Nullable Object... pairs) {
        Map<String, @Nullable Object> values = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            values.put(String.valueOf(pairs[i]), pairs[i + 1]);
        }
        return values;
    }

    /** What a person calls a kind of paper. */
    public String label(String kind) {
        return checklist.kinds().label(kind);
    }
}
