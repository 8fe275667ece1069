package cn.anlan.command;

import cn.anlan.app.Wiring;
import cn.anlan.app.sample.HardCase;
import cn.anlan.command.part.StoreCommand;
import cn.anlan.entry.Progress;
import cn.anlan.entry.Text;
import cn.anlan.paper.form.CaseFile;
import cn.anlan.paper.form.Document;
import cn.anlan.paper.form.Documents;
import cn.anlan.paper.form.Form;
import cn.anlan.paper.print.Press.Gaps;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code anlan paper} (制作文书): documents of a dispute, its bound dossier, samples of every form, the templates to be edited, or the sheet of a handover. */
@Command(name = "paper")
final class PaperCommand extends StoreCommand {
    private static final String DISPUTE = "dispute";
    private static final String HANDOVER = "handover";

    @Parameters(index = "0", paramLabel = "REGISTER", arity = "0..1")
    private String register = DISPUTE;

    @Parameters(index = "1", paramLabel = "ID", arity = "0..1")
    private @Nullable String id;

    @ArgGroup
    private What what = new What();

    @Option(names = "--out", paramLabel = "DIR")
    private @Nullable Path folder;

    @ArgGroup
    private As as = new As();

    @Option(names = "--gaps")
    private boolean gaps;

    /** Which papers. */
    private static final class What {
        @Option(names = "--form", paramLabel = "FORM")
        private @Nullable String form;

        @Option(names = "--dossier")
        private boolean dossier;

        @Option(names = "--all")
        private boolean all;

        @Option(names = "--samples")
        private boolean samples;

        @Option(names = "--templates")
        private boolean templates;
    }

    /** Written as what. */
    private static final class As {
        @Option(names = "--pdf")
        private boolean pdf;

        @Option(names = "--docx")
        private boolean docx;
    }

    @Override
    protected int run(Wiring wiring) throws IOException {
        if (what.templates) {
            return templates(wiring);
        } else if (folder == null) {
            throw wrongUsage(Text.of("command.wrong.missing", "--out=DIR"));
        } else if (what.samples) {
            HardCase.print(folder).forEach(file -> out().println(file));
            return DONE;
        } else if (register.equals(HANDOVER)) {
            out().println(wiring.upkeep().handover().write(folder));
            return DONE;
        } else if (id == null || !register.equals(DISPUTE)) {
            throw wrongUsage(Text.of("command.wrong.missing", "dispute ID"));
        }
        return print(wiring, id, folder);
    }

    private int print(Wiring wiring, String dispute, Path into) throws IOException {
        Documents documents = wiring.printing().documents();
        CaseFile file = documents.open(dispute);
        Gaps missing = gaps ? Gaps.LEAVE : Gaps.REFUSE;
        if (what.dossier) {
            out().println(wiring.printing().dossier().write(file, into, missing, Progress.none()));
            return DONE;
        }
        List<Document> chosen = what.all ? documents.every(file) : what.form == null ? documents.needed(file) : documents.of(file, Form.of(what.form));
        for (boolean word : as.docx ? new boolean[] {true} : as.pdf ? new boolean[] {false} : new boolean[] {false, true}) {
            documents.write(chosen, into, word, missing).forEach(written -> out().println(written));
            if (word) {
                documents.remarks(chosen).forEach(err()::println);
            }
        }
        return DONE;
    }

    /** Hands the templates out and says what is wrong with those there are. */
    private int templates(Wiring wiring) {
        var templates = wiring.printing().documents().templates();
        out().println(Text.of("command.paper.templates", templates.handOut(), templates.folder()));
        Arrays.stream(Form.values()).flatMap(form -> templates.aged(form).stream()).forEach(out()::println);
        var faults = templates.check();
        faults.forEach((form, wrong) -> wrong.forEach(fault -> err().println(Text.of("command.paper.fault", form.label(), fault))));
        return faults.isEmpty() ? DONE : REFUSED;
    }
}
