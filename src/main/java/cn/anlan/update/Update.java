package cn.anlan.update;

import cn.anlan.entry.Refused;
import cn.anlan.exchange.TownKey;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.HexFormat;
import java.util.List;
import org.slf4j.LoggerFactory;

/**
 * Brings a newer program from a stick (离线更新): signature first, then version, then the package itself, which is copied to this PC and
 * verified there; the store is laid by before anything is installed. Whatever is not right is refused in a sentence and nothing has changed.
 */
public final class Update {
    private static final int BUFFER = 1 << 16;
    private static final int LONGEST_LIST = 64 << 10;
    private static final String FOLDER = "anlan-update";

    private final Installed installed;
    private final Runner runner;
    private final Path workplace;

    /** Runs an installer and waits for its end. */
    @FunctionalInterface
    public interface Runner {
        /** The exit code; throws {@link IOException} when it cannot be started. */
        int run(List<String> command, boolean waits) throws IOException, InterruptedException;
    }

    /** Lays the store by. */
    @FunctionalInterface
    public interface Backup {
        /** The folder it was copied into. */
        Path lay(String before);
    }

    /**
     * A newer program, found good.
     *
     * @param version what it calls itself
     * @param file its package on the stick
     */
    public record Offer(String version, Path file, String sha256, long bytes) {}

    /**
     * What became of an update.
     *
     * @param finished false when an installer was started that ends by itself
     * @param backup where the store was laid by
     */
    public record Outcome(boolean finished, Path backup) {}

    public Update(Installed installed, Runner runner) {
        this(installed, runner, Path.of(System.getProperty("java.io.tmpdir", "")));
    }

    Update(Installed installed, Runner runner, Path workplace) {
        this.installed = installed;
        this.runner = runner;
        this.workplace = workplace;
    }

    /** The system's own way of running a program. */
    public static int run(List<String> command, boolean waits) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command);
        process.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        Process begun = process.start();
        return waits ? begun.waitFor() : 0;
    }

    /** Reads a stick and every byte of its package for this PC. Throws {@link Refused} when it is not good, or brings nothing newer. */
    public Offer check(Path stick) {
        Release release = release(stick);
        String present = String.valueOf(installed.version());
        if (!release.isNewerThan(present)) {
            throw Refused.of("update.refused.not_newer", release.version(), present);
        }
        if (release.schema() < installed.schema()) {
            throw Refused.of("update.refused.older_schema", release.version());
        }
        String name = installed.packageOf(release.version());
        Release.Part part = release.part(name).orElseThrow(() -> Refused.of("update.refused.no_package", name));
        var offer = new Offer(release.version(), stick.resolve(name), part.sha256(), part.bytes());
        verify(offer, OutputStream.nullOutputStream());
        return offer;
    }

    private Release release(Path stick) {
        if (installed.version() == null || installed.home() == null || installed.isPortable()) {
            throw Refused.of(installed.isPortable() ? "update.refused.portable" : "update.refused.not_installed");
        }
        Path key = installed.key().orElseThrow(() -> Refused.of("update.refused.no_key"));
        byte[] list = read(stick, Release.NAME);
        if (!TownKey.verifies(openKey(key), list, read(stick, Release.SIGNATURE))) {
            throw Refused.of("update.refused.bad_signature");
        }
        return Release.read(new String(list, StandardCharsets.UTF_8));
    }

    private static byte[] read(Path stick, String name) {
        try (InputStream in = open(stick.resolve(name))) {
            return in.readNBytes(LONGEST_LIST);
        } catch (IOException missing) {
            throw Refused.of("update.refused.no_list", stick, name);
        }
    }

    /** A link could lead to anything, and a pipe would keep this waiting for ever. */
    private static InputStream open(Path file) throws IOException {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw Refused.of("update.refused.no_file", file.getFileName());
        }
        return Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS);
    }

    private static PublicKey openKey(Path file) {
        try {
            return TownKey.readPem(Files.readString(file));
        } catch (IOException | IllegalArgumentException unreadable) {
            throw Refused.of("update.refused.no_key");
        }
    }

    /** Copies the package and says no when what was copied is not what was signed. */
    private static void verify(Offer offer, OutputStream copy) {
        try (InputStream in = open(offer.file())) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[BUFFER];
            long bytes = 0;
            for (int length = in.read(buffer); length >= 0 && bytes <= offer.bytes(); length = in.read(buffer)) {
                digest.update(buffer, 0, length);
                write(copy, buffer, length);
                bytes += length;
            }
            if (bytes != offer.bytes() || !HexFormat.of().formatHex(digest.digest()).equals(offer.sha256())) {
                throw Refused.of("update.refused.damaged", offer.file().getFileName());
            }
        } catch (IOException unreadable) {
            throw Refused.of("update.refused.damaged", offer.file().getFileName());
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static void write(OutputStream copy, byte[] buffer, int length) {
        try {
            copy.write(buffer, 0, length);
        } catch (IOException full) {
            throw Refused.of("update.refused.no_room");
        }
    }

    /** Copies, verifies the copy, lays the store by, installs. Throws {@link Refused} when any of it fails; the old program stays then. */
    public Outcome install(Offer offer, Backup backup) {
        Path copy = copy(offer);
        boolean begun = false;
        try {
            Path laidBy = backup.lay(String.valueOf(installed.version()));
            // laying by may have taken minutes, in which somebody else had the copy
            verify(new Offer(offer.version(), copy, offer.sha256(), offer.bytes()), OutputStream.nullOutputStream());
            run(copy);
            begun = installed.isWindows();
            return new Outcome(!begun, laidBy);
        } finally {
            if (!begun) {
                clear(copy);
            }
        }
    }

    /** The package in a folder of this PC that nobody else may enter. */
    private Path copy(Offer offer) {
        Path copy = null;
        boolean good = false;
        try {
            copy = Files.createTempDirectory(workplace, FOLDER).resolve(String.valueOf(offer.file().getFileName()));
            try (OutputStream out = Files.newOutputStream(copy, StandardOpenOption.CREATE_NEW)) {
                verify(offer, out);
            }
            good = true;
            return copy;
        } catch (IOException full) {
            throw Refused.of("update.refused.no_room");
        } finally {
            if (!good && copy != null) {
                clear(copy);
            }
        }
    }

    private static void clear(Path copy) {
        try {
            Files.deleteIfExists(copy);
            Files.deleteIfExists(copy.toAbsolutePath().getParent());
        } catch (IOException stays) {
            LoggerFactory.getLogger(Update.class).warn("A copy of a package was left behind", stays);
        }
    }

    private void run(Path copy) {
        try {
            int code = runner.run(installed.command(copy, System.getProperty("user.name", "")), !installed.isWindows());
            if (code != 0) {
                throw Refused.of("update.refused.failed", code);
            }
        } catch (IOException cannotStart) {
            LoggerFactory.getLogger(Update.class).warn("Update not installed", cannotStart);
            throw Refused.of("update.refused.failed", "-");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw Refused.of("update.refused.failed", "-");
        }
    }
}
