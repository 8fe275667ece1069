package cn.anlan.mediation.dossier;

import cn.anlan.entry.Refused;
import cn.anlan.entry.Text;
import cn.anlan.mediation.Dispute;
import cn.anlan.paper.form.FormCode;
import cn.anlan.paper.scan.ScanReader;
import cn.anlan.store.Query;
import cn.anlan.store.Register;
import cn.anlan.store.Registers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where scans come in (收件台): one that shows the code of our form goes to its paper by itself, any other waits in the inbox until somebody
 * assigns it. Whatever the outcome, its bytes are on the disk and a row names them before this desk says so.
 */
public final class Intake {
    private static final int MOST_WAITING = 500;

    private final Registers registers;
    private final Dossiers dossiers;
    private final ScanReader reader;

    public Intake(Registers registers, Dossiers dossiers, ScanReader reader) {
        this.registers = registers;
        this.dossiers = dossiers;
        this.reader = reader;
    }

    /**
     * What became of a scan (收件结果).
     *
     * @param attached where it was attached; empty when it waits
     * @param waiting in the inbox; null when it was attached
     * @param sentence the same in words
     */
    public record Outcome(List<Attachment> attached, @Nullable Scan waiting, String sentence) {}

    /**
     * Looks at a file's bytes; {@code smaller} makes a photo smaller after its code was read. Throws {@link Refused} when it is no scan, or is
     * broken: it stays where it is then.
     */
    public Incoming look(String name, byte[] bytes, boolean smaller) {
        var look = reader.look(bytes);
        byte[] kept = smaller ? reader.smaller(bytes) : bytes;
        String mediaType = kept == bytes ? look.mediaType() : "jpg";
        return new Incoming(name, kept, look.as(mediaType), null);
    }

    /** The same of a file; the file itself is left alone. */
    public Incoming look(Path file, boolean smaller) {
        try {
            if (Files.size(file) > ScanReader.MOST_BYTES) {
                throw Refused.of("dossier.refused.file_too_large", file.getFileName(), ScanReader.MOST_BYTES >> 20);
            }
            return look(String.valueOf(file.getFileName()), Files.readAllBytes(file), smaller);
        } catch (IOException unreadable) {
            throw Refused.of("dossier.refused.unreadable", file).because(unreadable);
        }
    }

    /** Takes a scan in: to its papers when it says where it belongs, else into the inbox. */
    public Outcome take(Incoming incoming) {
        Attachment.Content content = dossiers.keep(incoming);
        return registers.together(() -> {
            List<FormCode> codes = incoming.look().codes();
            String doubt = doubt(codes);
            return doubt == null ? attach(codes, content) : wait(content, doubt);
        });
    }

    /** Why a scan cannot find its way by itself, in words; null when it can. */
    private @Nullable String doubt(List<FormCode> codes) {
        Set<String> cases = codes.stream().map(FormCode::dispute).collect(Collectors.toSet());
        if (cases.size() != 1) {
            return Text.of(cases.isEmpty() ? "dossier.scan.no_code" : "dossier.scan.several_cases");
        }
        Optional<Dispute> dispute = registers.of(Dispute.class).find(cases.iterator().next());
        if (dispute.isEmpty() || dispute.get().voidReason() != null) {
            return Text.of("dossier.scan.no_case");
        } else if (Dossiers.isArchived(dispute.get())) {
            return Text.of("dossier.scan.archived_case", dispute.get().registration().title());
        }
        return codes.stream().anyMatch(code -> !dossiers.checklist().kinds().knows(kind(code))) ? Text.of("dossier.scan.no_form") : null;
    }

    /** The code's word is the list's in capitals. */
    private static String kind(FormCode code) {
        return code.form().toLowerCase(Locale.ROOT).replace('-', '_');
    }

    private Outcome attach(List<FormCode> codes, Attachment.Content content) {
        String dispute = codes.get(0).dispute();
        List<String> kinds = codes.stream().map(Intake::kind).distinct().toList();
        List<Attachment> attached = kinds.stream().map(kind -> dossiers.attach(dispute, kind, content, null)).toList();
        String where = registers.title("dispute", dispute);
        return new Outcome(attached, null, Text.of("dossier.scan.attached", where, String.join("、", kinds.stream().map(dossiers::label).toList())));
    }

    private Outcome wait(Attachment.Content content, String doubt) {
        Register<Scan> register = registers.of(Scan.class);
        Scan scan = register.list(Query.all().is("sha256", content.sha256()), 1).stream().findFirst()
                .orElseGet(() -> register.save(new Scan(registers.newId(), 0, null, content, dossiers.now(), doubt, null)));
        return new Outcome(List.of(), scan, doubt);
    }

    /** What waits in the inbox, oldest first. */
    public List<Scan> waiting() {
        return registers.of(Scan.class).list(Query.all().is("attachment_id", null).sortedBy("id", false), MOST_WAITING);
    }

    /** The bytes of a scan that waits. */
    public byte[] content(Scan scan) {
        return dossiers.files().get(scan.content().sha256(), scan.content().mediaType());
    }

    /** Assigns a scan from the inbox to a paper of a dispute; one write. */
    public Attachment assign(String scanId, String disputeId, String kind) {
        return registers.together(() -> {
            Register<Scan> register = registers.of(Scan.class);
            Scan scan = register.get(scanId);
            if (scan.attachmentId() != null) {
                throw Refused.of("dossier.refused.assigned", scan.content().originalName());
            }
            Attachment attachment = dossiers.attach(disputeId, kind, scan.content(), null);
            register.save(scan.withAttachmentId(attachment.id()));
            return attachment;
        });
    }
}
