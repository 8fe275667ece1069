package cn.anlan.station.screen;

import cn.anlan.entry.Text;
import cn.anlan.kit.Office;
import cn.anlan.kit.register.OnRegister;
import cn.anlan.kit.register.RegisterPage;
import cn.anlan.station.ServiceVisit;
import cn.anlan.station.VisitDesk;
import java.util.function.BiConsumer;
import javafx.scene.control.Button;
import org.jspecify.annotations.Nullable;

/** The page of visits (来访登记页面): the register's own page, with a button that makes a quarrel told at the counter a dispute. */
public final class VisitPage implements OnRegister {
    private final Office office;
    private final VisitDesk desk;
    private final BiConsumer<String, String> open;
    private final RegisterPage<ServiceVisit> page;
    private final Button toDispute = new Button(Text.of("station.to_dispute"));

    /** {@code open} brings the entry of a register to the front. */
    public VisitPage(Office office, VisitDesk desk, BiConsumer<String, String> open) {
        this.office = office;
        this.desk = desk;
        this.open = open;
        page = new RegisterPage<>(office, office.registers().of(ServiceVisit.class));
        toDispute.setId("to-dispute");
        toDispute.setMinWidth(Button.USE_PREF_SIZE);
        toDispute.setOnAction(pressed -> toDispute());
        page.addTool(toDispute);
        page.onOpened(this::opened);
        opened(null);
    }

    private void opened(@Nullable ServiceVisit visit) {
        boolean possible = visit != null && desk.canBecomeDispute(visit);
        toDispute.setVisible(possible);
        toDispute.setManaged(possible);
    }

    private void toDispute() {
        ServiceVisit visit = page.entry();
        if (visit != null && page.mayLeave()) {
            office.background().run("kit.busy.saving", () -> desk.toDispute(visit.id()), stored -> {
                page.reopen();
                open.accept("dispute", String.valueOf(stored.result().disputeId()));
            }, page.notice()::refused);
        }
    }

    @Override
    public RegisterPage<ServiceVisit> page() {
        return page;
    }
}
