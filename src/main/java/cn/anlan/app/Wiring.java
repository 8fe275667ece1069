package cn.anlan.app;

import cn.anlan.community.AnalysisMeeting;
import cn.anlan.community.Topic;
import cn.anlan.community.TopicCompletion;
import cn.anlan.community.TopicRules;
import cn.anlan.entry.Due;
import cn.anlan.entry.Period;
import cn.anlan.entry.Refused;
import cn.anlan.entry.Ulid;
import cn.anlan.exchange.Bundles;
import cn.anlan.mediation.Agreement;
import cn.anlan.mediation.AgreementItem;
import cn.anlan.mediation.CaseSeries;
import cn.anlan.mediation.Committee;
import cn.anlan.mediation.CourtConfirmation;
import cn.anlan.mediation.Dispute;
import cn.anlan.mediation.DisputeActivity;
import cn.anlan.mediation.DisputeLink;
import cn.anlan.mediation.DisputeParty;
import cn.anlan.mediation.DisputeStep;
import cn.anlan.mediation.Escalation;
import cn.anlan.mediation.Mediator;
import cn.anlan.mediation.Phrase;
import cn.anlan.mediation.QuickCase;
import cn.anlan.mediation.Referral;
import cn.anlan.mediation.Revisit;
import cn.anlan.mediation.Screening;
import cn.anlan.mediation.ScreeningFinding;
import cn.anlan.mediation.SubsidyClaim;
import cn.anlan.mediation.SubsidyTier;
import cn.anlan.mediation.deadline.DisputeDues;
import cn.anlan.mediation.desk.AgreementCompletion;
import cn.anlan.mediation.desk.DisputeCompletion;
import cn.anlan.mediation.desk.MediationDesk;
import cn.anlan.mediation.desk.PartyCompletion;
import cn.anlan.mediation.dossier.Attachment;
import cn.anlan.mediation.dossier.AttachmentRules;
import cn.anlan.mediation.dossier.Checklist;
import cn.anlan.mediation.dossier.DisputeDocument;
import cn.anlan.mediation.dossier.DisputeDocumentRules;
import cn.anlan.mediation.dossier.Dossiers;
import cn.anlan.mediation.dossier.Intake;
import cn.anlan.mediation.dossier.Scan;
import cn.anlan.mediation.dossier.ScanFolder;
import cn.anlan.mediation.dossier.ScanWatch;
import cn.anlan.mediation.rule.AgreementItemRules;
import cn.anlan.mediation.rule.AgreementRules;
import cn.anlan.mediation.rule.CommitteeRules;
import cn.anlan.mediation.rule.CourtConfirmationRules;
import cn.anlan.mediation.rule.DisputeActivityRules;
import cn.anlan.mediation.rule.DisputeLinkRules;
import cn.anlan.mediation.rule.DisputePartyRules;
import cn.anlan.mediation.rule.DisputeRules;
import cn.anlan.mediation.rule.MediatorRules;
import cn.anlan.mediation.rule.ReferralRules;
import cn.anlan.mediation.rule.RevisitRules;
import cn.anlan.mediation.screening.ScreeningDesk;
import cn.anlan.mediation.screening.ScreeningRules;
import cn.anlan.mediation.subsidy.SubsidyDesk;
import cn.anlan.paper.scan.ScanReader;
import cn.anlan.reference.Checks;
import cn.anlan.reference.Code;
import cn.anlan.reference.CodeLists;
import cn.anlan.reference.DeadlineRule;
import cn.anlan.reference.IdentityCompletion;
import cn.anlan.reference.Initial;
import cn.anlan.reference.Place;
import cn.anlan.reference.Places;
import cn.anlan.reference.WorkCalendar;
import cn.anlan.reference.WorkDay;
import cn.anlan.reference.deadline.Deadlines;
import cn.anlan.reference.deadline.RuleChecks;
import cn.anlan.report.Publishing;
import cn.anlan.report.ReportAdjust;
import cn.anlan.report.ReportSubmission;
import cn.anlan.report.ReportSubmissionLine;
import cn.anlan.report.Reports;
import cn.anlan.report.Submissions;
import cn.anlan.roster.Literate;
import cn.anlan.roster.LiterateActivity;
import cn.anlan.roster.LiterateRules;
import cn.anlan.security.Access;
import cn.anlan.security.key.KeyRing;
import cn.anlan.security.key.Keys;
import cn.anlan.station.Adviser;
import cn.anlan.station.AdviserDuty;
import cn.anlan.station.AdviserDutyRules;
import cn.anlan.station.AdviserRules;
import cn.anlan.station.ServicePoint;
import cn.anlan.station.ServiceVisit;
import cn.anlan.station.ServiceVisitRules;
import cn.anlan.station.VisitCompletion;
import cn.anlan.station.VisitDesk;
import cn.anlan.store.Database;
import cn.anlan.store.Inspection;
import cn.anlan.store.Journal;
import cn.anlan.store.Query;
import cn.anlan.store.Registers;
import cn.anlan.store.Series;
import cn.anlan.store.Settings;
import cn.anlan.store.attachment.Attachments;
import cn.anlan.store.backup.Return;
import cn.anlan.store.file.StoreKey;
import cn.anlan.village.Village;
import cn.anlan.village.VillageRules;
import cn.anlan.village.VillageTitle;
import cn.anlan.village.VillageTitleCompletion;
import cn.anlan.village.VillageTitleRules;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Puts the house together for one store (装配): the one class that says {@code new} to registers and desks. Knows no screen. */
public final class Wiring implements AutoCloseable {
    /** More special days and rules than any office keeps. */
    private static final int MOST_RULES = 10_000;

