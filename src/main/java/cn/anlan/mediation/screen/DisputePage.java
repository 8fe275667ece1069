package cn.anlan.mediation.screen;

import cn.anlan.entry.Text;
import cn.anlan.kit.Office;
import cn.anlan.kit.Style;
import cn.anlan.kit.form.Asking;
import cn.anlan.kit.form.EntryForm;
import cn.anlan.kit.register.Arrangement;
import cn.anlan.kit.register.Arrangement.Sheet;
import cn.anlan.kit.register.FamilyLog;
import cn.anlan.kit.register.OnRegister;
import cn.anlan.kit.register.RegisterPage;
import cn.anlan.mediation.Dispute;
import cn.anlan.mediation.DisputeParty;
import cn.anlan.mediation.DisputeStep;
import cn.anlan.mediation.deadline.DisputeDues;
import cn.anlan.mediation.desk.MediationDesk;
import cn.anlan.mediation.desk.SeenBefore;
import cn.anlan.store.EntryJson;
import cn.anlan.store.Journal.Action;
import cn.anlan.store.Journal.Line;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The case page (纠纷办理页面): the case's head and steps, and in tabs everything that belongs to it. */
public final class DisputePage implements OnRegister, StepBar.Surroundings {
    /** Fields that steps ask for; the form only shows them. */
    private static final Set<String> OF_STEPS = Set.of("consent_applicant", "consent_respondent", "extend_to", "extend_consent", "not_accept_reason",
            "fail_reason", "withdrawn_by", "end_date", "told_other_remedies", "breach_outcome", "refer_target_org", "refer_reason", "refer_date",
            "referred_back", "jc_status", "jc_apply_date", "jc_court", "jc_court_no", "jc_result_date", "difficulty", "resolve_mode", "result_text",
            "close_date", "close_result", "archive_date", "retention_kind", "retention_years", "supervise_level");
    /** What hangs on a dispute and is seen in the tab 文书与卷宗. */
    private static final Set<String> OF_DOCUMENTS = Set.of("attachment", "dispute_document");
    private static final String DOCUMENTS = "tab-documents";
    private static final double LIST_SHARE = 0.36;

    private final Office office;
    private final MediationDesk desk;
    private final @Nullable CaseTab documents;
    private final FamilyLog<Dispute> log;
    private final RegisterPage<Dispute> page;
    private final SeenHint seen;
    private final Phrases phrases;
    private final EntryForm<DisputeParty> party;
    private final CaseHead head;
    private final DeadlineChip deadline;
    private final StepBar steps;
    private Consumer<@Nullable String> printing = id -> { };
    private final VBox top = Style.STEP_BAR.on(new VBox(8));
    private long asked;

    /** {@code dues} tells what is due, {@code before} who came before; {@code documents} makes the tab 文书与卷宗, null while nobody brings one. */
    public DisputePage(Office office, MediationDesk desk, DisputeDues dues, SeenBefore before, @Nullable Supplier<CaseTab> documents) {
        this.office = office;
        this.desk = desk;
        this.documents = documents == null ? null : documents.get();
        deadline = new DeadlineChip(office, dues);
        var disputes = office.registers().of(Dispute.class);
        seen = new SeenHint(office, before, this::link, this::open);
        phrases = new Phrases(office);
        log = new FamilyLog<>(office, disputes, this::ownWords);
        page = new RegisterPage<>(office, disputes, new Arrangement<>(Text.of("mediation.tab.basic"), Asking.everythingBut(OF_STEPS, disputes),
                sheets(), OF_DOCUMENTS, LIST_SHARE));
        head = new CaseHead(office, deadline.node(), page::open);
        steps = new StepBar(office, desk, this);
        top.getChildren().setAll(head.node(), steps.node());
        top.setMinHeight(Region.USE_PREF_SIZE);
        page.setHeader(top);
        page.onOpened(this::opened);
        page.onLeaving(steps.begun()::mayLeave);
        party = page.formOf(DisputeParty.class);
        party.onTyped(this::look);
        phrases.install(page.node());
        page.node().addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        opened(null);
    }

    /** Puts the button 打印 into the bar of the page; {@code told} hears of the dispute shown, null while there is none. */
    public void setPrinting(Node button, Consumer<@Nullable String> told) {
        printing = told;
        page.addTool(button);
    }

