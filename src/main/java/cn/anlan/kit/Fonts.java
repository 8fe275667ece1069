package cn.anlan.kit;

import cn.anlan.entry.Text;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.text.Font;

/** Which font writes Chinese here (字体): the system's own, or the bundled one where the system has none. */
final class Fonts {
    private static final String BUNDLED = "/font/NotoSansSC-Regular.ttf";
    private static final List<String> KNOWN = List.of("Microsoft YaHei UI", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC",
            "Source Han Sans SC", "Source Han Sans CN", "PingFang SC", "HarmonyOS Sans SC", "WenQuanYi Micro Hei", "WenQuanYi Zen Hei", "SimSun");

    private Fonts() {}

    /** The family to write with; loads the bundled font when it must. */
    static String family() {
        return fromSystem(Set.copyOf(Font.getFamilies())).orElseGet(Fonts::bundled);
    }

    /** The first of the system's families we know to hold the characters, by its English or its Chinese name. */
    static Optional<String> fromSystem(Set<String> families) {
        return KNOWN.stream().flatMap(known -> Stream.concat(Stream.of(known),
                Text.find("kit.font." + known.replace(' ', '_')).stream())).filter(families::contains).findFirst();
    }

    private static String bundled() {
        try (InputStream in = Objects.requireNonNull(Fonts.class.getResourceAsStream(BUNDLED), BUNDLED)) {
            return Objects.requireNonNull(Font.loadFont(in, 14), BUNDLED).getFamily();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