    private final Database database;
    private final Settings settings;
    private final Journal journal;
    private final CodeLists codes = new CodeLists();
    private final Places places = new Places();
    private final Registers registers;
    private final Initial initial;
    private final Series series;
    private final Attachments attachments;
    private final Dossiers dossiers;
    private final Intake intake;
    private final ScanWatch scanWatch;
    private final MediationDesk mediation;
    private final DisputeDues disputeDues;
    private final ScreeningDesk screenings;
    private final SubsidyDesk subsidies;
    private final Bundles bundles;
    private final VisitDesk visits;
    private final Reports reports;
    private final Printing printing;
    private final Submissions submissions;
    private final Publishing publishing;
    private final Doorkeeper doorkeeper;
    private final Backups backups;
    private final Upkeep upkeep;

    /** Opens a plain store in a folder, making it when there is none; throws {@link Refused} when that cannot be. */
    public Wiring(Path folder, Clock clock) {
        this(folder, clock, new Ulid());
    }

    /** The same with ids from a source of one's own. */
    public Wiring(Path folder, Clock clock, Ulid ids) {
        this(folder, clock, ids, Access.PLAIN);
    }

    /** Opens the store for one who has come in; a plain one is locked with her keys. */
    public Wiring(Path folder, Clock clock, Access access) {
        this(folder, clock, new Ulid(), access);
    }

    /** The same with ids from a source of one's own. */
    public Wiring(Path folder, Clock clock, Ulid ids, Access access) {
        new Return(folder).finish();
        var keys = new Keys(folder, clock);
        if (access.ring().isEmpty() && keys.exist()) {
            throw Refused.of("security.refused.locked");
        }
        database = Database.open(folder, access.ring().map(KeyRing::storeKey).orElse(StoreKey.NONE));
        settings = new Settings(database);
        journal = new Journal(database, clock, () -> access.name().orElseGet(this::clerk));
        series = new Series(database);
        initial = new Initial(() -> settings.get("home").orElse(""), places, clock);
        registers = new Registers(journal, new Checks(codes, places, clock), codes, places, ids);
        attachments = new Attachments(folder, access.sealing(() -> doorkeeper().accounts().access()));
        openRegisters(clock);
        dossiers = new Dossiers(registers, new Checklist(registers, codes), attachments, clock);
        dossiers.lockArchived();
        intake = new Intake(registers, dossiers, new ScanReader());
        scanWatch = new ScanWatch(new ScanFolder(intake, true), () -> settings.get("scan_folder").orElse(""));
        mediation = new MediationDesk(registers, series, this::deadlines, dossiers.checklist(), clock);
        disputeDues = new DisputeDues(registers, this::deadlines);
        subsidies = new SubsidyDesk(registers, this::missingPapers, clock);
        screenings = new ScreeningDesk(registers, this::deadlines, mediation::begin, journal::person, clock);
        bundles = new Bundles(new Bundles.Office(database, settings, registers, journal, new Enclosures(registers, attachments)::all, clock));
        visits = new VisitDesk(registers, mediation::begin);
        reports = new Reports(new Reports.Books(database, registers, journal, codes, () -> settings.get("home").orElse("")));
        printing = Printing.of(folder, this, clock);
        submissions = new Submissions(reports, clock);
        publishing = new Publishing(reports, printing.press(), settings::get, clock);
        new Seed(registers).plant();
        registers.reload();
        doorkeeper = new Doorkeeper(this, keys, access, clock);
        backups = new Backups(this, folder, clock);
        upkeep = new Upkeep(this, clock);
    }

    private String clerk() {
        return settings.get("clerk").orElse(System.getProperty("user.name", ""));
    }

