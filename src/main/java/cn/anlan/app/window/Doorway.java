package cn.anlan.app.window;

import cn.anlan.app.Rescue;
import cn.anlan.app.Wiring;
import cn.anlan.entry.Refused;
import cn.anlan.kit.Background;
import cn.anlan.kit.Dialogs;
import cn.anlan.security.screen.FirstAccount;
import cn.anlan.security.screen.LoginPage;
import cn.anlan.security.screen.RecoveryPage;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Node;

/** What stands in the window before anybody is in (门前): the login, the way in with the recovery code, the first account of a new store. */
final class Doorway {
    private final AnlanWindow.Ground ground;
    private final Background background;
    private final Hall hall;

    /** What lies behind the door. */
    interface Hall {
        void put(Node page);

        /** A house that is open already while somebody still stands at the door: to be closed with the window. */
        void keep(Wiring house);

        /** Opens the house and goes in, or tells {@code refusal} why not. */
        void enter(Callable<Wiring> house, Consumer<Refused> refusal);
    }

    Doorway(AnlanWindow.Ground ground, Background background, Hall hall) {
        this.ground = ground;
        this.background = background;
        this.hall = hall;
    }

    /** Asks who is there; {@code last} was here a moment ago and is not any more. */
    void knock(Path folder, String last) {
        var given = new LoginPage.Given(background, ground.keys().of(folder, ground.clock()),
                (access, refusal) -> hall.enter(() -> new Wiring(folder, ground.clock(), access), refusal), () -> recover(folder, last));
        hall.put(new LoginPage(given, last, !last.isEmpty()).node());
    }

    private void recover(Path folder, String last) {
        var keys = ground.keys().of(folder, ground.clock());
        var rescue = new Rescue(folder, ground.clock(), keys);
        hall.put(new RecoveryPage(new RecoveryPage.Given(background, ground.dialogs(), keys, (code, name, password) -> {
            Rescue.Back back = rescue.by(code, name, password);
            Platform.runLater(() -> hall.keep(back.house()));
            return new RecoveryPage.Back(back.code(), back.house().doorkeeper().sheet(), () -> hall.enter(back::house, this::tell));
        }, () -> knock(folder, last))).node());
    }

    /** A store with people in it that can be read by anybody gets its first account. */
    void begin(Wiring open, String clerk) {
        Path folder = open.database().folder();
        hall.keep(open);
        var given = new FirstAccount.Given(background, ground.dialogs(), ground.keys().of(folder, ground.clock()), open.doorkeeper()::advice,
                open.doorkeeper().sheet(), access -> hall.enter(() -> {
                    open.close();
                    return new Wiring(folder, ground.clock(), access);
                }, this::tell));
        hall.put(new FirstAccount(given, clerk).node());
    }

    private void tell(Refused refused) {
        ground.dialogs().failure(new Dialogs.Failure(String.valueOf(refused.getMessage()), "", ""));
    }
}
