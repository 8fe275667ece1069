package cn.anlan.store.file;

import cn.anlan.entry.Refused;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What SQLite says becomes a sentence; the numbers are SQLite's own result codes, plain and extended. */
class StoreFailureTest {
    @ParameterizedTest
    @CsvSource({"5,占用", "261,占用", "8,只读", "9,取消", "776,只读", "10,读写磁盘出错", "4874,读写磁盘出错", "11,损坏", "13,磁盘已满", "14,打不开", "26,不是安澜的数据文件"})
    void whatAClerkCanCureIsASentence(int code, String words) {
        var failed = new SQLException("as SQLite says it", null, code);
        assertThat(StoreFailure.of(failed)).isInstanceOf(Refused.class).hasMessageContaining(words).hasCause(failed);
    }

    @Test
    void whatSheCannotIsAFailureWithItsCause() {
        var failed = new SQLException("near SELEC: syntax error", null, 1);
        assertThat(StoreFailure.of(failed)).isInstanceOf(StoreFailure.class).hasCause(failed);
    }

    @Test
    void aValueNobodyCanHaveWrittenIsADamagedStore() {
        var unreadable = new IllegalArgumentException("2026-13-45");
        assertThat(StoreFailure.damaged(unreadable)).hasMessageContaining("损坏").hasCause(unreadable);
    }
}
