package cn.anlan.app;

import cn.anlan.security.Access;
import cn.anlan.security.Role;
import cn.anlan.security.key.Holder;
import cn.anlan.security.key.KeyRing;
import cn.anlan.security.key.Keys;
import cn.anlan.security.key.RecoveryCode;
import java.nio.file.Path;
import java.time.Clock;

/** Coming in with the sheet from the safe (凭恢复码进入), when every password is forgotten: a new password, and the sheet is replaced. */
public record Rescue(Path folder, Clock clock, Keys keys) {

    /** The house, open for her who came back, and the code that replaces the one she brought. */
    public record Back(Wiring house, RecoveryCode code) {}

    /**
     * Opens the house for somebody; one who has no account yet gets one of a director, for whoever has the sheet is trusted with everything. Takes
     * about two seconds. Throws {@link cn.anlan.entry.Refused} for a wrong code, while one has to wait, and for a password that would be guessed.
     */
    public Back by(RecoveryCode code, String name, char[] password) {
        KeyRing ring = keys.open(code);
        Holder holder = keys.holders().stream().filter(one -> one.name().equals(name)).findFirst()
                .orElse(new Holder(name, Role.DIRECTOR.word(), null));
        var house = new Wiring(folder, clock, Access.byCode(new Keys.Opened(holder, ring)));
        try {
            return new Back(house, house.doorkeeper().accounts().comeBack(password));
        } catch (RuntimeException refused) {
            house.close();
            throw refused;
        }
    }
}
