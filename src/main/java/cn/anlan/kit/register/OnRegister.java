package cn.anlan.kit.register;

import cn.anlan.kit.Page;
import java.util.Map;
import javafx.scene.Parent;

/** A page made around the page of a register (登记簿之上的页面): what it does not do in its own way, the register's page does. */
public interface OnRegister extends Page {

    /** The page of the register. */
    RegisterPage<?> page();

    @Override
    default String title() {
        return page().title();
    }

    @Override
    default Parent node() {
        return page().node();
    }

    @Override
    default void shown() {
        page().shown();
    }

    @Override
    default boolean mayLeave() {
        return page().mayLeave();
    }

    @Override
    default Map<String, String> unsaved() {
        return page().unsaved();
    }

    @Override
    default void resume(Map<String, String> forms, String told) {
        page().resume(forms, told);
    }

    @Override
    default void open(String id) {
        page().open(id);
    }

    @Override
    default void fresh() {
        page().fresh();
    }
}
