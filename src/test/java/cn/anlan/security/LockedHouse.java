package cn.anlan.security;

import cn.anlan.security.key.Holder;
import cn.anlan.security.key.Keys;
import cn.anlan.security.key.TestKeys;
import java.nio.file.Path;
import java.time.Clock;

/** A house with keys for tests: a director called 王所长, whoever else is wanted, everyone's password the same. */
public final class LockedHouse {
    public static final String DIRECTOR = "王所长";
    public static final String PASSWORD = "山羊电灯火车棉袄暖壶";

    private LockedHouse() {}

    /** Locks the store in a folder at its next opening; the director's way in. */
    public static Keys.Begun lock(Path folder, Clock clock) {
        return TestKeys.of(folder, clock).begin(new Holder(DIRECTOR, Role.DIRECTOR.word(), null), PASSWORD.toCharArray());
    }

    /** Gives somebody a key, and opens the door for her. */
    public static Access admit(Path folder, Clock clock, Access by, Holder holder) {
        Keys keys = TestKeys.of(folder, clock);
        keys.put(by.ring().orElseThrow(), holder, PASSWORD.toCharArray());
        return Access.of(keys.open(holder.name(), PASSWORD.toCharArray()));
    }
}
