package cn.anlan.entry;

import cn.anlan.entry.mark.Entity;
import cn.anlan.entry.mark.Sensitive;
import cn.anlan.roster.Literate;
import cn.anlan.roster.LiterateActivity;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A record read once, and taken apart and put together ever after. */
class ShapeTest {
    private static final String ID = "01ARZ3NDEKTSV4RRFFQ69G5FAV";

    private final Shape<Literate> literates = Shape.of(Literate.class);

    private Literate zhang(@Nullable Object... pairs) {
        Map<String, @Nullable Object> values = new HashMap<>(Map.of("name", "张三", "sex", "1", "ethnic", "01", "categories", Set.of("02", "01")));
        for (int i = 0; i < pairs.length; i += 2) {
            values.put((String) pairs[i], pairs[i + 1]);
        }
        return literates.create(ID, values);
    }

    @Test
    void theHousesOwnFieldsComeFirstAndAreNoBusinessOfTheClerk() {
        assertThat(literates.fields().subList(0, Field.OWN)).extracting(Field::name).containsExactly("id", "revision", "void_reason");
        assertThat(literates.fields()).allSatisfy(field -> assertThat(field.isOwn()).isEqualTo(field.index() < Field.OWN));
        assertThat(literates.businessFields()).noneMatch(Field::isOwn).hasSize(literates.fields().size() - Field.OWN);
    }

    @Test
    void aFieldStandsWhereItsIndexSays() {
        for (int i = 0; i < literates.fields().size(); i++) {
            assertThat(literates.fields().get(i).index()).isEqualTo(i);
        }
    }

    @Test
    void aNestedRecordIsASectionOfItsName() {
        assertThat(literates.field("name").section()).isEqualTo("person");
        assertThat(literates.field("group_name").section()).isEqualTo("post");
        assertThat(literates.field("exam_score").section()).isEqualTo("training");
        assertThat(literates.field("remark").section()).isEqualTo("standing");
        assertThat(literates.field("id").section()).isEmpty();
        assertThat(literates.sectionLabel("person")).isEqualTo("个人信息");
    }

    @Test
    void aFieldKnowsItsTypeFromItsRecordAndItsMarks() {
        assertThat(literates.field("name").type()).isEqualTo(Type.TEXT);
        assertThat(literates.field("sex").type()).isEqualTo(Type.CODE);
        assertThat(literates.field("categories").type()).isEqualTo(Type.CODES);
        assertThat(literates.field("area_code").type()).isEqualTo(Type.PLACE);
        assertThat(literates.field("adviser_id").type()).isEqualTo(Type.LINK);
        assertThat(literates.field("birth_date").type()).isEqualTo(Type.DATE);
        assertThat(literates.field("exam_score").type()).isEqualTo(Type.INTEGER);
        assertThat(literates.field("exam_pass").type()).isEqualTo(Type.FLAG);
    }

    @Test
    void aFieldKnowsWhatItsMarksSayOfIt() {
        assertThat(literates.field("sex").codeList()).contains("sex");
        assertThat(literates.field("name").codeList()).isEmpty();
        assertThat(literates.field("adviser_id").linked()).contains("adviser");
        assertThat(literates.field("adviser_id").linksToOwner()).isFalse();
        assertThat(literates.field("area_code").placeLevels()).containsExactly("village");
        assertThat(literates.field("name").placeLevels()).isEmpty();
        assertThat(literates.field("id_number").sensitivity()).contains(Sensitive.Kind.ID_NUMBER);
        assertThat(literates.field("phone").sensitivity()).contains(Sensitive.Kind.PHONE);
        assertThat(literates.field("name").sensitivity()).isEmpty();
        assertThat(literates.field("name").isSearchedByPinyin()).isTrue();
        assertThat(literates.field("id_number").isSearched()).isTrue();
        assertThat(literates.field("id_number").isSearchedByPinyin()).isFalse();
        assertThat(literates.field("remark").isSearched()).isFalse();
        assertThat(literates.field("cert_no").isUniqueAmongLive()).isTrue();
        assertThat(literates.field("name").isUniqueAmongLive()).isFalse();
        assertThat(literates.field("status").initially()).isEqualTo("1");
        assertThat(literates.field("name").initially()).isNull();
        assertThat(literates.field("exit_date").when()).hasValueSatisfying(when -> {
            assertThat(when.field()).isEqualTo("status");
            assertThat(when.is()).containsExactly("6", "7");
        });
        assertThat(literates.field("remark").when()).isEmpty();
    }

    @Test
    void mustBeFilledIsReadOffTheConstraints() {
        assertThat(literates.field("name").isRequired()).as("not blank").isTrue();
        assertThat(literates.field("birth_date").isRequired()).as("not null").isTrue();
        assertThat(literates.field("categories").isRequired()).as("not empty").isTrue();
        assertThat(literates.field("remark").isRequired()).isFalse();
        assertThat(literates.field("name").maxLength()).isEqualTo(50);
        assertThat(literates.field("remark").maxLength()).isEqualTo(500);
        assertThat(literates.field("birth_date").maxLength()).isZero();
    }

    @Test
    void aChildNamesItsOwnerAndAnOwnerNone() {
        assertThat(Shape.of(LiterateActivity.class).owner()).map(Field::name).contains("literate_id");
        assertThat(literates.owner()).isEmpty();
        assertThat(Shape.of(LiterateActivity.class).day()).map(Field::name).contains("date");
        assertThat(literates.day()).isEmpty();
    }

