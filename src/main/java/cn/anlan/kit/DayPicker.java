package cn.anlan.kit;

import cn.anlan.entry.Type;
import java.time.LocalDate;
import javafx.scene.control.DatePicker;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** A day chosen from a calendar or typed in any of the usual ways (日期选择); written as everywhere in the house, and what is no day is not taken. */
public final class DayPicker extends DatePicker {
    private static final int LETTERS = 6;

    public DayPicker() {
        setShowWeekNumbers(false);
        getEditor().setPrefColumnCount(LETTERS);
        setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable LocalDate day) {
                return day == null ? "" : Type.DATE.write(day);
            }

            @Override
            public @Nullable LocalDate fromString(String typed) {
                try {
                    return typed.isBlank() ? null : (LocalDate) Type.DATE.parse(typed);
                } catch (IllegalArgumentException noDay) {
                    return getValue();
                }
            }
        });
    }
}
