package cn.anlan.bench.crash;

import cn.anlan.app.Wiring;
import cn.anlan.entry.Refused;
import cn.anlan.exchange.Finding;
import cn.anlan.exchange.Verifier;
import cn.anlan.mediation.Dispute;
import cn.anlan.mediation.DisputeParty;
import cn.anlan.mediation.dossier.Attachment;
import cn.anlan.roster.Literate;
import cn.anlan.security.Drafts;
import cn.anlan.store.Inspection;
import cn.anlan.store.Ledger;
import cn.anlan.store.Query;
import cn.anlan.store.Register;
import cn.anlan.store.backup.BackupFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a writer said it was about to do and had done, and whether an office still knows all of it. */
final class Told {
    /** An acknowledged case: its revision and what its summary says, empty when void. */
    private record Case(long revision, String summary) {}

    private Map<String, Case> cases = new HashMap<>();
    private final Map<String, Map<String, Case>> atBackup = new HashMap<>();
    private final Set<String> imported = new HashSet<>();
    private final Set<String> attached = new HashSet<>();
    private final Set<String> files = new HashSet<>();
    private final Set<String> gone = new HashSet<>();
    private final Map<String, String[]> begun = new TreeMap<>();
    private int draft = -1;
    private int acknowledged;

    Told() {}

    /** Begins with the cases another knows. */
    Told(Told other) {
        cases = new HashMap<>(other.cases);
    }

    int acknowledged() {
        return acknowledged;
    }

    /** The job that was begun last and not acknowledged, if it is this one. */
    boolean isBegun(Job job) {
        return begun.containsKey(job.name());
    }

    /** Hears one whole line. */
    void hear(String line) {
        String[] words = line.split("\t", -1);
        if (words[0].equals("try")) {
            begun.put(words[1], words);
            if (words[1].equals("RESTORE")) {
                draft = -1;
            }
            return;
        }
        begun.remove(words[1]);
        acknowledged += words[1].equals("OPEN") ? 0 : 1;
        switch (words[1]) {
            case "TYPE" -> cases.put(words[2], new Case(Long.parseLong(words[3]), words[4]));
            case "IMPORT" -> imported.add(words[2]);
            case "ATTACH" -> attached.add(words[2]);
            case "DRAFT" -> draft = Integer.parseInt(words[2]);
            case "EXPORT" -> files.add("out/" + words[2]);
            case "REKEY" -> gone.add(words[2]);
            case "BACKUP" -> {
                files.add(words[2]);
                atBackup.put(words[2], Map.copyOf(cases));
            }
            case "RESTORE" -> cases = new HashMap<>(atBackup.get(words[2]));
            default -> { }
        }
    }

    /**
     * Opens the office as the next morning does, looks everything over and closes it: a sentence for each thing lost, half or broken. What was under
     * way and landed all the same counts as told from now on.
     */
    List<String> faults(Office office) throws IOException {
        List<String> faults = new ArrayList<>();
        try (Wiring house = office.open()) {
            house.inspection().run().stream().filter(found -> !found.whole()).map(Inspection.Result::toString).forEach(faults::add);
            faults.addAll(caseFaults(house));
            faults.addAll(rosterFaults(house));
            for (String id : attached) {
                Optional<Attachment> kept = house.registers().of(Attachment.class).find(id);
                if (kept.isEmpty() || house.dossiers().content(kept.get()).length == 0) {
                    faults.add("attachment lost " + id);
                }
            }
            Optional<Drafts.Draft> found = house.doorkeeper().drafts().orElseThrow().find();
            if (draft >= 0 && (found.isEmpty() || found.get().forms().values().stream().noneMatch(form -> form.contains("\"n\"")))) {
                faults.add("draft lost " + draft);
            }
            faults.addAll(bundleFaults(office, house.bundles().ledger()));
            if (gone.stream().anyMatch(office.people()::contains)) {
                faults.add("somebody shown out has a key again");
            }
        } catch (Refused refused) {
            faults.add("not opened: " + refused.getMessage() + " because " + refused.getCause());
        }
        faults.addAll(fileFaults(office));
        begun.clear();
        return faults;
    }