    private void openRegisters(Clock clock) {
        registers.open(Code.class);
        registers.open(Place.class);
        registers.open(WorkDay.class);
        registers.open(DeadlineRule.class, new RuleChecks());

        registers.open(Committee.class, new CommitteeRules(code -> places.find(code).map(Place::name)));
        registers.open(Mediator.class, new IdentityCompletion<>(Mediator.class), new MediatorRules());
        registers.open(Dispute.class, new DisputeCompletion(series, codes, this::deadlines),
                new DisputeRules(id -> MediationDesk.wasReported(registers, id)));
        registers.open(DisputeParty.class, new PartyCompletion(clock), new DisputePartyRules());
        registers.open(DisputeStep.class);
        registers.open(DisputeActivity.class, new DisputeActivityRules());
        registers.open(Agreement.class, new AgreementCompletion(), new AgreementRules());
        registers.open(AgreementItem.class, new AgreementItemRules());
        registers.open(Revisit.class, new RevisitRules());
        registers.open(CourtConfirmation.class, new CourtConfirmationRules());
        registers.open(Referral.class, new ReferralRules());
        registers.open(Escalation.class);
        registers.open(DisputeLink.class, new DisputeLinkRules());
        registers.open(CaseSeries.class);
        registers.open(Phrase.class);
        registers.openSheet(QuickCase.class);
        registers.open(DisputeDocument.class, new DisputeDocumentRules(registers));
        registers.open(Attachment.class, new AttachmentRules(attachments));
        registers.open(Scan.class);

        registers.open(Screening.class, new ScreeningRules(nil -> ScreeningDesk.reported(registers, deadlines(), nil)));
        registers.open(ScreeningFinding.class);
        registers.open(SubsidyTier.class);
        registers.open(SubsidyClaim.class);

        registers.open(Village.class, new VillageRules());
        registers.open(VillageTitle.class, new VillageTitleCompletion(), new VillageTitleRules());

        registers.open(Literate.class, new IdentityCompletion<>(Literate.class), new LiterateRules(clock));
        registers.open(LiterateActivity.class);

        registers.open(ServicePoint.class);
        registers.open(Adviser.class, new AdviserRules());
        registers.open(ServiceVisit.class, new VisitCompletion(series), new ServiceVisitRules());
        registers.open(AdviserDuty.class, new AdviserDutyRules());

        registers.open(AnalysisMeeting.class);
        registers.open(Topic.class, new TopicCompletion(series), new TopicRules());

        registers.open(ReportAdjust.class);
        registers.open(ReportSubmission.class);
        registers.open(ReportSubmissionLine.class);
    }

    /** The clock of an office in China. */
    public static Clock officeClock() {
        return Clock.system(Period.ZONE);
    }

    public Database database() {
        return database;
    }

    public Settings settings() {
        return settings;
    }

    public Journal journal() {
        return journal;
    }

    public Registers registers() {
        return registers;
    }

    public Initial initial() {
        return initial;
    }

    public CodeLists codes() {
        return codes;
    }

    public Places places() {
        return places;
    }

    /** The days offices work, as known now. */
    public WorkCalendar calendar() {
        return new WorkCalendar(registers.of(WorkDay.class).list(Query.all(), MOST_RULES));
    }

    /** The rules on deadlines with the calendar they are counted by, as known now. */
    public Deadlines deadlines() {
        return new Deadlines(calendar(), registers.of(DeadlineRule.class).list(Query.all(), MOST_RULES));
    }

    /** What is to be done on a day in the whole office, or late: home page, case page and command line all ask here. */
    public List<Due> todo(LocalDate today) {
        return Stream.of(disputeDues.on(today), screenings.due(today), upkeep.due(today)).flatMap(List::stream).sorted(Comparator.comparing(Due::due)).toList();
    }

    private List<String> missingPapers(Dispute dispute) {
        return dossiers.checklist().of(dispute).stream().filter(Checklist.Line::isMissing).map(Checklist.Line::label).toList();
    }

    /** Paying mediators by the case. */
    public SubsidyDesk subsidies() {
        return subsidies;
    }

    /** Who has not looked for quarrels yet. */
    public ScreeningDesk screenings() {
        return screenings;
    }

    /** What is due in disputes. */
    public DisputeDues disputeDues() {
        return disputeDues;
    }

    public Dossiers dossiers() {
        return dossiers;
    }

    Attachments attachments() {
        return attachments;
    }

    public Intake intake() {
        return intake;
    }

    /** Looks into the scanner's folder once it is begun, until the house is closed. */
    public ScanWatch scanWatch() {
        return scanWatch;
    }

    /** Looks the whole store over, the files beside it included. */
    public Inspection inspection() {
        return new Inspection(database, journal, registers, dossiers::inspect, doorkeeper::isCurrent);
    }

    /** Knows who came in, and lets others in. */
    public Doorkeeper doorkeeper() {
        return doorkeeper;
    }

    /** Copies of the whole house. */
    public Backups backups() {
        return backups;
    }

    /** What the house itself needs. */
    public Upkeep upkeep() {
        return upkeep;
    }

    Series series() {
        return series;
    }

    public MediationDesk mediation() {
        return mediation;
    }

    public Bundles bundles() {
        return bundles;
    }

    public VisitDesk visits() {
        return visits;
    }

    public Reports reports() {
        return reports;
    }

    public Printing printing() {
        return printing;
    }

    public Submissions submissions() {
        return submissions;
    }

    public Publishing publishing() {
        return publishing;
    }

    @Override
    public void close() {
        scanWatch.close();
        doorkeeper.close();
        database.close();
    }
}
