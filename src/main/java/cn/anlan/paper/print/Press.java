package cn.anlan.paper.print;

import cn.anlan.entry.Refused;
import cn.anlan.entry.Violation;
import cn.anlan.paper.WholeFile;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Turns papers into PDF (印制): A4, fonts embedded as far as used, the same bytes for the same paper. One run at a time, for the fonts are
 * shared. Not for the FX thread.
 */
public final class Press {
    private final Typefaces faces;
    private final Glyphs glyphs;
    private final ReentrantLock lock = new ReentrantLock();

    /** What is done about a character no font holds (缺字处理). */
    public enum Gaps {
        /** Nothing is printed; every missing character is named. */
        REFUSE,
        /** An empty box is left for writing it in by hand. */
        LEAVE
    }

    /** A press with these fonts. */
    public Press(Typefaces faces) {
        this.faces = faces;
        this.glyphs = new Glyphs(faces::covers);
        XRLog.setLoggingEnabled(false);
    }

    /** What of a paper cannot be printed: a sentence for every character no font holds. Soft, see {@link Gaps#LEAVE}. */
    public List<Violation> check(Paper paper) {
        return glyphs.missing(paper);
    }

    /** The PDF. Throws {@link Refused} with {@link #check}'s sentences. */
    public byte[] print(Paper paper) {
        return print(paper, Gaps.REFUSE);
    }

    /** The PDF; a paper printed with gaps is changed by it. */
    public byte[] print(Paper paper, Gaps gaps) {
        try (PressRun run = run(paper.title(), gaps)) {
            run.add(paper);
            var bytes = new ByteArrayOutputStream(1 << 16);
            run.save(bytes);
            return bytes.toByteArray();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Prints into a file that stands there whole or not at all. Throws {@link Refused} also when it cannot be written. */
    public void print(Paper paper, Path file) {
        byte[] pdf = print(paper);
        WholeFile.write(file, out -> out.write(pdf));
    }

    /** Begins a file of several papers; it must be closed, nobody else prints before. */
    public PressRun run(String title, Gaps gaps) {
        lock.lock();
        return new PressRun(title, faces, glyphs, gaps, lock::unlock);
    }
}
