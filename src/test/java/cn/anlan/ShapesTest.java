package cn.anlan;

import cn.anlan.entry.Entry;
import cn.anlan.entry.Field;
import cn.anlan.entry.Shape;
import cn.anlan.entry.Text;
import cn.anlan.entry.Type;
import cn.anlan.entry.mark.Entity;
import cn.anlan.store.Register;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.validation.Constraint;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Every Entry type of the house against the table, the texts, the code lists and the wiring it needs. */
class ShapesTest {
    private static final TestHouse HOUSE = TestHouse.opened();

    @BeforeAll
    static void thereAreRegisters() {
        assertThat(shapes()).hasSizeGreaterThan(20);
    }

    @AfterAll
    static void close() {
        HOUSE.close();
    }

    static Stream<Shape<?>> shapes() {
        return HOUSE.wiring().registers().all().stream().map(Register::shape);
    }

    /** Those with a table, and the sheets, which have none. */
    static Stream<Shape<?>> shapesAndSheets() {
        return Stream.concat(shapes(), HOUSE.wiring().registers().sheets().stream().map(Register::shape));
    }

    @Test
    void everyEntityIsWired() {
        Set<String> entities = new ClassFileImporter(List.of(new ImportOption.DoNotIncludeTests())).importPackages("cn.anlan").stream()
                .filter(type -> type.isAnnotatedWith(Entity.class)).filter(type -> type.getAnnotationOfType(Entity.class).stored())
                .map(type -> type.getAnnotationOfType(Entity.class).value()).collect(Collectors.toSet());
        assertThat(shapes().map(Shape::name)).containsExactlyInAnyOrderElementsOf(entities);
    }

    private record Column(String name, String type, boolean required) {}

    private static List<Column> columns(String table) throws SQLException {
        List<Column> columns = new ArrayList<>();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + HOUSE.wiring().database().path());
                var statement = connection.createStatement(); ResultSet rows = statement.executeQuery("PRAGMA table_info(" + table + ")")) {
            while (rows.next()) {
                columns.add(new Column(rows.getString("name"), rows.getString("type"), rows.getBoolean("notnull")));
            }
        }
        return columns;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shapes")
    void theTableHoldsTheFields(Shape<?> shape) throws SQLException {
        List<Column> wanted = new ArrayList<>();
        for (Field field : shape.fields()) {
            boolean number = Set.of(Type.INTEGER, Type.MONEY, Type.FLAG).contains(field.type());
            boolean required = field.index() < 2 || field.type() == Type.FLAG || field.component().getType().isPrimitive()
                    || field.isRequired();
            wanted.add(new Column(field.name(), number ? "INTEGER" : "TEXT", required));
        }
        wanted.add(new Column("change_no", "INTEGER", true));
        assertThat(columns(shape.name())).containsExactlyElementsOf(wanted);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shapesAndSheets")
    void everyFieldSectionAndRegisterHasALabel(Shape<?> shape) {
        assertThat(shape.label()).doesNotContain("⟦");
        for (Field field : shape.fields()) {
            assertThat(shape.label(field)).as(field.name()).doesNotContain("⟦").isNotBlank();
            assertThat(field.isOwn() ? "" : shape.sectionLabel(field.section())).as("section %s of %s", field.section(), field.name())
                    .doesNotContain("⟦");
            assertThat(field.isOwn() || !field.section().isEmpty()).as("%s stands in a section", field.name()).isTrue();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shapesAndSheets")
    void whatFieldsReferToExists(Shape<?> shape) {
        for (Field field : shape.fields()) {
            field.codeList().ifPresent(list -> assertThat(HOUSE.wiring().codes().choices(list, TestHouse.TODAY)).as(list).isNotEmpty());
            field.linked().ifPresent(register -> assertThat(HOUSE.wiring().registers().named(register).name()).isEqualTo(register));
            field.placeLevels().forEach(level -> assertThat(HOUSE.wiring().codes().find("place_level", level)).as(level).isPresent());
            field.when().ifPresent(when -> {
                Field other = shape.field(when.field());
                for (String value : when.is()) {
                    assertThat(other.type() == Type.FLAG ? List.of("0", "1").contains(value) : knownValue(other, value)).as("%s when %s=%s", field.name(),
                            other.name(), value).isEqualTo(true);
                }
            });
        }
    }

    private static boolean knownValue(Field field, String value) {
        return HOUSE.wiring().codes().allows(field.codeList().orElseThrow(), value, TestHouse.TODAY);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shapes")
    void titleAndDayAreFields(Shape<?> shape) {
        Entity entity = shape.type().getAnnotation(Entity.class);
        assertThat(entity.title()).isNotEmpty().allSatisfy(name -> assertThat(shape.find(name)).as(name).isPresent());
        if (!entity.day().isEmpty()) {
            assertThat(shape.day()).map(Field::type).hasValueSatisfying(type -> assertThat(type).isIn(Type.DATE, Type.TIME));
        }
        assertThat(shape.fields().stream().filter(Field::linksToOwner)).as("owners").hasSizeLessThan(2);
        assertThat(shape.fields().stream().filter(Field::isListed)).as("what the list shows at first").isNotEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shapesAndSheets")
    void whatANewEntryStartsWithCanBeRead(Shape<?> shape) {
        for (Field field : shape.fields()) {
            String initially = field.initially();
            if (initially != null && !Set.of("today", "now", "home").contains(initially)) {
                Object value = HOUSE.wiring().registers().read(shape, field, initially);
                String written = field.type() == Type.FLAG ? String.valueOf(field.type().toColumn(value)) : field.type().write(value);
                assertThat(written).as(field.name()).isEqualTo(initially);
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shapes")
    <E extends Entry> void anEntryComesApartAndTogetherAgain(Shape<E> shape) {
        E empty = shape.create("01ARZ3NDEKTSV4RRFFQ69G5FAV", Samples.map());
        assertThat(shape.build(shape.values(empty))).isEqualTo(empty);
        assertThat(shape.fields()).allSatisfy(field -> assertThat(shape.get(empty, field)).as(field.name()).isEqualTo(
                shape.values(empty)[field.index()]));
    }

    /** A sentence of the office for every constraint an Entry type may carry. */
    @Test
    void everyConstraintHasItsSentence() {
        assertThat(shapesAndSheets().flatMap(shape -> shape.fields().stream())
                .flatMap(field -> Stream.of(field.component().getAccessor().getAnnotations()))
                .filter(mark -> mark.annotationType().isAnnotationPresent(Constraint.class))
                .map(mark -> mark.annotationType().getSimpleName()).distinct())
                .hasSizeGreaterThan(8).allSatisfy(name -> assertThat(Text.find("reference.refused." + name)).as(name).isPresent());
    }
}
