package cn.anlan.app.window;

import cn.anlan.app.Doorkeeper;
import cn.anlan.app.Wiring;
import cn.anlan.app.page.BinPage;
import cn.anlan.app.page.ClaimSheet;
import cn.anlan.app.page.Doors;
import cn.anlan.app.page.HomePage;
import cn.anlan.app.page.JournalPage;
import cn.anlan.app.page.Names;
import cn.anlan.app.page.SettingsPage;
import cn.anlan.app.page.Setup;
import cn.anlan.entry.Entry;
import cn.anlan.entry.Permission.Act;
import cn.anlan.entry.Text;
import cn.anlan.exchange.screen.ExportPage;
import cn.anlan.kit.Memory;
import cn.anlan.kit.Office;
import cn.anlan.kit.Page;
import cn.anlan.kit.register.OnRegister;
import cn.anlan.kit.register.RegisterPage;
import cn.anlan.manual.screen.HelpPage;
import cn.anlan.mediation.desk.SeenBefore;
import cn.anlan.mediation.dossier.Retention;
import cn.anlan.mediation.dossier.Shelves;
import cn.anlan.mediation.screen.DisputePage;
import cn.anlan.mediation.screen.QuickEntryPage;
import cn.anlan.mediation.screen.dossier.ArchivePage;
import cn.anlan.mediation.screen.dossier.DossierTab;
import cn.anlan.mediation.screen.dossier.InboxPage;
import cn.anlan.mediation.screen.dossier.Scans;
import cn.anlan.mediation.screening.screen.ScreeningPage;
import cn.anlan.mediation.subsidy.screen.SubsidyPage;
import cn.anlan.paper.SheetImport;
import cn.anlan.paper.SheetTemplate;
import cn.anlan.paper.form.Form;
import cn.anlan.paper.scan.ScanReader;
import cn.anlan.paper.screen.LedgerPage;
import cn.anlan.paper.screen.PrintMenu;
import cn.anlan.paper.screen.SheetMenu;
import cn.anlan.reference.ReportMonth;
import cn.anlan.report.screen.ReportPage;
import cn.anlan.security.Role;
import cn.anlan.security.screen.AccountsPage;
import cn.anlan.station.screen.VisitPage;
import cn.anlan.store.Register;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/**
 * Every page of the window by name (全部页面), made when first asked for and kept. A register that is nobody's child has a page
 * without being mentioned here; one that deserves better than the generic page is put into {@link #special}.
 */
final class Pages {
    static final String HOME = "home";
    static final String QUICK = "quick_case";
    private static final String SCANS = "scan";
    static final String REPORT = "report";
    static final String LEDGER = "ledger";
    static final String EXPORT = "export";
    static final String ARCHIVE = "archive";
    static final String BIN = "bin";
    static final String JOURNAL = "journal";
    static final String ACCOUNTS = "accounts";
    static final String SETTINGS = "settings";
    static final String HELP = "help";

    /** The room in the navigation of what the office sets up for itself. */
    private static final String TOOLS = "tools";
    /** Milliseconds between two looks into the scanner's folder. */
    private static final long SCANS_EVERY = 3_000;

    /** The register whose numbers go to the county. */
    private static final String CASES = "dispute";

    private final Office office;
    private final Optional<Role> who;
    private final Map<String, Supplier<Page>> special = new LinkedHashMap<>();
    private final SheetMenu.Desk sheets;
    private final Map<String, Page> made = new HashMap<>();

    /** A page as the navigation shows it. */
    record Item(String name, String label) {}

    /** Some pages under one heading, an empty one is none; folded away until they are asked for. */
    record Group(String heading, List<Item> items, boolean folded) {
        Group(String heading, List<Item> items) {
            this(heading, items, false);
        }
    }

