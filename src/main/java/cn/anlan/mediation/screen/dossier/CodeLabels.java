package cn.anlan.mediation.screen.dossier;

import cn.anlan.reference.Code;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Shows a code by its label (代码名称); one is only ever chosen, never typed. */
final class CodeLabels extends StringConverter<Code> {
    @Override
    public String toString(@Nullable Code code) {
        return code == null ? "" : code.label();
    }

    @Override
    public Code fromString(String label) {
        throw new UnsupportedOperationException(label);
    }
}
