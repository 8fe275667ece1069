package cn.anlan.mediation.desk;

import cn.anlan.entry.Refused;
import cn.anlan.entry.Text;
import cn.anlan.entry.Violation;
import cn.anlan.mediation.Dispute;
import cn.anlan.mediation.DisputeLink;
import cn.anlan.mediation.DisputeParty;
import cn.anlan.mediation.DisputeStep;
import cn.anlan.mediation.Escalation;
import cn.anlan.mediation.QuickCase;
import cn.anlan.reference.deadline.Deadlines;
import cn.anlan.store.Query;
import cn.anlan.store.Register;
import cn.anlan.store.Registers;
import cn.anlan.store.Series;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The mediation desk (调解工作台): the only one who moves a dispute from stage to stage. Every step is one write of the dispute, what belongs
 * to the step, and a line in its book of steps; a step whose guards do not hold is refused and changes nothing.
 */
public final class MediationDesk {
    private final Registers registers;
    private final Register<Dispute> disputes;
    private final Guards guards;
    private final Stepping stepping;
    private final QuickEntry quick;
    private final Shelf shelf;

    /** The clock's zone is the office's. */
    public MediationDesk(Registers registers, Series series, Supplier<Deadlines> deadlines, Shelf shelf, Clock clock) {
        this.registers = registers;
        this.disputes = registers.of(Dispute.class);
        this.guards = new Guards(registers, deadlines, clock);
        this.stepping = new Stepping(registers, new CaseNumbers(registers, series), deadlines, shelf, clock);
        this.quick = new QuickEntry(registers, this, clock);
        this.shelf = shelf;
    }

    /**
     * Enters a draft of what another counter was told, with its applicant; values by field name. What the statutory form asks and nobody
     * has told yet gets the usual beginning, to be made right on the dispute's page. Answers the dispute's id.
     */
    public String begin(Map<String, ? extends @Nullable Object> told, Map<String, ? extends @Nullable Object> applicant) {
        return registers.together(() -> {
            Map<String, @Nullable Object> values = new HashMap<>(Map.of("stage", "01", "source_code", "2", "type_sf", "99", "scale", "01",
                    "people_count", 2L, "risk_level", "3", "happen_address", registers.places().path(String.valueOf(told.get("area_code")))));
            values.putAll(told);
            Dispute draft = disputes.save(disputes.create(values));
            Map<String, @Nullable Object> party = new HashMap<>(Map.of("dispute_id", draft.id(), "role", "1", "kind", "1"));
            party.putAll(applicant);
            registers.of(DisputeParty.class).save(registers.of(DisputeParty.class).create(party));
            return draft.id();
        });
    }

    /** The steps a dispute may take now; not on the painting thread. */
    public List<Step> open(Dispute dispute) {
        return Arrays.stream(Step.values()).filter(step -> step.isOpenTo(dispute))
                .filter(step -> step != Step.FEEDBACK || guards.waitsForAnswer(dispute)).toList();
    }

    /**
     * Takes a step. {@code facts} holds, as read from JSON, fields of the dispute the step asks for, the child that belongs to it under the
     * child register's name, {@code reason} and {@code note}; {@code accept} also knows {@code series} (2: a case number of the oral series).
     * Throws {@link Refused} with every guard that does not hold; doubts alone are overruled by a reason.
     */
    public Dispute move(String id, Step step, Map<String, ? extends @Nullable Object> facts) {
        return registers.together(() -> {
            Dispute dispute = disputes.get(id);
            registers.requireStep("dispute", step.code(), stepLabel(step));
            if (!open(dispute).contains(step)) {
                throw Refused.of("mediation.refused.not_from_here", stepLabel(step), stageLabel(dispute.registration().stage()),
                        String.join("、", open(dispute).stream().map(this::stepLabel).toList()));
            }
            Move move = Move.of(step, dispute, disputes.shape(), facts);
            Dispute filled = stepping.fill(move);
            List<Violation> wrong = new ArrayList<>(guards.check(move, filled));
            wrong.addAll(shelf.check(step, filled));
            if (!wrong.isEmpty()) {
                throw new Refused(wrong);
            }
            return registers.asDesk(() -> stepping.take(move, filled, guards));
        });
    }

