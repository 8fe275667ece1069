package cn.anlan.kit.form;

import cn.anlan.entry.Field;
import cn.anlan.entry.Shape;
import cn.anlan.kit.Office;

/** Which editor a field gets that is typed (编辑框的选用). */
final class Editors {
    private final Shape<?> shape;
    private final Office office;
    private final Choices choices;

    Editors(Shape<?> shape, Office office, Choices choices) {
        this.shape = shape;
        this.office = office;
        this.choices = choices;
    }

    Editor typed(Field field) {
        return switch (field.type()) {
            case TEXT -> field.sensitivity().<Editor>map(MaskedEditor::new).orElseGet(() -> new WrittenEditor(field));
            case INTEGER, MONEY, TIME -> new WrittenEditor(field);
            case DATE -> new DateEditor();
            case FLAG -> new FlagEditor(shape.label(field));
            case CODE, PLACE, LINK -> new PickEditor(choices.of(field));
            case CODES -> new CodesEditor(() -> choices.inForce(field), code -> office.codes().label(field.codeList().orElseThrow(), code));
        };
    }
}