    Pages(Wiring wiring, Office office, Doors doors, SettingsPage.Ways ways) {
        this.office = office;
        this.sheets = new SheetMenu.Desk(new SheetImport(wiring.registers(), wiring.initial()),
                new SheetTemplate(wiring.codes(), wiring.places(), office.clock()), () -> office.memory().get(Memory.HOME).orElse(""));
        this.who = wiring.doorkeeper().access().who();
        special.put(HOME, () -> new HomePage(office, doors, wiring::todo, wiring.screenings()::nil, wiring.upkeep()::standing));
        var month = (Supplier<ReportMonth>) () -> new ReportMonth(Setup.read(office.memory()::get).cutDay());
        special.put(EXPORT, () -> new ExportPage(wiring.bundles(), new ExportPage.Desk(office.background(), office.dialogs(), month,
                () -> LocalDate.now(office.clock()), doors::open)));
        var scans = new Scans(wiring.dossiers(), wiring.intake(), new ScanReader(), wiring.mediation(),
                new Scans.Printer(wiring.printing().documents(), wiring.printing().dossier()));
        special.put("dispute", () -> disputes(wiring, scans));
        special.put(SCANS, () -> inbox(wiring, scans));
        special.put(ARCHIVE, () -> archive(wiring, doors));
        wiring.scanWatch().begin(SCANS_EVERY);
        special.put(REPORT, () -> new ReportPage(new ReportPage.Desk(new ReportPage.Statistics(wiring.reports(), wiring.submissions(), wiring.publishing()),
                office.codes(), office.background(), office.dialogs(), month, () -> LocalDate.now(office.clock()), doors::open)));
        special.put(LEDGER, () -> new LedgerPage(office, new LedgerPage.Desk(wiring.printing().ledgers(), month, doors::open)));
        special.put(QUICK, () -> quick(wiring, doors));
        special.put("screening", () -> new ScreeningPage(office, wiring.screenings(), doors::open));
        special.put("subsidy_claim", () -> new SubsidyPage(office, wiring.subsidies(), (table, file) -> ClaimSheet.takeOut(wiring, table, beside(wiring), file), doors::open));
        special.put("service_visit", () -> new VisitPage(office, wiring.visits(), doors::open));
        special.put(BIN, () -> new BinPage(office, doors));
        special.put(JOURNAL, () -> new JournalPage(office, doors));
        special.put(ACCOUNTS, () -> accounts(wiring.doorkeeper()));
        special.put(SETTINGS, () -> new SettingsPage(office, ways));
        special.put(HELP, () -> new HelpPage(office, wiring.printing().press(), doors::back));
    }

    private ClaimSheet.Beside beside(Wiring wiring) {
        Setup setup = Setup.read(office.memory()::get);
        return new ClaimSheet.Beside(setup.orgName(), setup.clerk(), LocalDate.now(office.clock()), wiring.printing().press());
    }

    /** The dossier's tab tells the page when it moved the dispute. */
    private Page disputes(Wiring wiring, Scans scans) {
        var tab = new DossierTab(office, scans);
        var page = new DisputePage(office, wiring.mediation(), wiring.disputeDues(), new SeenBefore(office.registers()), () -> tab);
        tab.onMoved(page::moved);
        PrintMenu menu = printing(wiring, page::cover);
        page.setPrinting(menu.node(), menu::show);
        return page;
    }

    private PrintMenu printing(Wiring wiring, Consumer<@Nullable Node> cover) {
        var printing = wiring.printing();
        return new PrintMenu(office.background(), office.dialogs(), printing.documents(), printing.dossier(), cover);
    }

    /** What was just entered is looked at before it is printed, like every paper. */
    private Page quick(Wiring wiring, Doors doors) {
        var page = new QuickEntryPage(office, wiring.mediation(), new SeenBefore(office.registers()), id -> doors.open(CASES, id));
        PrintMenu menu = printing(wiring, page::cover);
        page.setPrinting(id -> {
            menu.show(id);
            menu.look(Form.ORAL_AGREEMENT);
        });
        return page;
    }

    private Page accounts(Doorkeeper door) {
        return new AccountsPage(office, new AccountsPage.Desk(door.accounts(), door.renewal(), door.sheet(), door::mediators, door::advice));
    }

    private Page archive(Wiring wiring, Doors doors) {
        return new ArchivePage(office, new ArchivePage.Desk(new Shelves(office.registers(), new Retention(office.codes())),
                wiring.printing()::press, () -> wiring.settings().get("org_name").orElse(""), doors::open));
    }

