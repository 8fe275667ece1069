package cn.anlan.paper;

import cn.anlan.entry.Field;
import cn.anlan.entry.Shape;
import cn.anlan.entry.Text;
import cn.anlan.entry.Type;
import cn.anlan.reference.Code;
import cn.anlan.reference.CodeLists;
import cn.anlan.reference.Places;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Makes the empty sheet a clerk fills in for a register (导入模板): headings with what is expected, lists to choose from. */
public final class SheetTemplate {
    private static final int ROWS_PREPARED = 1_000;
    private static final int LONGEST_LIST = 3_000;
    private static final String MUST_BE_FILLED = "FDF1DC";

    private final CodeLists codes;
    private final Places places;
    private final Clock clock;

    /** The clock's zone is the office's: Asia/Shanghai. */
    public SheetTemplate(CodeLists codes, Places places, Clock clock) {
        this.codes = codes;
        this.places = places;
        this.clock = clock;
    }

    /** Writes the template; places offered are those at or below {@code home}. Throws {@link cn.anlan.entry.Refused} when it cannot. */
    public void write(Shape<?> shape, String home, Path file) {
        List<Field> fields = shape.businessFields().stream().filter(field -> !field.isDerived()).toList();
        WholeFile.write(file, out -> {
            try (Workbook book = Book.open(out)) {
                Worksheet sheet = Book.sheet(book, shape.label(), 1);
                Worksheet choices = Book.sheet(book, Text.of("paper.choices"), 1);
                Book.headings(sheet, shape, fields);
                for (int i = 0; i < fields.size(); i++) {
                    prepare(sheet, shape, fields.get(i), i);
                    offer(sheet, choices, fields.get(i), i, choices(fields.get(i), home));
                    choices.inlineString(0, i, shape.label(fields.get(i)));
                }
            }
        });
    }

    private static void prepare(Worksheet sheet, Shape<?> shape, Field field, int column) {
        if (field.isRequired()) {
            sheet.inlineString(0, column, shape.label(field) + Text.of("paper.required"));
            sheet.style(0, column).fillColor(MUST_BE_FILLED).set();
        }
        String hint = Text.find(shape.room() + "." + shape.name() + "." + field.name() + ".hint").orElse("");
        sheet.comment(0, column, (hint + "\n" + Text.of(expects(field), field.maxLength())).strip());
        String format = switch (field.type()) {
            case INTEGER -> "0";
            case MONEY -> Book.AS_YUAN;
            default -> Book.AS_TEXT;
        };
        sheet.style(column).format(format).set();
    }

    private static String expects(Field field) {
        return "paper.expects." + field.type() + (field.type() == Type.TEXT && field.maxLength() > 0 ? ".limited" : "");
    }

    private List<String> choices(Field field, String home) {
        LocalDate today = LocalDate.now(clock);
        Optional<String> list = field.codeList().filter(name -> field.type() == Type.CODE || field.type() == Type.CODES);
        if (list.isPresent()) {
            return codes.choices(list.get(), today).stream().map(Code::label).toList();
        } else if (field.type() == Type.PLACE) {
            return places.below(home, field.placeLevels()).stream().map(place -> places.path(place.code())).limit(LONGEST_LIST).toList();
        }
        return field.type() == Type.FLAG ? List.of(Text.of("entry.yes"), Text.of("entry.no")) : List.of();
    }

    /** Lists stand on a sheet of their own: a formula would be cut off at 255 characters. */
    private static void offer(Worksheet sheet, Worksheet choices, Field field, int column, List<String> offered) {
        for (int i = 0; i < offered.size(); i++) {
            choices.inlineString(i + 1, column, offered.get(i));
        }
        if (!offered.isEmpty() && field.type() != Type.CODES) {
            sheet.range(1, column, ROWS_PREPARED, column).validateWithList(choices.range(1, column, offered.size(), column))
                    .allowBlank(true).showErrorMessage(true)
                    .errorTitle(Text.of("paper.not_in_list.title")).error(Text.of("paper.not_in_list"));
        }
    }
}