    private List<String> caseFaults(Wiring house) {
        Register<Dispute> disputes = house.registers().of(Dispute.class);
        Map<String, Case> found = new HashMap<>();
        List<String> faults = new ArrayList<>();
        Map<String, Integer> parties = new HashMap<>();
        Register<DisputeParty> people = house.registers().of(DisputeParty.class);
        people.each(Query.all().lives(Query.Lives.BOTH),
                one -> parties.merge(people.shape().get(one, people.shape().field("dispute_id")) + "/" + (one.voidReason() == null), 1, Integer::sum));
        disputes.each(Query.all().lives(Query.Lives.BOTH), one -> {
            found.put(one.id(), new Case(one.revision(), CrashWriter.summary(disputes, one)));
            if (parties.getOrDefault(one.id() + "/" + (one.voidReason() == null), 0) != 2) {
                faults.add("half a case " + one.id());
            }
        });
        String[] restoring = begun.get("RESTORE");
        Map<String, Case> other = restoring == null ? null : atBackup.get(restoring[2]);
        List<String> lost = lost(cases, found);
        if (!lost.isEmpty() && other != null) {
            lost = lost(other, found);
        }
        faults.addAll(lost);
        cases = found;
        return faults;
    }

    private List<String> lost(Map<String, Case> told, Map<String, Case> found) {
        List<String> faults = new ArrayList<>();
        @Nullable String[] change = begun.get("TYPE");
        told.forEach((id, known) -> {
            Case now = found.get(id);
            boolean underWay = change != null && change.length > 2 && id.equals(change[2]) && new Case(known.revision + 1, String.valueOf(change[3])).equals(now);
            if (!known.equals(now) && !underWay) {
                faults.add("case lost " + id + ": told " + known + ", found " + now);
            }
        });
        boolean creating = change != null && change.length == 2;
        if (!told.isEmpty() && found.keySet().stream().filter(id -> !told.containsKey(id)).count() > (creating ? 1 : 0)) {
            faults.add("cases nobody was told of");
        }
        return faults;
    }

    private List<String> rosterFaults(Wiring house) {
        Map<String, Integer> rows = new HashMap<>();
        Register<Literate> people = house.registers().of(Literate.class);
        people.each(Query.all(), one -> rows.merge(one.person().name(), 1, Integer::sum));
        List<String> faults = new ArrayList<>();
        rows.forEach((tag, count) -> {
            if (count != CrashWriter.ROWS) {
                faults.add("half a roster " + tag + ": " + count);
            }
        });
        imported.stream().filter(tag -> !rows.containsKey(tag)).forEach(tag -> faults.add("roster lost " + tag));
        imported.addAll(rows.keySet());
        return faults;
    }

    /** A bundle that has its name is noted, and one that is noted has its name, or stands ready beside it for the next sealing to finish. */
    private static List<String> bundleFaults(Office office, List<Ledger.Line> ledger) throws IOException {
        List<String> faults = new ArrayList<>();
        Set<String> noted = new HashSet<>();
        for (int i = 0; i < ledger.size(); i++) {
            Path file = office.out().resolve(ledger.get(i).file());
            noted.add(ledger.get(i).file());
            if (!Files.exists(file) && !(i == 0 && Files.exists(file.resolveSibling(ledger.get(i).file() + ".part")))) {
                faults.add("bundle lost " + file.getFileName());
            }
        }
        if (ledger.stream().map(Ledger.Line::number).distinct().count() != ledger.size()) {
            faults.add("a bundle's number was given out twice");
        }
        office.files(".zhb").stream().map(file -> file.getFileName().toString()).filter(name -> !noted.contains(name))
                .forEach(name -> faults.add("bundle not noted " + name));
        return faults;
    }

    private List<String> fileFaults(Office office) throws IOException {
        List<String> faults = new ArrayList<>();
        files.stream().filter(file -> !Files.exists(office.root().resolve(file))).forEach(file -> faults.add("file lost " + file));
        for (Path bundle : office.files(".zhb")) {
            Verifier.verify(bundle).stream().filter(Finding::isError).forEach(found -> faults.add("bundle broken: " + found));
        }
        for (Path backup : office.files(BackupFile.ENDING)) {
            try {
                BackupFile.read(backup).verify(() -> false);
            } catch (Refused broken) {
                faults.add("backup broken: " + broken.getMessage());
            }
        }
        return faults;
    }
}
