package cn.anlan.app.page;

import cn.anlan.app.Printing;
import cn.anlan.kit.Office;
import cn.anlan.mediation.Dispute;
import cn.anlan.mediation.screen.CaseTab;
import cn.anlan.paper.screen.PrintMenu;
import java.util.function.Consumer;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** The print menu on the page of a case (案件打印): here mediation and paper meet. */
public final class CasePrinting implements CaseTab {
    private final PrintMenu menu;

    /** {@code cover} lays a node over the case, or takes it away when given null. */
    public CasePrinting(Printing printing, Office office, Consumer<@Nullable Node> cover) {
        menu = new PrintMenu(office.background(), office.dialogs(), printing.documents(), printing.dossier(), cover);
    }

    @Override
    public Node node() {
        return menu.node();
    }

    @Override
    public void show(@Nullable Dispute dispute) {
        menu.show(dispute == null ? null : dispute.id());
    }
}
