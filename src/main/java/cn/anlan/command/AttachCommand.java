package cn.anlan.command;

import cn.anlan.app.Wiring;
import cn.anlan.command.part.StoreCommand;
import cn.anlan.entry.Refused;
import cn.anlan.mediation.Dispute;
import cn.anlan.mediation.dossier.Attachment;
import cn.anlan.store.EntryJson;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code anlan attach} (添加扫描件): takes a JPEG, PNG or PDF into the dossier of a dispute. */
@Command(name = "attach")
final class AttachCommand extends StoreCommand {
    @Parameters(index = "0", paramLabel = "REGISTER")
    private String register = "";

    @Parameters(index = "1", paramLabel = "ID")
    private String id = "";

    @Parameters(index = "2", paramLabel = "FILE")
    private Path file = Path.of("");

    @Option(names = "--kind", paramLabel = "K", required = true)
    private String kind = "";

    @Option(names = "--smaller")
    private boolean smaller;

    @Override
    protected int run(Wiring wiring) {
        if (!register.equals(wiring.registers().of(Dispute.class).name())) {
            throw Refused.of("command.refused.not_attached", register);
        }
        String word = wiring.codes().read("document_kind", kind).orElseThrow(() -> Refused.field("kind", "command.refused.no_kind", kind));
        Attachment attachment = wiring.dossiers().attach(id, word, wiring.intake().look(file.toAbsolutePath(), smaller));
        out().println(EntryJson.write(wiring.registers().of(Attachment.class).shape(), attachment));
        return DONE;
    }
}
