package cn.anlan.mediation.screen.dossier;

import cn.anlan.entry.Text;
import cn.anlan.kit.Dialogs;
import cn.anlan.mediation.desk.MediationDesk;
import cn.anlan.mediation.dossier.Attachment;
import cn.anlan.mediation.dossier.Dossiers;
import cn.anlan.mediation.dossier.Incoming;
import cn.anlan.mediation.dossier.Intake;
import cn.anlan.paper.form.Documents;
import cn.anlan.paper.form.Dossier;
import cn.anlan.paper.form.Form;
import cn.anlan.paper.scan.ScanReader;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;

/** What the dossier's screens work with (卷宗用具). Nothing here is for the painting thread. */
public record Scans(Dossiers dossiers, Intake intake, ScanReader reader, MediationDesk desk, Printer printer) {
    /** A paper that is none of the usual ones. */
    private static final String OTHER = "other";

    /** What prints single papers, and what binds them. */
    public record Printer(Documents documents, Dossier dossier) {}

    /** Whether the house prints papers of a kind; others are only scanned. */
    static boolean isPrinted(String kind) {
        return Arrays.stream(Form.values()).anyMatch(form -> form.isPrinted() && form.word().equals(kind));
    }

    /** The files a clerk may choose. */
    static Dialogs.Kind files() {
        return new Dialogs.Kind(Text.of("dossier.files"), List.of("*.jpg", "*.jpeg", "*.png", "*.pdf", "*.JPG", "*.JPEG", "*.PNG", "*.PDF"));
    }

    /**
     * Takes files into a dispute's dossier: to this paper, or where their code says, or to the other papers when neither tells. A sentence for
     * each. Throws {@link cn.anlan.entry.Refused} at the first that cannot be taken; those before it are in.
     */
    List<String> take(String disputeId, List<Path> files, @Nullable String kind, boolean smaller) {
        List<String> sentences = new ArrayList<>();
        for (Path file : files) {
            Incoming incoming = intake.look(file, smaller);
            boolean tells = kind == null && !incoming.look().codes().isEmpty();
            sentences.add(tells ? intake.take(incoming).sentence() : attached(dossiers.attach(disputeId, kind == null ? OTHER : kind, incoming)));
        }
        return sentences;
    }

    private String attached(Attachment attachment) {
        return Text.of("dossier.attached", attachment.content().originalName(), dossiers.label(attachment.kind()));
    }

    /** One page of bytes as a picture of this size. */
    Image picture(byte[] bytes, int page, int side) {
        return new Image(new ByteArrayInputStream(reader.picture(bytes, page, side)));
    }
}
