package cn.anlan.bench.crash;

import cn.anlan.app.Doorkeeper;
import cn.anlan.app.Wiring;
import cn.anlan.bench.BenchStore;
import cn.anlan.entry.Refused;
import cn.anlan.reference.ResidentIdNumber;
import cn.anlan.security.Access;
import cn.anlan.security.Role;
import cn.anlan.security.key.Holder;
import cn.anlan.security.key.KeyRing;
import cn.anlan.security.key.Keys;
import cn.anlan.security.key.TestKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/** A small locked office on the disk: {@code store} with its keys and cases, {@code out} for what leaves it. */
final class Office {
    static final String DIRECTOR = "王所长";
    /** People who are there to be dismissed, each by a change of keys. */
    static final int PEOPLE = 60;

    private static final char[] PASSWORD = "山羊电灯火车棉袄暖壶".toCharArray();
    private static final int CASES = 40;

    private final Path root;

    Office(Path root) {
        this.root = root;
    }

    Path root() {
        return root;
    }

    Path store() {
        return root.resolve("store");
    }

    Path out() {
        return root.resolve("out");
    }

    /** What a writer in it said on standard error. */
    Path said() {
        return root.resolveSibling(root.getFileName() + ".err");
    }

    static String person(int number) {
        return "某" + number;
    }

    /** Makes a new one; takes seconds. */
    void make() throws IOException {
        Files.createDirectories(store());
        Files.createDirectories(out());
        try (var house = new Wiring(store(), Wiring.officeClock())) {
            Map.of("clerk", "clerk", "org_code", "620623100000", "org_name", "华藏寺镇综治中心", "home", "620623100").forEach(house.settings()::put);
            var random = new Random(1);
            for (int i = 0; i < CASES; i++) {
                house.registers().together(() -> BenchStore.dispute(house, random));
            }
            house.bundles().key();
        }
        Keys keys = TestKeys.of(store(), Wiring.officeClock());
        KeyRing ring = keys.begin(new Holder(DIRECTOR, Role.DIRECTOR.word(), null), PASSWORD).opened().ring();
        for (int i = 0; i < PEOPLE; i++) {
            keys.put(ring, new Holder(person(i), Role.CLERK.word(), null), PASSWORD);
        }
        open().close();
    }

    /** Opens it as its director does every morning. Throws {@link Refused}. */
    Wiring open() {
        return new Wiring(store(), Wiring.officeClock(), access(Doorkeeper.keys(store(), Wiring.officeClock())));
    }

    static Access access(Keys keys) {
        return Access.of(keys.open(DIRECTOR, PASSWORD));
    }

    /** The names of all who have a key. */
    List<String> people() {
        return Doorkeeper.keys(store(), Wiring.officeClock()).holders().stream().map(Holder::name).toList();
    }

    /** A man's ID number; another for every serial below eight million. */
    static String idNumber(int serial) {
        int rest = serial / 500;
        String seventeen = "620623" + (1950 + rest % 50) + String.format("%02d%02d%03d", 1 + rest / 50 % 12, 1 + rest / 600 % 28, 2 * (serial % 500) + 1);
        return seventeen + ResidentIdNumber.check(seventeen);
    }

    /** Copies the whole into another place, in place of what stands there. */
    Office copyTo(Path other) throws IOException {
        remove(other);
        try (Stream<Path> all = Files.walk(root)) {
            for (Path each : all.toList()) {
                Files.copy(each, other.resolve(root.relativize(each)));
            }
        }
        return new Office(other);
    }

    static void remove(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }

    /** Files of these endings, wherever they stand. */
    List<Path> files(String... endings) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(file -> Stream.of(endings).anyMatch(ending -> file.getFileName().toString().endsWith(ending))).sorted().toList();
        }
    }
}
