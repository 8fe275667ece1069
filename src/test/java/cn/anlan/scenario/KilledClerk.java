package cn.anlan.scenario;

import cn.anlan.app.Wiring;
import cn.anlan.mediation.Dispute;
import cn.anlan.security.Access;
import cn.anlan.security.LockedHouse;
import cn.anlan.security.key.TestKeys;
import cn.anlan.store.Query;
import cn.anlan.store.Register;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** A clerk in a process of her own, who rewrites a case over and over and says each time it is stored, until she is killed. */
public final class KilledClerk {
    private KilledClerk() {}

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        var clock = Wiring.officeClock();
        var access = Access.of(TestKeys.of(folder, clock).open(LockedHouse.DIRECTOR, LockedHouse.PASSWORD.toCharArray()));
        try (var house = new Wiring(folder, clock, access); var out = new FileOutputStream(FileDescriptor.out)) {
            Register<Dispute> disputes = house.registers().of(Dispute.class);
            String id = disputes.list(Query.all(), 1).get(0).id();
            for (int i = 1; i < 1_000_000; i++) {
                Map<String, Object> rewritten = Map.of("summary", "第" + i + "次改写");
                Dispute stored = disputes.change(id, entry -> disputes.shape().with(entry, rewritten));
                out.write((stored.revision() + "\n").getBytes(StandardCharsets.US_ASCII));
            }
        }
    }
}