    private List<Sheet> sheets() {
        var sheets = new ArrayList<>(List.of(
                Sheet.under(seen.node(), "tab-dispute_party", Text.of("mediation.tab.parties"), "dispute_party"),
                Sheet.of("tab-process", Text.of("mediation.tab.process"), "dispute_activity", "referral", "escalation", "dispute_link", "dispute_step"),
                Sheet.of("tab-agreement", Text.of("mediation.tab.agreement"), "agreement"),
                Sheet.of("tab-revisit", Text.of("mediation.tab.revisit"), "revisit"),
                Sheet.of("tab-court_confirmation", Text.of("mediation.tab.court"), "court_confirmation")));
        if (documents != null) {
            sheets.add(Sheet.holding(documents.node(), DOCUMENTS, Text.of("mediation.tab.documents")));
        }
        sheets.add(Sheet.holding(log.node(), "tab-log", Text.of("mediation.tab.log")));
        return sheets;
    }

    /** A line of the book of steps says what was done, not that a line was written. */
    private Optional<String> ownWords(Line line) {
        var lines = office.registers().of(DisputeStep.class);
        if (!line.subject().register().equals(lines.name()) || line.action() != Action.CREATE) {
            return Optional.empty();
        }
        Map<String, @Nullable Object> step = EntryJson.values(lines.shape(), EntryJson.readAll(line.after()).get(0));
        String from = office.codes().label("dispute_stage", String.valueOf(step.get("from_stage")));
        String to = office.codes().label("dispute_stage", String.valueOf(step.get("to_stage")));
        String name = office.codes().label("dispute_step", String.valueOf(step.get("step")));
        String told = from.equals(to) ? Text.of("mediation.log.beside", name, String.valueOf(step.get("step_date")))
                : Text.of("mediation.log.step", name, String.valueOf(step.get("step_date")), from, to);
        Object reason = step.get("reason");
        return Optional.of(reason == null ? told : told + "\n" + Text.of("kit.history.reason", reason));
    }

    private void opened(@Nullable Dispute dispute) {
        boolean live = dispute != null && dispute.voidReason() == null;
        asked++;
        top.setVisible(live);
        top.setManaged(live);
        log.show(dispute);
        seen.clear();
        deadline.show(dispute);
        if (documents != null) {
            documents.show(dispute);
        }
        printing.accept(dispute == null || !live ? null : dispute.id());
        if (dispute != null && live) {
            head.show(dispute);
            steps.show(dispute);
            showStanding(dispute);
        }
        steps.begun().shown(dispute);
    }

    private void showStanding(Dispute dispute) {
        long ticket = ++asked;
        office.background().run("kit.busy.loading", () -> desk.standing(dispute), standing -> {
            if (ticket == asked) {
                head.show(dispute);
                head.show(standing);
                steps.show(standing);
            }
        });
    }

    private void look() {
        Dispute dispute = page.entry();
        if (dispute != null) {
            var person = new SeenBefore.Person(party.written("role"), party.written("name"), party.written("phone"), party.written("id_number"));
            seen.ask(new SeenBefore.Question(List.of(person), dispute.registration().areaCode(), dispute.facts().typeSf(), dispute.id(),
                    LocalDate.now(office.clock())));
        }
    }

    private void link(SeenBefore.Seen one, String kind) {
        Dispute dispute = page.entry();
        if (dispute != null) {
            office.background().run("kit.busy.saving", () -> desk.link(dispute.id(), one.dispute().id(), kind), link -> {
                page.notice().done(Text.of("mediation.seen.linked", office.codes().label("link_kind", kind), one.dispute().registration().title()));
                showStanding(dispute);
                log.show(dispute);
            }, page.notice()::refused);
        }
    }

    /** Alt and a digit takes a step, F6 and Shift+F6 go from tab to tab. */
    private void key(KeyEvent key) {
        seen.key(key);
        if (key.isAltDown() && key.getCode().isDigitKey()) {
            steps.press(key.getCode().getCode() - KeyCode.DIGIT0.getCode());
            key.consume();
        } else if (key.getCode() == KeyCode.F6) {
            page.nextTab(key.isShiftDown() ? -1 : 1);
            key.consume();
        }
    }

    @Override
    public void shown() {
        phrases.load();
        page.shown();
    }

    @Override
    public RegisterPage<Dispute> page() {
        return page;
    }

    /** What is typed in the form is stored, or given up, before a step is taken. */
    @Override
    public boolean mayMove() {
        return page.mayLeaveForms();
    }

    @Override
    public Map<String, String> unsaved() {
        return steps.begun().unsaved(page.unsaved(), page.form()::unsaved);
    }

    @Override
    public void resume(Map<String, String> forms, String told) {
        steps.begun().resume(forms, told);
        page.resume(forms, told);
    }

    @Override
    public void moved() {
        page.reopen();
    }

    @Override
    public void cover(@Nullable Node form) {
        page.setCover(form);
    }

    @Override
    public boolean jump(String place) {
        boolean paper = documents != null && documents.come(place);
        boolean known = paper || page.hasChild(place) || page.asks(place);
        if (known) {
            page.setCover(null);
        }
        return known && (page.toChild(paper ? DOCUMENTS : place) || page.toField(place));
    }
}
