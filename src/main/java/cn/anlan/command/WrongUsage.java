package cn.anlan.command;

import cn.anlan.entry.Text;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with a command line (用法有误), in the clerk's language, and where to read more. */
final class WrongUsage implements CommandLine.IParameterExceptionHandler {
    static final int WRONG_USAGE = 2;

    @Override
    public int handleParseException(ParameterException wrong, String[] args) {
        CommandLine command = wrong.getCommandLine();
        command.getErr().println(sentence(wrong));
        command.getErr().println(Text.of("command.wrong.see_help", command.getCommandSpec().qualifiedName()));
        return WRONG_USAGE;
    }

    private static String sentence(ParameterException wrong) {
        return switch (wrong) {
            case MissingParameterException missing -> Text.of("command.wrong.missing", names(missing.getMissing()));
            case UnmatchedArgumentException unmatched -> Text.of("command.wrong.unknown", String.join(" ", unmatched.getUnmatched()));
            default -> wrong.getArgSpec() == null ? String.valueOf(wrong.getMessage())
                    : Text.of("command.wrong.value", names(List.of(wrong.getArgSpec())), wrong.getValue());
        };
    }

    private static String names(List<ArgSpec> arguments) {
        return arguments.stream().map(argument -> argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel())
                .collect(Collectors.joining(" "));
    }
}