    @Test
    void valuesAndBuildAreEachOthersInverse() {
        Literate entry = zhang("exam_score", 88L, "exam_pass", true, "train_date", LocalDate.of(2025, 1, 3), "cert_no", "62062310020001");
        assertThat(literates.build(literates.values(entry))).isEqualTo(entry);
    }

    @Test
    void getReadsWhatValuesReads() {
        Literate entry = zhang("exam_score", 88L, "remark", "骨干");
        @Nullable Object[] values = literates.values(entry);
        for (Field field : literates.fields()) {
            assertThat(literates.get(entry, field)).as(field.name()).isEqualTo(values[field.index()]);
        }
        assertThat(literates.get(entry, literates.field("exam_score"))).as("small numbers read as long ones").isEqualTo(88L);
    }

    @Test
    void whatNobodyFilledInIsEmptyFalseOrNothing() {
        Literate blank = literates.create(ID, Map.of());
        assertThat(blank.revision()).isZero();
        assertThat(blank.voidReason()).isNull();
        assertThat(blank.person().name()).isNull();
        assertThat(blank.post().categories()).isEmpty();
        assertThat(blank.training().examPass()).isFalse();
        assertThat(blank.training().examScore()).isNull();
    }

    @Test
    void withChangesTheNamedFieldsAndLeavesTheOthers() {
        Literate before = zhang("remark", "骨干", "exam_score", 88L);
        Map<String, @Nullable Object> changes = new HashMap<>();
        changes.put("name", "张三丰");
        changes.put("remark", null);
        Literate after = literates.with(before, changes);
        assertThat(after.person().name()).isEqualTo("张三丰");
        assertThat(after.standing().remark()).isNull();
        for (Field field : literates.fields()) {
            if (!changes.containsKey(field.name())) {
                assertThat(literates.get(after, field)).as(field.name()).isEqualTo(literates.get(before, field));
            }
        }
        assertThat(before.person().name()).as("the entry before stays as it was").isEqualTo("张三");
    }

    @Test
    void withNoChangesIsTheSameEntry() {
        assertThat(literates.with(zhang(), Map.of())).isEqualTo(zhang());
    }

    @Test
    void aFieldThatIsNotThereIsNamedInTheSentence() {
        assertThat(literates.find("shoe_size")).isEmpty();
        assertThatThrownBy(() -> literates.field("shoe_size")).isInstanceOf(Refused.class).hasMessageContaining("法律明白人").hasMessageContaining("shoe_size");
        assertThatThrownBy(() -> literates.with(zhang(), Map.of("shoe_size", 42L))).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> literates.create(ID, Map.of("shoe_size", 42L))).isInstanceOf(Refused.class);
    }

    @Test
    void setsOfCodesStandInOneOrderWhateverTheyWereTypedIn() {
        assertThat(List.copyOf(zhang("categories", Set.of("03", "01", "02")).post().categories())).containsExactly("01", "02", "03");
    }

    @Test
    void theTitleLeavesOutWhatIsNotFilledIn() {
        Shape<LiterateActivity> deeds = Shape.of(LiterateActivity.class);
        Display plain = (field, value) -> value == null ? "" : value.toString();
        LiterateActivity whole = deeds.create(ID, Map.of("date", LocalDate.of(2026, 5, 6), "kind", "01"));
        assertThat(deeds.title(whole, plain)).isEqualTo("2026-05-06 · 01");
        assertThat(deeds.title(deeds.create(ID, Map.of("kind", "01")), plain)).isEqualTo("01");
        assertThat(deeds.title(deeds.create(ID, Map.of()), plain)).isEmpty();
    }

    @Test
    void namesAreThoseOfTheOffice() {
        assertThat(literates.name()).isEqualTo("literate");
        assertThat(literates.room()).isEqualTo("roster");
        assertThat(literates.label()).isEqualTo("法律明白人");
        assertThat(literates.label(literates.field("cert_no"))).isEqualTo("证书编号");
        assertThat(literates.isTool()).isFalse();
        assertThat(literates.type()).isEqualTo(Literate.class);
    }

    @Test
    void onlyARecordThatNamesItsRegisterIsAShape() {
        assertThatThrownBy(() -> Shape.of(Nameless.class)).isInstanceOf(IllegalStateException.class).hasMessageContaining("@Entity");
        assertThatThrownBy(() -> Shape.of(NoRecord.class)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void twoFieldsOfOneNameAreNoticedAtTheStart() {
        assertThatThrownBy(() -> Shape.of(Doubled.class)).isInstanceOf(IllegalStateException.class).hasMessageContaining("one name");
    }

    @Test
    void aValueNoColumnCanHoldIsNoticedAtTheStart() {
        assertThatThrownBy(() -> Shape.of(Odd.class)).isInstanceOf(IllegalStateException.class).hasMessageContaining("No column");
    }

    /** A record that forgot to name its register. */
    record Nameless(String id, int revision, @Nullable String voidReason, String name) implements Entry {}

    /** Named, but no record. */
    @Entity(value = "no_record", title = "name", stored = false)
    static final class NoRecord implements Entry {
        @Override
        public String id() {
            return ID;
        }

        @Override
        public int revision() {
            return 0;
        }

        @Override
        public @Nullable String voidReason() {
            return null;
        }
    }

    /** The name stands once outside and once inside. */
    @Entity(value = "doubled", title = "name", stored = false)
    record Doubled(String id, int revision, @Nullable String voidReason, String name, Inner inner) implements Entry {
        /** Says it again. */
        record Inner(String name) {}
    }

    /** Half a number is nothing the store keeps. */
    @Entity(value = "odd", title = "half", stored = false)
    record Odd(String id, int revision, @Nullable String voidReason, double half) implements Entry {}
}
