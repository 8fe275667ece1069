package cn.anlan.mediation.subsidy;

import cn.anlan.entry.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The office's own look at a case before it is claimed (自查): one line for each thing the county will look at. */
public final class SelfCheck {
    private final List<Line> lines = new ArrayList<>();

    /** How a line came out (自查结果). */
    public enum Outcome {
        HOLDS,
        /** May be claimed, but somebody should look. */
        DOUBTFUL,
        /** Is not paid as it stands. */
        FAILS
    }

    /** One thing looked at, and what is the matter with it. */
    public record Line(Outcome outcome, String sentence) {}

    /** Looks at one thing; its sentences stand under {@code mediation.subsidy.check.<item>} and {@code mediation.subsidy.wrong.<item>}. */
    void look(String item, boolean holds, Object... args) {
        lines.add(holds ? new Line(Outcome.HOLDS, Text.of("mediation.subsidy.check." + item))
                : new Line(Outcome.FAILS, Text.of("mediation.subsidy.wrong." + item, args)));
    }

    void doubtIf(boolean doubtful, String item, Object... args) {
        if (doubtful) {
            lines.add(new Line(Outcome.DOUBTFUL, Text.of("mediation.subsidy.wrong." + item, args)));
        }
    }

    public List<Line> lines() {
        return List.copyOf(lines);
    }

    /** Whether nothing stands against paying. */
    public boolean isPayable() {
        return lines.stream().noneMatch(line -> line.outcome == Outcome.FAILS);
    }

    /** Everything that is not as it should be, one sentence after the other; empty when all is. */
    public String reasons() {
        return lines.stream().filter(line -> line.outcome != Outcome.HOLDS).map(Line::sentence).collect(Collectors.joining());
    }

    /** The whole look in words, as it is kept with the claim. */
    public String words() {
        return lines.stream().map(Line::sentence).collect(Collectors.joining("\n"));
    }
}
