package cn.anlan.mediation.subsidy.screen;

import cn.anlan.entry.Text;
import cn.anlan.kit.Dialogs;
import cn.anlan.kit.Office;
import cn.anlan.kit.register.OnRegister;
import cn.anlan.kit.register.RegisterPage;
import cn.anlan.mediation.SubsidyClaim;
import cn.anlan.mediation.subsidy.ClaimStep;
import cn.anlan.mediation.subsidy.ClaimTable;
import cn.anlan.mediation.subsidy.SubsidyDesk;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** The page of subsidies (以案定补页面): in one tab the cases of a period to choose from, in the other the claims and what becomes of them. */
public final class SubsidyPage implements OnRegister {
    private final Office office;
    private final SubsidyDesk desk;
    private final BiConsumer<ClaimTable, Path> export;
    private final RegisterPage<SubsidyClaim> page;
    private final CandidatePane candidates;
    private final MenuButton steps = new MenuButton(Text.of("mediation.subsidy.steps"));
    private final Button table = new Button(Text.of("mediation.subsidy.export"));
    private final TabPane tabs = new TabPane();
    private final BorderPane root = new BorderPane(tabs);

    /** {@code export} writes the table of a batch into a file, on paper or as a workbook as its name ends; {@code open} shows an entry. */
    public SubsidyPage(Office office, SubsidyDesk desk, BiConsumer<ClaimTable, Path> export, BiConsumer<String, String> open) {
        this.office = office;
        this.desk = desk;
        this.export = export;
        page = new RegisterPage<>(office, office.registers().of(SubsidyClaim.class));
        candidates = new CandidatePane(office, desk, this::claimed, open);
        steps.setId("claim-steps");
        table.setId("claim-table");
        table.setOnAction(pressed -> export());
        List.of(steps, table).forEach(tool -> {
            tool.setMinWidth(Region.USE_PREF_SIZE);
            tool.setMinHeight(Region.USE_PREF_SIZE);
            page.addTool(tool);
        });
        page.onOpened(this::opened);
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.getTabs().setAll(tab("subsidy-choose", candidates.node()), tab("subsidy-claims", page.node()));
        root.setId("page-subsidy");
        opened(null);
    }

    private static Tab tab(String id, Parent content) {
        var tab = new Tab(Text.of("mediation.subsidy.tab." + id), content);
        tab.setId(id);
        return tab;
    }

    private void claimed(List<SubsidyClaim> claims) {
        tabs.getSelectionModel().select(1);
        page.shown();
        page.open(claims.get(0).id());
        page.notice().done(Text.of("mediation.subsidy.claimed", claims.size(), claims.get(0).batch().batchNo()));
    }

    private void opened(@Nullable SubsidyClaim claim) {
        List<ClaimStep> open = claim == null ? List.of() : desk.open(claim);
        steps.getItems().setAll(open.stream().map(this::item).toList());
        steps.setDisable(open.isEmpty());
        table.setDisable(claim == null);
    }

    private MenuItem item(ClaimStep step) {
        var item = new MenuItem(Text.of("mediation.subsidy.step." + step.word()));
        item.setId("claim-" + step.word());
        item.setOnAction(chosen -> take(step));
        return item;
    }

    private void take(ClaimStep step) {
        SubsidyClaim claim = page.entry();
        if (claim == null || !page.mayLeave()) {
            return;
        }
        if (step.needsOpinion()) {
            page.notice().ask(Text.of("mediation.refused.claim_without_opinion"), Text.of("mediation.subsidy.step." + step.word()),
                    opinion -> move(claim, step, opinion));
        } else {
            move(claim, step, null);
        }
    }

    private void move(SubsidyClaim claim, ClaimStep step, @Nullable String opinion) {
        office.background().run("kit.busy.saving", () -> desk.move(claim.id(), step, opinion), moved -> {
            page.reopen();
            opened(moved);
        }, page.notice()::refused);
    }

    /** The whole batch of the claim in front. */
    private void export() {
        SubsidyClaim claim = page.entry();
        if (claim != null) {
            String batch = claim.batch().batchNo();
            office.dialogs().save(Text.of("mediation.subsidy.export"), Text.of("mediation.subsidy.table", batch) + ".xlsx",
                    new Dialogs.Kind(Text.of("mediation.subsidy.export"), List.of("*.xlsx", "*.pdf"))).ifPresent(file ->
                    office.background().run("kit.busy.saving", () -> {
                        export.accept(desk.table(batch), file);
                        return file;
                    }, written -> page.notice().done(Text.of("mediation.subsidy.exported", written)), page.notice()::refused));
        }
    }

    @Override
    public RegisterPage<SubsidyClaim> page() {
        return page;
    }

    @Override
    public Parent node() {
        return root;
    }

    @Override
    public void shown() {
        page.shown();
        candidates.read();
    }

    @Override
    public void open(String id) {
        tabs.getSelectionModel().select(1);
        page.open(id);
    }
}
