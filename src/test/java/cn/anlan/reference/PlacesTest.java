package cn.anlan.reference;

import cn.anlan.entry.Shape;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Villages merge, change their names and share them; what was written in an old record still leads to a place. */
class PlacesTest {
    private static final Shape<Place> SHAPE = Shape.of(Place.class);

    private final List<Place> tree = new ArrayList<>();
    private final Places places = new Places();

    private void place(String code, String name, String level, @Nullable String parent, @Nullable Object... more) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("code", code);
        values.put("name", name);
        values.put("level", level);
        values.put("parent", parent);
        for (int i = 0; i < more.length; i += 2) {
            values.put((String) more[i], more[i + 1]);
        }
        tree.add(SHAPE.create("id" + code, values));
        places.reload(tree);
    }

    @BeforeEach
    void aCountyOfTwoTowns() {
        place("62", "甘肃省", "province", null);
        place("6206", "武威市", "city", "62");
        place("620623", "天祝藏族自治县", "county", "6206");
        place("620623100", "华藏寺镇", "town", "620623");
        place("620623101", "打柴沟镇", "town", "620623");
        place("620623100201", "柏林沟村", "village", "620623100");
        place("620623100202", "东坪村", "village", "620623100");
        place("620623101201", "东坪村", "village", "620623101");
    }

    @Test
    void aVillageIsCalledByItsTownToo() {
        assertThat(places.path("620623100201")).isEqualTo("华藏寺镇 · 柏林沟村");
        assertThat(places.path("620623100")).isEqualTo("华藏寺镇");
    }

    @Test
    void fromTheCountyUpANameStandsAlone() {
        assertThat(places.path("620623")).isEqualTo("天祝藏族自治县");
        assertThat(places.path("62")).isEqualTo("甘肃省");
    }

    @Test
    void anUnknownCodeIsShownAsItIs() {
        assertThat(places.name("999999")).isEqualTo("999999");
        assertThat(places.path("999999999")).isEqualTo("999999999");
        assertThat(places.find("999999")).isEmpty();
        assertThat(places.find(null)).isEmpty();
    }

    @Test
    void belowIsThePlaceItselfAndAllUnderItInOrderOfCode() {
        assertThat(places.below("620623100", List.of())).extracting(Place::code).containsExactly("620623100", "620623100201", "620623100202");
        assertThat(places.below("620623", List.of("village"))).extracting(Place::code)
                .containsExactly("620623100201", "620623100202", "620623101201");
        assertThat(places.below("620623", List.of("town", "county"))).extracting(Place::code).containsExactly("620623", "620623100", "620623101");
        assertThat(places.below("", List.of("province"))).extracting(Place::code).containsExactly("62");
    }

    @Test
    void whatHasEndedIsNoLongerOfferedButStillKnown() {
        place("620623100203", "旧庄村", "village", "620623100", "valid_to", LocalDate.of(2024, 12, 31), "replaced_by", "620623100201");
        assertThat(places.below("620623100", List.of("village"))).extracting(Place::name).doesNotContain("旧庄村");
        assertThat(places.name("620623100203")).isEqualTo("旧庄村");
        assertThat(places.all()).extracting(Place::name).contains("旧庄村");
    }

    @Test
    void aCodeLeadsToTheOneThatTookOverHoweverOftenItChanged() {
        place("620623100203", "甲村", "village", "620623100", "replaced_by", "620623100204");
        place("620623100204", "乙村", "village", "620623100", "replaced_by", "620623100205");
        place("620623100205", "丙村", "village", "620623100");
        assertThat(places.today("620623100203")).isEqualTo("620623100205");
        assertThat(places.today("620623100205")).isEqualTo("620623100205");
        assertThat(places.today("999")).isEqualTo("999");
    }

    @Test
    void codesThatTookOverFromEachOtherDoNotTurnInCirclesForEver() {
        place("620623100203", "甲村", "village", "620623100", "replaced_by", "620623100204");
        place("620623100204", "乙村", "village", "620623100", "replaced_by", "620623100203");
        assertThat(places.today("620623100203")).isIn("620623100203", "620623100204");
    }

    @Test
    void aNameIsReadWhenOnlyOnePlaceBearsIt() {
        assertThat(places.read("柏林沟村", "")).contains("620623100201");
        assertThat(places.read("620623100201", "")).contains("620623100201");
        assertThat(places.read("华藏寺镇 · 柏林沟村", "")).contains("620623100201");
        assertThat(places.read("无此村", "")).isEmpty();
    }

    @Test
    void aSharedNameIsReadByItsTownOnly() {
        assertThat(places.read("东坪村", "")).as("two villages of one name").isEmpty();
        assertThat(places.read("东坪村", "620623101")).contains("620623101201");
        assertThat(places.read("打柴沟镇 · 东坪村", "")).contains("620623101201");
    }

    @Test
    void aVoidPlaceIsGone() {
        place("620623100299", "误录村", "village", "620623100", "void_reason", "录错");
        assertThat(places.find("620623100299")).isEmpty();
        assertThat(places.read("误录村", "")).isEmpty();
    }

    @Test
    void aReloadForgetsWhatWasThere() {
        places.reload(List.of());
        assertThat(places.all()).isEmpty();
        assertThat(places.path("620623100201")).isEqualTo("620623100201");
    }
}
