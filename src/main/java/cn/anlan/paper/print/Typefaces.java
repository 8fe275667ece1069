package cn.anlan.paper.print;

import cn.anlan.store.disk.Disk;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.slf4j.LoggerFactory;

/**
 * The fonts we print with (字体), in the order they are asked for a character: 宋体, 黑体, rare characters, then what the office itself laid
 * into its {@code fonts} folder and what Windows brings for very rare characters. Read when first needed and kept.
 */
public final class Typefaces {
    private static final List<String> BUNDLED = List.of("NotoSerifSC-Regular", "NotoSansSC-Regular", "AnlanRare-Regular");
    private static final List<Path> OF_WINDOWS = Stream.of("simsunb.ttf", "SimsunExtG.ttf").map(name -> Path.of("C:/Windows/Fonts", name)).toList();

    private final Path own;
    private final List<Face> faces = new ArrayList<>();
    private boolean complete;

    /** One font (字体): the name a style sheet calls it by, and which characters it holds. */
    record Face(String family, TrueTypeFont font, CmapLookup characters) {
        boolean covers(int codePoint) {
            return characters.getGlyphId(codePoint) != 0;
        }
    }

    /** With the office's own fonts, .ttf files in a folder that need not exist. */
    public Typefaces(Path own) {
        this.own = own;
    }

    /** The fonts read so far, at least those the program brings along. */
    synchronized List<Face> faces() {
        if (faces.isEmpty()) {
            for (String name : BUNDLED) {
                String file = "/font/" + name + ".ttf";
                try (InputStream in = Objects.requireNonNull(Typefaces.class.getResourceAsStream(file), file)) {
                    faces.add(face(name, in.readAllBytes()));
                } catch (IOException broken) {
                    throw new UncheckedIOException(broken);
                }
            }
        }
        return List.copyOf(faces);
    }

    /** Whether some font holds a character. */
    public synchronized boolean covers(int codePoint) {
        if (faces().stream().anyMatch(face -> face.covers(codePoint))) {
            return true;
        }
        if (!complete) {
            complete = true;
            further().forEach(this::readFurther);
        }
        return faces.stream().anyMatch(face -> face.covers(codePoint));
    }

    private List<Path> further() {
        List<Path> files = new ArrayList<>();
        try {
            Disk.files(own, 1).stream().filter(file -> file.toString().toLowerCase(Locale.ROOT).endsWith(".ttf")).sorted().forEach(files::add);
        } catch (IOException unreadable) {
            LoggerFactory.getLogger(Typefaces.class).warn("The office's own fonts cannot be read in {}", own, unreadable);
        }
        OF_WINDOWS.stream().filter(Files::isReadable).forEach(files::add);
        return files;
    }

    /** A file that is no usable font is passed over: the character stays missing, and that is said. */
    private void readFurther(Path file) {
        try {
            faces.add(face("own-" + faces.size(), Files.readAllBytes(file)));
        } catch (IOException noFont) {
            org.slf4j.LoggerFactory.getLogger(Typefaces.class).warn("Unusable font {}", file.getFileName(), noFont);
        }
    }

    private static Face face(String family, byte[] file) throws IOException {
        TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(file));
        return new Face(family, font, font.getUnicodeCmapLookup());
    }
}
