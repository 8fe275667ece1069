package cn.anlan.mediation.screen;

import cn.anlan.kit.Office;
import cn.anlan.kit.Page;
import cn.anlan.kit.register.RegisterPage;
import cn.anlan.mediation.Dispute;
import cn.anlan.mediation.deadline.DisputeDues;
import cn.anlan.mediation.desk.MediationDesk;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;

/** The page of disputes (矛盾纠纷页面): the register's own page, with the steps of the mediation desk above the form. */
public final class DisputePage implements Page {
    private final RegisterPage<Dispute> page;
    private final StepBar steps;
    private final DeadlineChip deadline;

    public DisputePage(Office office, MediationDesk desk, DisputeDues dues) {
        page = new RegisterPage<>(office, office.registers().of(Dispute.class));
        steps = new StepBar(office, desk, this::mayMove, page::reopen);
        deadline = new DeadlineChip(office, dues);
        steps.addChip(deadline.node());
        page.setHeader(steps.node());
        page.onOpened(this::opened);
    }

    private void opened(@Nullable Dispute dispute) {
        steps.show(dispute);
        deadline.show(dispute);
    }

    /** What is typed in the form is stored, or given up, before a step is taken. */
    private boolean mayMove() {
        return page.mayLeave();
    }

    @Override
    public String title() {
        return page.title();
    }

    @Override
    public Parent node() {
        return page.node();
    }

    @Override
    public void shown() {
        page.shown();
    }

    @Override
    public boolean mayLeave() {
        return page.mayLeave();
    }

    @Override
    public void open(String id) {
        page.open(id);
    }

    @Override
    public void fresh() {
        page.fresh();
    }
}
