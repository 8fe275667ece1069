import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import javafx.css.Stylesheet;

/**
 * Run by app-folder: lays the libraries of a build out as they are installed. The natives of one platform lie open, those of the others go; what a
 * library says of its licence is laid beside the others; the rest is stored unpressed in its old order and as old as the version, because a package
 * presses all jars together far better than each presses itself. Arguments: jars, folder for jars, for natives, for licences, JavaFX's word for the
 * platform, sqlite's, the date.
 */
public class LayJars {
    private static final Pattern LICENCE = Pattern.compile("meta-inf/(.*/)?(licen[cs]e|notice|copying)[^/]*");
    private static final String SQLITE = "org/sqlite/native/";

    private final Path jars;
    private final Path natives;
    private final Path licences;
    private final String platform;
    private final String sqlite;
    private final LocalDateTime date;

    private LayJars(String... args) {
        jars = Path.of(args[1]);
        natives = Path.of(args[2]);
        licences = Path.of(args[3]);
        platform = "-" + args[4] + ".jar";
        sqlite = SQLITE + args[5] + "/";
        date = LocalDateTime.parse(args[6]);
    }

    public static void main(String[] args) throws IOException {
        var plan = new LayJars(args);
        try (var built = Files.newDirectoryStream(Path.of(args[0]), "*.jar")) {
            for (Path jar : built) {
                plan.lay(jar);
            }
        }
    }

    private void lay(Path jar) throws IOException {
        String name = jar.getFileName().toString();
        if (name.startsWith("javafx-")) {
            if (!name.endsWith(platform)) {
                return;
            }
            name = name.substring(0, name.length() - platform.length()) + ".jar";
        }
        Path own = licences.resolve(name.substring(0, name.length() - ".jar".length()));
        Set<String> seen = new HashSet<>();
        try (var from = new ZipFile(jar.toFile()); var to = new ZipOutputStream(Files.newOutputStream(jars.resolve(name)))) {
            for (Enumeration<? extends ZipEntry> entries = from.entries(); entries.hasMoreElements();) {
                ZipEntry entry = entries.nextElement();
                byte[] bytes = bytes(from, entry);
                if (seen.add(entry.getName()) && !layOpen(entry, bytes)) {
                    store(to, entry.getName(), bytes);
                    if (entry.getName().equals("style/anlan.css")) {
                        store(to, "style/anlan.bss", read(bytes));
                    }
                    if (!name.equals("anlan.jar") && isLicence(entry)) {
                        Files.createDirectories(own);
                        Files.write(own.resolve(last(entry)), bytes);
                    }
                }
            }
        }
    }

    private static byte[] bytes(ZipFile from, ZipEntry entry) throws IOException {
        try (InputStream in = from.getInputStream(entry)) {
            return in.readAllBytes();
        }
    }

    /** A style sheet as JavaFX keeps it in memory: it takes that instead where it finds it, and need not read the words at every start. */
    private static byte[] read(byte[] sheet) throws IOException {
        Path words = Files.createTempFile("sheet", ".css");
        Path read = Files.createTempFile("sheet", ".bss");
        try {
            Files.write(words, sheet);
            Stylesheet.convertToBinary(words.toFile(), read.toFile());
            return Files.readAllBytes(read);
        } finally {
            Files.delete(words);
            Files.delete(read);
        }
    }

    private static boolean isLicence(ZipEntry entry) {
        String name = entry.getName().toLowerCase(Locale.ROOT);
        return !entry.isDirectory() && !name.endsWith(".class") && LICENCE.matcher(name).matches();
    }

    private static String last(ZipEntry entry) {
        return entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
    }

    /** Whether an entry is a native part, which has no business in a jar; that of this platform is laid open. */
    private boolean layOpen(ZipEntry entry, byte[] bytes) throws IOException {
        String name = entry.getName();
        boolean ours = name.startsWith(SQLITE) ? name.startsWith(sqlite) && !entry.isDirectory() : !name.contains("/");
        if (name.startsWith(SQLITE) || ours && (name.endsWith(".so") || name.endsWith(".dll"))) {
            if (ours) {
                Files.write(natives.resolve(last(entry)), bytes);
            }
            return true;
        }
        return false;
    }

    private void store(ZipOutputStream to, String name, byte[] bytes) throws IOException {
        var crc = new CRC32();
        crc.update(bytes);
        var entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(crc.getValue());
        entry.setTimeLocal(date);
        to.putNextEntry(entry);
        to.write(bytes);
        to.closeEntry();
    }
}
