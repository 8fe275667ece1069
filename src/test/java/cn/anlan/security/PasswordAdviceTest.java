package cn.anlan.security;

import cn.anlan.entry.Refused;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PasswordAdviceTest {
    private final PasswordAdvice advice = new PasswordAdvice(List.of("张建国", "华藏寺镇", "天祝藏族自治县", "岔口驿村"));

    @ParameterizedTest
    @CsvSource({"zhangjianguo12, 人名", "张建国张建国2026, 人名", "zjg13893512345, 一长串数字", "tianzhu@2026, 日期", "chakouyicun1, 人名",
            "woaini1314!!, 先试的词", "Password12345, 连续", "19880203lixia, 日期", "ZHANGJIANGUO88, 人名"})
    void whatSomebodyWhoKnowsTheOfficeTriesFirstIsRefused(String password, String because) {
        assertThatThrownBy(() -> advice.require(password.toCharArray())).isInstanceOf(Refused.class).hasMessageContaining(because);
    }

    @ParameterizedTest
    @ValueSource(strings = {"山羊电灯火车棉袄暖壶石桥", "goat lamp train coat", "水渠-拖拉机-蓝门帘-三月", "kX7#pd2!wQz9"})
    void whatNobodyGuessesIsTaken(String password) {
        assertThatCode(() -> advice.require(password.toCharArray())).doesNotThrowAnyException();
    }

    @Test
    void shortAndMonotonousOnesAreRefused() {
        assertThatThrownBy(() -> advice.require("goatlamp".toCharArray())).hasMessageContaining("至少 10");
        assertThatThrownBy(() -> advice.require("abababababab".toCharArray())).hasMessageContaining("变化太少");
        assertThatThrownBy(() -> advice.require("aaaaaaaaaaaa".toCharArray())).hasMessageContaining("连续或重复");
    }
}
