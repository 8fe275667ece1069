package cn.anlan.exchange;

import cn.anlan.TestHouse;
import cn.anlan.entry.Entry;
import cn.anlan.entry.Field;
import cn.anlan.entry.Shape;
import cn.anlan.entry.Type;
import cn.anlan.roster.Literate;
import cn.anlan.store.Register;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/** The schema that travels with a bundle accepts every line of it and nothing that is no such line. */
class EntitySchemaTest {
    @TempDir
    private static Path folder;

    private static Township town;
    private static Opened bundle;

    @BeforeAll
    static void seal() throws IOException {
        town = Township.in(folder.resolve("store"));
        bundle = new Opened(town.seal(folder));
    }

    @AfterAll
    static void close() throws IOException {
        bundle.close();
        town.close();
    }

    static Stream<Register<?>> registers() {
        return town.house.registers().all().stream().filter(register -> bundle.paths().contains("data/" + register.name() + ".ndjson"));
    }

    private static Schema schema(JsonNode text) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(text);
    }

    private static List<String> wrong(Schema schema, JsonNode line) {
        List<String> wrong = new ArrayList<>();
        for (Error error : schema.validate(line)) {
            wrong.add(error.getInstanceLocation() + ": " + error.getMessage());
        }
        return wrong;
    }

    @Test
    void mostRegistersTravel() {
        assertThat(registers()).hasSizeGreaterThan(15);
    }

    @ParameterizedTest
    @MethodSource("registers")
    void everyLineFitsTheSchemaThatTravelsWithIt(Register<?> register) throws IOException {
        Schema schema = schema(bundle.json(EntitySchema.path(register.shape())));
        for (JsonNode line : bundle.lines("data/" + register.name() + ".ndjson")) {
            assertThat(wrong(schema, line)).as(line.toString()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("registers")
    <E extends Entry> void theSchemaThatTravelsIsTheOneToldFromTheRegister(Register<E> register) throws IOException {
        assertThat(bundle.json(EntitySchema.path(register.shape()))).isEqualTo(EntitySchema.of(register.shape()));
    }

    @ParameterizedTest
    @MethodSource("registers")
    void everyKeyIsAskedForAndNoOtherIsTaken(Register<?> register) {
        ObjectNode schema = EntitySchema.of(register.shape());
        List<String> required = new ArrayList<>();
        schema.get("required").forEach(key -> required.add(key.stringValue()));
        List<String> expected = new ArrayList<>(List.of("_t", "_id", "_rev", "_op", "_at"));
        for (Field field : register.shape().businessFields()) {
            expected.add(field.name());
            if (field.type() == Type.CODE || field.type() == Type.CODES) {
                expected.add(field.name() + "_label");
            }
        }
        assertThat(required).isEqualTo(expected);
        assertThat(schema.get("additionalProperties").booleanValue()).isFalse();
        assertThat(schema.get("title").stringValue()).isEqualTo(register.shape().label());
    }

    @ParameterizedTest
    @MethodSource("registers")
    void aFieldMayBeNullOnlyWhereItNeedNotBeFilled(Register<?> register) {
        ObjectNode properties = (ObjectNode) EntitySchema.of(register.shape()).get("properties");
        for (Field field : register.shape().businessFields()) {
            JsonNode type = properties.get(field.name()).get("type");
            boolean isNullable = type.isArray();
            boolean mayBeEmpty = !field.isRequired() && !field.component().getType().isPrimitive() && field.type() != Type.CODES;
            assertThat(isNullable).as(register.name() + "." + field.name()).isEqualTo(mayBeEmpty);
        }
    }

    private static ObjectNode line() {
        Shape<Literate> shape = Shape.of(Literate.class);
        ObjectNode line = Json.object().put("_t", "literate").put("_id", "01ARZ3NDEKTSV4RRFFQ69G5FAV").put("_rev", 1).put("_op", "put")
                .put("_at", "2026-07-01T09:30:00.000+08:00");
        for (Field field : shape.businessFields()) {
            boolean required = field.isRequired();
            switch (field.type()) {
                case FLAG -> line.put(field.name(), false);
                case CODES -> line.putArray(field.name()).add("01");
                case DATE -> line.put(field.name(), required ? "1980-01-01" : null);
                case INTEGER -> line.putNull(field.name());
                case PLACE -> line.put(field.name(), TestHouse.VILLAGE);
                default -> line.put(field.name(), required ? "x" : null);
            }
            if (field.type() == Type.CODE) {
                line.put(field.name() + "_label", required ? "y" : null);
            } else if (field.type() == Type.CODES) {
                line.putArray(field.name() + "_label").add("村干部");
            }
        }
        return line;
    }

    private static List<String> wrongLiterate(ObjectNode line) {
        return wrong(schema(EntitySchema.of(Shape.of(Literate.class))), line);
    }

    @Test
    void aLineMadeByHandIsRight() {
        assertThat(wrongLiterate(line())).isEmpty();
    }

    @Test
    void aKeyTooManyOrTooFewIsWrong() {
        assertThat(wrongLiterate(line().put("shoe_size", 42))).isNotEmpty();
        ObjectNode less = line();
        less.remove("remark");
        assertThat(wrongLiterate(less)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(nullValues = "null", value = {"_t, topic", "_id, 01arz3ndektsv4rrffq69g5fav", "_id, short", "_id, 81ARZ3NDEKTSV4RRFFQ69G5FAV", "_op, delete",
        "name, null", "area_code, 柏林沟村", "area_code, null", "adviser_id, 孙律师", "sex, null"})
    void aValueOfTheWrongFormIsWrong(String key, String value) {
        assertThat(wrongLiterate(line().put(key, value))).as("%s = %s", key, value).isNotEmpty();
    }

    @Test
    void numbersFlagsAndTextsAreNotEachOther() {
        assertThat(wrongLiterate(line().put("_rev", 0))).isNotEmpty();
        assertThat(wrongLiterate(line().put("exam_score", "88"))).isNotEmpty();
        assertThat(wrongLiterate(line().put("exam_score", 88.5))).isNotEmpty();
        assertThat(wrongLiterate(line().put("exam_pass", "true"))).isNotEmpty();
        assertThat(wrongLiterate(line().put("exam_score", 88))).isEmpty();
        assertThat(wrongLiterate(line().put("name", "张".repeat(51)))).isNotEmpty();
        ObjectNode twice = line();
        twice.putArray("categories").add("01").add("01");
        assertThat(wrongLiterate(twice)).isNotEmpty();
    }

    @Test
    void aTombstoneSaysWhichEntryIsGoneAndNothingOfItsContent() {
        Schema schema = schema(EntitySchema.ofTombstone());
        ObjectNode gone = Json.object().put("_t", "dispute_party").put("_id", "01ARZ3NDEKTSV4RRFFQ69G5FAV").put("_rev", 2).put("_op", "delete")
                .put("reason", "void");
        assertThat(wrong(schema, gone)).isEmpty();
        assertThat(wrong(schema, gone.deepCopy().put("name", "张三"))).isNotEmpty();
        assertThat(wrong(schema, gone.deepCopy().put("_op", "put"))).isNotEmpty();
        assertThat(wrong(schema, gone.deepCopy().put("_t", "DisputeParty"))).isNotEmpty();
        assertThat(wrong(schema, gone.deepCopy().put("reason", "因".repeat(21)))).isNotEmpty();
    }
}
