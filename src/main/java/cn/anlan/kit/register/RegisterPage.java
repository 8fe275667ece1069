package cn.anlan.kit.register;

import cn.anlan.entry.Entry;
import cn.anlan.kit.Office;
import cn.anlan.kit.Page;
import cn.anlan.store.Register;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.BorderPane;
import org.jspecify.annotations.Nullable;

/** The generic page of a register (登记簿页面): list left, entry right, children below it. */
public final class RegisterPage<E extends Entry> implements Page {
    private final Register<E> register;
    private final BorderPane root = new BorderPane();

    public RegisterPage(Office office, Register<E> register) {
        this.register = register;
        root.setId("page-" + register.name());
        root.setUserData(office);
    }

    @Override
    public String title() {
        return register.shape().label();
    }

    @Override
    public Parent node() {
        return root;
    }

    @Override
    public void shown() {
        root.requestLayout();
    }

    @Override
    public boolean mayLeave() {
        return true;
    }

    /** Puts a node above the form; null takes it away. */
    public void setHeader(@Nullable Node header) {
        root.setTop(header);
    }

    /** Adds a tab behind those of the children. */
    public void addTab(String id, String title, Node content) {
        content.setId(id + title);
    }

    /** Told of every entry that comes to the form, and of null when the form is empty or the entry is new. */
    public void onOpened(Consumer<@Nullable E> taker) {
        taker.accept(null);
    }
}
