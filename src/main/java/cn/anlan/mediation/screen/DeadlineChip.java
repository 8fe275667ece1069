package cn.anlan.mediation.screen;

import cn.anlan.entry.Due;
import cn.anlan.entry.Text;
import cn.anlan.kit.Office;
import cn.anlan.kit.Style;
import cn.anlan.mediation.Dispute;
import cn.anlan.mediation.deadline.DisputeDues;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** What a dispute has due next (期限提示): red when too late, amber when soon; pointing at it tells everything due, and why. */
final class DeadlineChip {
    private final Office office;
    private final DisputeDues dues;
    private final Label chip = Style.CHIP.on(new Label());
    private final Tooltip reasons = new Tooltip();
    private String shown = "";

    DeadlineChip(Office office, DisputeDues dues) {
        this.office = office;
        this.dues = dues;
        chip.setId("deadline");
        chip.setMinWidth(Region.USE_PREF_SIZE);
        chip.setTooltip(reasons);
        show(List.of());
    }

    Node node() {
        return chip;
    }

    /** Shows what a stored dispute has due; null shows nothing. */
    void show(@Nullable Dispute dispute) {
        shown = dispute == null ? "" : dispute.id();
        if (dispute == null || dispute.voidReason() != null) {
            show(List.of());
        } else {
            office.background().run("kit.busy.loading", () -> dues.of(dispute, LocalDate.now(office.clock())), due -> {
                if (shown.equals(dispute.id())) {
                    show(due);
                }
            });
        }
    }

    private void show(List<Due> due) {
        chip.setVisible(!due.isEmpty());
        chip.setManaged(!due.isEmpty());
        if (!due.isEmpty()) {
            Due next = due.get(0);
            long days = next.daysLeft(LocalDate.now(office.clock()));
            String item = office.codes().label("deadline_item", next.item());
            chip.setText(days < 0 ? Text.of("mediation.chip.late", item, next.due(), -days) : Text.of("mediation.chip.due", item, next.due(), days));
            reasons.setText(due.stream().map(Due::why).collect(Collectors.joining("\n")));
            Style.OVERDUE.set(chip, next.level() == Due.Level.LATE);
            Style.SOON.set(chip, next.level() == Due.Level.SOON);
        }
    }
}
