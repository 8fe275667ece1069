package cn.anlan.app;

import cn.anlan.reference.Checks;
import cn.anlan.reference.Code;
import cn.anlan.reference.CodeLists;
import cn.anlan.reference.Place;
import cn.anlan.reference.Places;
import cn.anlan.reference.WorkCalendar;
import cn.anlan.store.Database;
import cn.anlan.store.Journal;
import cn.anlan.store.Registers;
import cn.anlan.store.Seed;
import cn.anlan.store.Series;
import cn.anlan.store.Settings;
import java.nio.file.Path;
import java.time.Clock;

/** Puts the house together for one store (装配): the one class that says {@code new} to registers and desks. Knows no screen. */
public final class Wiring implements AutoCloseable {
    private final Database database;
    private final Settings settings;
    private final Journal journal;
    private final CodeLists codes = new CodeLists();
    private final Places places = new Places();
    private final Registers registers;

    /** Opens the store in a folder, making it when there is none; throws {@link cn.anlan.entry.Refused} when that cannot be. */
    public Wiring(Path folder, Clock clock) {
        database = Database.open(folder);
        settings = new Settings(database);
        journal = new Journal(database, clock, () -> settings.get("clerk").orElse(System.getProperty("user.name", "")));
        registers = new Registers(database, journal, new Checks(codes, places, clock), codes, places);
        openRegisters();
        new Seed(registers).plant();
        registers.reload();
    }

    private void openRegisters() {
        registers.open(Code.class);
        registers.open(Place.class);
    }

    /** The clock of an office in China. */
    public static Clock officeClock() {
        return Clock.system(Journal.ZONE);
    }

    public Database database() {
        return database;
    }

    public Settings settings() {
        return settings;
    }

    public Journal journal() {
        return journal;
    }

    public Registers registers() {
        return registers;
    }

    public CodeLists codes() {
        return codes;
    }

    public Places places() {
        return places;
    }

    public WorkCalendar calendar() {
        return new WorkCalendar(codes);
    }

    public Series series() {
        return new Series(database);
    }

    @Override
    public void close() {
        database.close();
    }
}
