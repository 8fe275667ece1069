package cn.anlan.app.window;

import cn.anlan.UiTest;
import cn.anlan.kit.Dialogs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The round through every page that shows an installed program to be whole, and what a start tells of itself. */
@UiTest
class RehearsalTest {
    @TempDir
    Path folder;

    private final List<String> told = new ArrayList<>();

    @Test
    void everyPageIsTurnedToAndTheWindowCloses() {
        TestWindow window = TestWindow.openSample(folder);
        window.fx(() -> {
            window.window().rehearse(new Rehearsal(Timings.to(told::add)));
            return told;
        });
        window.until(() -> !window.stage().isShowing());
        assertThat(told).singleElement().asString().matches("rehearsed +\\d+ ms +\\d+ ms CPU");
    }

    @Test
    void theFirstFailureEndsItAndIsTold() {
        TestWindow window = TestWindow.openSample(folder);
        var rehearsal = new Rehearsal(Timings.to(told::add));
        List<String> left = new ArrayList<>();
        window.fx(() -> {
            rehearsal.run(List.of("home", "bin"), page -> rehearsal.dialogs().failure(new Dialogs.Failure("", "", page + " broke")),
                    () -> true, () -> left.add("left"));
            return told;
        });
        window.until(() -> !left.isEmpty());
        assertThat(told).singleElement().asString().startsWith("failed:home broke");
        window.close();
    }

    @Test
    void aFileForTheCountyIsShownOnceThereIsAPage() throws Exception {
        Path bundle = Files.writeString(folder.resolve("坏 包.zhb"), "not a zip");
        try (TestWindow window = TestWindow.openSample(folder)) {
            window.fx(() -> {
                window.window().read(bundle);
                return bundle;
            });
            window.await("#page-export");
            window.until(() -> window.<Node>find("#notice").filter(Node::isVisible).isPresent());
        }
    }

    @Test
    void nobodyAskedNothingIsTold() {
        Timings.none().mark("shown");
        assertThat(told).isEmpty();
        Timings.to(told::add).mark("shown");
        assertThat(told).singleElement().asString().startsWith("shown ");
    }
}
