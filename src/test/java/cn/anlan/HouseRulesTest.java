package cn.anlan;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Set;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/** How the rooms of the house may know each other, and what nobody may do. Generated classes are nobody's work and not looked at. */
@AnalyzeClasses(packages = "cn.anlan", importOptions = {ImportOption.DoNotIncludeTests.class, HouseRulesTest.HandWritten.class})
class HouseRulesTest {
    /** Leaves out jOOQ's tables, RecordBuilder's builders and tests, wherever they were compiled to. */
    static final class HandWritten implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("/test-classes/") && !location.contains("/cn/anlan/store/schema/") && !location.contains("Builder.class") && !location.contains("Builder$");
        }
    }

    @ArchTest
    static final ArchRule ROOMS_FORM_NO_CYCLE = slices().matching("cn.anlan.(*)..").should().beFreeOfCycles()
            .because("a room that is known by the rooms it knows can no longer be read alone");

    @ArchTest
    static final ArchRule PACKAGES_FORM_NO_CYCLE = slices().matching("cn.anlan.(**)").should().beFreeOfCycles()
            .because("what holds for rooms holds for the packages in them");

    @ArchTest
    static final ArchRule REGISTERS_DO_NOT_KNOW_EACH_OTHER = slices()
            .assignedFrom(new Registers()).should().notDependOnEachOther()
            .because("where two registers meet, Wiring passes a function");

    @ArchTest
    static final ArchRule ONLY_SCREENS_TOUCH_JAVAFX = noClasses().that()
            .resideOutsideOfPackages("..screen..", "cn.anlan.kit..", "cn.anlan.app..")
            .and().doNotHaveFullyQualifiedName("cn.anlan.Main")
            .should().dependOnClassesThat(resideInAnyPackage("javafx..", "org.controlsfx..", "atlantafx..", "org.kordamp.ikonli.."))
            .because("facts, desks and papers work without a screen: on the command line, in tests, on the county's server");

    @ArchTest
    static final ArchRule ONLY_THE_STORE_TOUCHES_SQL = noClasses().that()
            .resideOutsideOfPackages("cn.anlan.store..", "cn.anlan.report..").and().haveSimpleNameNotEndingWith("Store")
            .should().dependOnClassesThat(resideInAnyPackage("org.jooq..", "java.sql..", "javax.sql..", "org.sqlite..", "org.flywaydb.."))
            .because("a Register is the only way to change anything");

    @ArchTest
    static final ArchRule ONLY_THE_DOORS_TOUCH_JSON = noClasses().that().resideOutsideOfPackages("cn.anlan.exchange..", "cn.anlan.store..")
            .should().dependOnClassesThat(resideInAnyPackage("tools.jackson..", "com.fasterxml..", "com.networknt.."))
            .because("entries become JSON in one place, the same for journal, command line and bundle");

    @ArchTest
    static final ArchRule ONLY_PAPER_TOUCHES_OFFICE_FILES = noClasses().that().resideOutsideOfPackage("cn.anlan.paper..")
            .should().dependOnClassesThat(resideInAnyPackage("org.apache.poi..", "org.dhatim..", "org.apache.pdfbox..", "com.openhtmltopdf..",
                    "com.lowagie..", "org.openpdf..", "com.google.zxing.."))
            .because("what is printed, and what is read from sheets, is one room's craft");

    @ArchTest
    static final ArchRule FACTS_DO_NOT_KNOW_THEIR_SCREENS = noClasses().that().resideOutsideOfPackages("..screen..", "cn.anlan.app..")
            .should().dependOnClassesThat().resideInAPackage("..screen..")
            .because("a screen shows facts; facts that know their screen cannot be tested without it");

    @ArchTest
    static final ArchRule THE_LOG_IS_OPENED_WHEN_THERE_IS_SOMETHING_TO_SAY = fields().should().notHaveRawType("org.slf4j.Logger")
            .because("a class is met long before it fails, and the log takes as long to open as the window to come");

    @ArchTest
    static final ArchRule NOTHING_BELOW_KNOWS_THE_FRONT_DOOR = noClasses().that().resideOutsideOfPackages("cn.anlan.app..", "cn.anlan.command..")
            .and().doNotHaveFullyQualifiedName("cn.anlan.Main")
            .should().dependOnClassesThat().resideInAPackage("cn.anlan.app..")
            .because("the front door knows everything, so nothing may know it back");

    @ArchTest
    static final ArchRule NOBODY_KNOWS_THE_COMMAND_LINE = noClasses().that().resideOutsideOfPackages("cn.anlan.command..", "cn.anlan")
            .should().dependOnClassesThat().resideInAPackage("cn.anlan.command..")
            .because("the command line is a second front door");

    @ArchTest
    static final ArchRule ENTRIES_KNOW_NOTHING = noClasses().that().resideInAPackage("cn.anlan.entry..")
            .should().dependOnClassesThat(resideInAnyPackage("cn.anlan..").and(not(resideInAPackage("cn.anlan.entry.."))))
            .because("everything stands on the kernel, so the kernel stands on nothing");

    @ArchTest
    static final ArchRule ONLY_MAIN_STANDS_IN_THE_BASE_PACKAGE = classes().that().resideInAPackage("cn.anlan")
            .should().haveSimpleName("Main").orShould().haveSimpleName("package-info").allowEmptyShould(true)
            .because("a base package with classes in it becomes everybody's drawer");

    @ArchTest
    static final ArchRule NOBODY_PRINTS = GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS
            .because("a clerk has no console: tell her on screen, log the rest; commands write to their own writer");

    @ArchTest
    static final ArchRule NOBODY_STARTS_A_BARE_THREAD = noClasses().should().callConstructor(Thread.class)
            .orShould().callConstructor(Thread.class, Runnable.class).orShould().callConstructor(Thread.class, Runnable.class, String.class)
            .orShould().callConstructor(Thread.class, String.class).orShould().beAssignableTo(Thread.class)
            .because("work runs on executors that have a name and an end");

    @ArchTest
    static final ArchRule NO_STATIC_STATE = fields().that().areStatic().and().doNotHaveModifier(JavaModifier.SYNTHETIC).should().beFinal()
            .because("two houses may stand in one process, and a test must not remember the one before");

    @ArchTest
    static final ArchRule NOBODY_USES_THE_OLD_CALENDAR = noClasses().should().dependOnClassesThat(
            nameMatching("java\\.util\\.(Date|Calendar|GregorianCalendar|TimeZone)|java\\.text\\.(Simple)?DateFormat"))
            .because("a civil date has no zone and no time of day");

    @ArchTest
    static final ArchRule NAMES_SAY_WHAT_A_CLASS_IS = noClasses()
            .should().haveSimpleNameEndingWith("Util").orShould().haveSimpleNameEndingWith("Utils").orShould().haveSimpleNameEndingWith("Helper")
            .orShould().haveSimpleNameEndingWith("Manager").orShould().haveSimpleNameEndingWith("Impl").orShould().haveSimpleNameEndingWith("Base")
            .because("such a name says that the author did not know what the class is");

    /** The rooms of registers, each a slice with its screens; everything else is nobody's slice. */
    private static final class Registers implements SliceAssignment {
        private static final Set<String> ROOMS = Set.of("mediation", "village", "roster", "station", "community");

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
            String[] packages = javaClass.getPackageName().split("\\.", -1);
            return packages.length > 2 && ROOMS.contains(packages[2])
                    ? SliceIdentifier.of(packages[2])
                    : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "the registers' rooms";
        }
    }
}
