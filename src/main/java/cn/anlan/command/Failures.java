package cn.anlan.command;

import cn.anlan.command.part.StoreCommand;
import cn.anlan.entry.FailureCode;
import cn.anlan.entry.Refused;
import cn.anlan.entry.Text;
import java.io.PrintWriter;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Says why a command was not done (不予办理): a refusal in its own sentences, anything else in one with a code; the log has the details. */
final class Failures implements CommandLine.IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(Exception failed, CommandLine command, ParseResult parsed) throws ParameterException {
        PrintWriter err = command.getErr();
        switch (failed) {
            case ParameterException wrongUsage -> throw wrongUsage;
            case Refused refused -> {
                refused.violations().forEach(violation -> err.println(violation.sentence()));
                if (!refused.violations().isEmpty() && refused.canBeOverruled()) {
                    err.println(Text.of("command.can_be_overruled"));
                }
            }
            default -> {
                String code = FailureCode.of(failed);
                LoggerFactory.getLogger(Failures.class).error("Failure {}", code, failed);
                err.println(Text.of("command.failure", code));
            }
        }
        return StoreCommand.REFUSED;
    }
}
