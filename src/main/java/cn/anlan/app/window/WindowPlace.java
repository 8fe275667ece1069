package cn.anlan.app.window;

import java.util.Arrays;
import java.util.Optional;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** Where the window stood last time (窗口位置). */
record WindowPlace(double x, double y, double width, double height, boolean maximised) {
    /** The settings word it is kept under. */
    static final String SETTING = "window";

    static final double USUAL_WIDTH = 1366;
    static final double USUAL_HEIGHT = 768;
    private static final int PARTS = 5;

    static WindowPlace of(Stage stage) {
        return new WindowPlace(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), stage.isMaximized());
    }

    /** The place a setting tells; empty when it tells none, or one on a screen no longer there. */
    static Optional<WindowPlace> read(String written) {
        double[] numbers = Arrays.stream(written.split(",", -1)).filter(part -> part.matches("-?\\d{1,6}")).mapToDouble(Double::parseDouble).toArray();
        if (numbers.length != PARTS) {
            return Optional.empty();
        }
        var place = new WindowPlace(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4] != 0);
        boolean seen = !Screen.getScreensForRectangle(place.x, place.y, place.width, place.height).isEmpty();
        return seen && place.width > 0 && place.height > 0 ? Optional.of(place) : Optional.empty();
    }

    String write() {
        return String.join(",", Arrays.stream(new double[] {x, y, width, height, maximised ? 1 : 0}).mapToObj(part -> String.valueOf(Math.round(part))).toList());
    }

    /** The place of a window that never stood anywhere: as large as a small office screen, or all of a smaller one. */
    static void usual(Stage stage) {
        var screen = Screen.getPrimary().getVisualBounds();
        stage.setWidth(Math.min(USUAL_WIDTH, screen.getWidth()));
        stage.setHeight(Math.min(USUAL_HEIGHT, screen.getHeight()));
        stage.setX(screen.getMinX() + (screen.getWidth() - stage.getWidth()) / 2);
        stage.setY(screen.getMinY() + (screen.getHeight() - stage.getHeight()) / 2);
    }

    void restore(Stage stage) {
        stage.setX(x);
        stage.setY(y);
        stage.setWidth(width);
        stage.setHeight(height);
        stage.setMaximized(maximised);
    }
}
