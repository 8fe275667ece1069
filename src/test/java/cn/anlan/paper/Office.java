package cn.anlan.paper;

import cn.anlan.app.Wiring;
import cn.anlan.reference.ResidentIdNumber;
import cn.anlan.roster.Literate;
import cn.anlan.store.Register;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/** A township office with an empty store and a clock that stands still on 20 May 2025. */
final class Office implements AutoCloseable {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2025-05-20T01:00:00Z"), ZoneId.of("Asia/Shanghai"));
    final Wiring house;
    final Register<Literate> literates;
    final SheetImport sheets;
    /** The end of the journal before anything was done. */
    final long begun;

    Office(Path folder) {
        house = new Wiring(folder, CLOCK);
        house.settings().put("home", "620623100");
        house.settings().put("clerk", "王干事");
        literates = house.registers().of(Literate.class);
        sheets = new SheetImport(house.registers(), house.initial());
        begun = house.journal().last();
    }

    /** A rightly formed ID number of a man born on 1 January 1980. */
    static String idNumber(int sequence) {
        String seventeen = "62062319800101" + String.format("%02d", sequence) + "1";
        return seventeen + ResidentIdNumber.check(seventeen);
    }

    @Override
    public void close() {
        house.close();
    }
}