    private Page inbox(Wiring wiring, Scans scans) {
        var page = new InboxPage(office, scans);
        wiring.scanWatch().onNews(page::told);
        return page;
    }

    /** What the navigation offers, from top to bottom. */
    List<Group> groups() {
        Map<String, List<Register<?>>> rooms = new LinkedHashMap<>();
        for (Register<?> register : office.registers().all()) {
            if (register.shape().owner().isEmpty() && office.registers().may(Act.READ, register.name())) {
                String room = register.shape().isTool() ? TOOLS : register.shape().room();
                rooms.computeIfAbsent(room, name -> new ArrayList<>()).add(register);
            }
        }
        List<Item> tools = new ArrayList<>(items(rooms.remove(TOOLS)));
        tools.addAll(offered(BIN, JOURNAL, ACCOUNTS, SETTINGS, HELP));
        List<Group> groups = new ArrayList<>();
        groups.add(new Group("", List.of(item(HOME))));
        List<Item> alone = new ArrayList<>();
        rooms.forEach((room, registers) -> {
            List<Item> items = withDoorstep(items(registers), tools);
            if (registers.size() == 1) {
                alone.addAll(items);
            } else {
                groups.add(new Group(Text.find("app.room." + room).orElse(""), items));
            }
        });
        groups.add(new Group(Text.of("app.room.others"), alone));
        groups.add(new Group("", offered(REPORT, LEDGER, EXPORT, ARCHIVE)));
        groups.add(new Group(Text.of("app.room." + TOOLS), tools, true));
        return groups;
    }

    /** Behind the disputes stand the quick entry and, at the end of their room, the inbox for scans. */
    private List<Item> withDoorstep(List<Item> items, List<Item> tools) {
        int cases = items.stream().map(Item::name).toList().indexOf(CASES);
        if (cases < 0) {
            return items;
        }
        List<Item> more = new ArrayList<>(items);
        if (office.registers().may(Act.CREATE, CASES)) {
            more.add(cases + 1, item(QUICK));
        }
        tools.stream().filter(tool -> tool.name().equals(SCANS)).findFirst().ifPresent(more::add);
        tools.removeIf(tool -> tool.name().equals(SCANS));
        return more;
    }

    /** Books of what happens, which have a day, stand before books of who and where. */
    private static List<Item> items(@Nullable List<Register<?>> registers) {
        return registers == null ? List.of() : registers.stream().sorted(Comparator.comparing(register -> register.shape().day().isEmpty()))
                .map(register -> new Item(register.name(), Names.of(register.shape()))).toList();
    }

    /** Those of the pages that are of use to the person here. */
    private List<Item> offered(String... names) {
        return Arrays.stream(names).filter(name -> switch (name) {
            case REPORT -> office.registers().may(Act.REPORT, CASES);
            case LEDGER -> office.registers().may(Act.PRINT, CASES);
            case EXPORT -> office.registers().may(Act.EXPORT, CASES);
            case ARCHIVE -> office.registers().may(Act.REPORT, CASES);
            case ACCOUNTS -> who.filter(Role::keepsAccounts).isPresent();
            case JOURNAL -> who.filter(role -> role == Role.MEDIATOR).isEmpty();
            default -> true;
        }).map(Pages::item).toList();
    }

    private static Item item(String name) {
        return new Item(name, Text.of("app.page." + name));
    }

    /** The page of this name. Throws {@link cn.anlan.entry.Refused} when there is none. */
    Page of(String name) {
        Page page = made.get(name);
        if (page == null) {
            page = special.getOrDefault(name, () -> generic(office.registers().named(name))).get();
            if (page instanceof OnRegister on) {
                addSheets(on.page());
            }
            made.put(name, page);
        }
        return page;
    }

    private <E extends Entry> void addSheets(RegisterPage<E> page) {
        page.table().addTool(new SheetMenu<>(office, sheets, page).node());
    }

    private <E extends Entry> Page generic(Register<E> register) {
        return new RegisterPage<>(office, register);
    }
}
