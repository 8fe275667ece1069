package cn.anlan.command;

import cn.anlan.app.Doorkeeper;
import cn.anlan.app.Rescue;
import cn.anlan.app.Wiring;
import cn.anlan.command.part.Login;
import cn.anlan.command.part.StoreCommand;
import cn.anlan.entry.Refused;
import cn.anlan.entry.Text;
import cn.anlan.security.Access;
import cn.anlan.security.Account;
import cn.anlan.security.Accounts;
import cn.anlan.security.Role;
import cn.anlan.security.key.Holder;
import cn.anlan.security.key.Keys;
import cn.anlan.security.key.RecoveryCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code anlan account} (账户): who may come in. {@code begin} makes the first account and locks the store; {@code list}, {@code add},
 * {@code reset}, {@code remove}, {@code role}, {@code recovery} and {@code escrow} need one who keeps accounts, {@code password} changes one's own.
 */
@Command(name = "account")
final class AccountCommand extends StoreCommand {
    @Parameters(index = "0", paramLabel = "DEED")
    private String deed = "";

    @Parameters(index = "1", paramLabel = "NAME", arity = "0..1")
    private @Nullable String name;

    @Option(names = "--role", paramLabel = "ROLE")
    private @Nullable String role;

    @Option(names = "--mediator", paramLabel = "ID")
    private @Nullable String mediator;

    @Option(names = "--new-password-file", paramLabel = "FILE")
    private @Nullable Path newPassword;

    @Option(names = "--code-file", paramLabel = "FILE")
    private @Nullable Path code;

    @Option(names = "--county-key", paramLabel = "PEM")
    private @Nullable Path countyKey;

    @Override
    public Integer call() throws IOException {
        return switch (deed) {
            case "begin" -> begin();
            case "recover" -> recover();
            default -> super.call();
        };
    }

    /** Who has the sheet from the safe gives herself another password, and the sheet is replaced. */
    private int recover() {
        var keys = Doorkeeper.keys(folder(), Wiring.officeClock());
        RecoveryCode sheet = RecoveryCode.read(new String(Login.read(Path.of(wanted(code, "--code-file")))));
        Rescue.Back back = new Rescue(folder(), Wiring.officeClock(), keys).by(sheet, named(), typed());
        back.house().close();
        tell(back.code());
        return DONE;
    }

    /** The plain store is locked when it is opened with its first keys; without a store the empty one is. */
    private int begin() {
        var keys = Doorkeeper.keys(folder(), Wiring.officeClock());
        if (keys.exist()) {
            throw Refused.of("security.refused.begun");
        }
        char[] password = typed();
        try (var plain = new Wiring(folder(), Wiring.officeClock())) {
            plain.doorkeeper().advice(named()).require(password);
        }
        Keys.Begun begun = keys.begin(new Holder(named(), Role.of(role == null ? Role.DIRECTOR.word() : role).word(), mediator), password);
        try (var house = new Wiring(folder(), Wiring.officeClock(), Access.of(begun.opened()))) {
            out().println(Text.of("command.account.begun", house.doorkeeper().access().name().orElse("")));
        }
        tell(begun.code());
        return DONE;
    }

    @Override
    protected int run(Wiring wiring) throws IOException {
        Accounts accounts = wiring.doorkeeper().accounts();
        switch (deed) {
            case "list" -> accounts.list().forEach(this::line);
            case "add" -> accounts.admit(holder(), typed());
            case "reset" -> accounts.reset(named(), typed());
            case "remove" -> remove(wiring);
            case "password" -> accounts.changePassword(password(), typed());
            case "role" -> accounts.appoint(holder());
            case "recovery" -> tell(accounts.renewCode());
            case "escrow" -> accounts.entrust(named(), Files.readString(Path.of(wanted(countyKey, "--county-key")), StandardCharsets.US_ASCII));
            default -> throw wrongUsage(Text.of("command.wrong.deed", deed));
        }
        if (!deed.equals("list")) {
            out().println(Text.of("command.account.done"));
        }
        return DONE;
    }

    private Holder holder() {
        return new Holder(named(), Role.of(wanted(role, "--role")).word(), mediator);
    }

    private void line(Account one) {
        out().println(Text.of("command.account.line", one.holder().name(), one.holder().role(), one.role().label()));
    }

    /** What she could have opened with the key she had is sealed anew before the command ends. */
    private void remove(Wiring wiring) {
        wiring.doorkeeper().accounts().dismiss(named());
        out().println(Text.of("command.account.sealed", wiring.doorkeeper().renewal().run().done()));
    }

    private void tell(RecoveryCode code) {
        out().println(Text.of("command.account.code"));
        out().println(code.written());
    }

    private String named() {
        return wanted(name, "NAME");
    }

    private char[] typed() {
        return Login.read(Path.of(wanted(newPassword, "--new-password-file")));
    }

    private String wanted(@Nullable Object given, String what) {
        if (given == null) {
            throw wrongUsage(Text.of("command.wrong.missing", what));
        }
        return given.toString();
    }
}
