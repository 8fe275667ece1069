package cn.anlan.app.page;

import cn.anlan.entry.Shape;
import cn.anlan.entry.Text;

/** What a register is called where there is little room (短名). */
public final class Names {
    private Names() {}

    public static String of(Shape<?> shape) {
        return Text.find("app.name." + shape.name()).orElseGet(shape::label);
    }
}