    /** The dispute with what is usual for a step filled in where nothing stands yet: the committee of the place accepts it, today it ends. */
    public Dispute prepared(Dispute dispute, Step step) {
        return stepping.prepare(dispute, step);
    }

    /**
     * Enters, walks through and, when kept on the spot, closes a quarrel settled at the doorstep; one write. {@code links} leads from
     * the ids of other disputes to how they belong here (list {@code link_kind}). A reason overrules doubts.
     */
    public Dispute quick(QuickCase typed, Map<String, String> links, @Nullable String reason) {
        return registers.together(() -> quick.enter(typed, links, reason));
    }

    /** What a side of a quarrel was written as, name and telephone number apart. */
    public static Side readSide(String written) {
        return Side.of(written);
    }

    /** Notes that two disputes belong together; {@code kind} of list {@code link_kind}. The same link is not noted twice. */
    public DisputeLink link(String id, String otherId, String kind) {
        return registers.together(() -> {
            Register<DisputeLink> links = registers.of(DisputeLink.class);
            return links(id).stream().filter(link -> link.disputeId().equals(otherId) || link.otherId().equals(otherId))
                    .filter(link -> link.kind().equals(kind)).findFirst()
                    .orElseGet(() -> links.save(links.create(Map.of("dispute_id", id, "other_id", otherId, "kind", kind))));
        });
    }

    /** The links of a dispute, from whichever side they were noted. */
    public List<DisputeLink> links(String id) {
        List<DisputeLink> all = new ArrayList<>();
        for (String side : List.of("dispute_id", "other_id")) {
            all.addAll(registers.of(DisputeLink.class).list(Query.all().is(side, id), Move.MOST_CHILDREN));
        }
        return all;
    }

    /**
     * How a dispute stands (办理状态): all its page shows beside the entry itself.
     *
     * @param open the steps the person here may take with it now
     * @param closed why nothing about it can be changed, and how that is undone; null while it is open
     * @param courtUntil the last day both sides may ask the court; null when that is not open to them
     */
    public record Standing(List<Step> open, @Nullable String closed, @Nullable LocalDate courtUntil, List<Linked> links) {}

    /** A dispute that belongs together with another (关联的纠纷). */
    public record Linked(String kind, String otherId, String title) {}

    /** How a dispute stands now; not on the painting thread. */
    public Standing standing(Dispute dispute) {
        List<Linked> links = links(dispute.id()).stream().map(link -> {
            String other = link.disputeId().equals(dispute.id()) ? link.otherId() : link.disputeId();
            return new Linked(link.kind(), other, registers.title("dispute", other));
        }).toList();
        List<Step> open = open(dispute).stream().filter(step -> registers.mayStep("dispute", step.code())).toList();
        return new Standing(open, closed(dispute, open), courtUntil(dispute).orElse(null), links);
    }

    private @Nullable String closed(Dispute dispute, List<Step> open) {
        return !Step.REOPEN.isOpenTo(dispute) ? null : Text.of(open.contains(Step.REOPEN) ? "mediation.closed.may_reopen" : "mediation.closed.ask",
                String.valueOf(dispute.outcome().closing().filing().archiveDate()), stepLabel(Step.REOPEN));
    }

    /** Whether the danger in a dispute was ever reported; for the rules of the register, which may ask while it is saved. */
    public static boolean wasReported(Registers registers, String disputeId) {
        return registers.of(Escalation.class).count(Query.all().is("dispute_id", disputeId), 1) > 0;
    }

    /** The last day both sides may ask the court to confirm the agreement in force; empty when there is none or it is not open to them. */
    public Optional<LocalDate> courtUntil(Dispute dispute) {
        boolean open = Step.COURT_APPLY.isOpenTo(dispute);
        return open ? guards.court().inForce(dispute.id()).map(agreement -> agreement.heading().effectiveDate()).flatMap(guards.court()::lastDay)
                : Optional.empty();
    }

    private String stepLabel(Step step) {
        return registers.show(registers.of(DisputeStep.class).shape().field("step"), step.code());
    }

    private String stageLabel(String stage) {
        return registers.show(disputes.shape().field("stage"), stage);
    }
}
