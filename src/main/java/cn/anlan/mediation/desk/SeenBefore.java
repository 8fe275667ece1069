package cn.anlan.mediation.desk;

import cn.anlan.mediation.Dispute;
import cn.anlan.mediation.DisputeParty;
import cn.anlan.store.Query;
import cn.anlan.store.Registers;
import cn.anlan.store.Search;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who came before (见过吗): disputes of the same people, of the same two sides, of the same place and kind, found through the index while the
 * parties are being typed. Reads a few dozen entries at most, however many there are.
 */
public final class SeenBefore {
    private static final int FOUND_PER_WORD = 12;
    private static final int MOST_CANDIDATES = 40;
    private static final int MOST_SHOWN = 4;
    private static final int MOST_PAIRED = 3;
    private static final int ID_LENGTH = 15;
    private static final int VILLAGE_CODE = 12;
    private static final int TAIL = 4;
    private static final String APPLICANT = "1";

    private final Registers registers;

    public SeenBefore(Registers registers) {
        this.registers = registers;
    }

    /** Why a dispute is shown, the strongest reason first. */
    public enum Why {
        /** The same two sides within twelve months. */
        PAIR_LATELY,
        /** The same two sides, who complained then being complained of now. */
        SWAPPED,
        /** The same two sides, long ago. */
        PAIR,
        SAME_ID,
        SAME_PHONE,
        SAME_NAME,
        /** A name written otherwise and read alike. */
        SAME_SOUND,
        /** The same village and kind within twelve months. */
        SAME_PLACE
    }

    /** A party as typed so far; what is not typed is empty. */
    public record Person(String role, String name, String phone, String idNumber) {}

    /**
     * What is asked.
     *
     * @param within the dispute being filled in, whose stored parties count too; null when it is not stored yet
     */
    public record Question(List<Person> people, String areaCode, String typeSf, @Nullable String within, LocalDate today) {}

    /** A dispute seen before. */
    public record Seen(Dispute dispute, Why why, String who) {}

    /** The disputes seen before, the strongest reason first; not on the painting thread. */
    public List<Seen> look(Question question) {
        List<Person> people = new ArrayList<>(question.people.stream().filter(person -> length(person.name) > 1 || person.idNumber.length() >= ID_LENGTH).toList());
        boolean named = !people.isEmpty();
        stored(question.within).stream().filter(known -> people.stream().noneMatch(person -> person.name.equals(known.name))).forEach(people::add);
        List<Seen> seen = new ArrayList<>();
        if (named) {
            candidates(people).forEach(id -> find(id, question).flatMap(dispute -> compare(dispute, people, question.today)).ifPresent(seen::add));
        }
        samePlace(question).filter(there -> seen.stream().noneMatch(known -> known.dispute.id().equals(there.dispute.id()))).forEach(seen::add);
        return seen.stream().sorted(Comparator.comparing(Seen::why).thenComparing(one -> one.dispute.registration().registerDate(), Comparator.reverseOrder()))
                .limit(MOST_SHOWN).toList();
    }

    private static int length(String name) {
        return name.codePointCount(0, name.length());
    }

    private List<Person> stored(@Nullable String disputeId) {
        return disputeId == null ? List.of() : parties(disputeId).stream().map(SeenBefore::person).toList();
    }

    private List<DisputeParty> parties(String disputeId) {
        return Move.children(registers, DisputeParty.class, disputeId);
    }

    private static Person person(DisputeParty party) {
        String phone = party.person().contact().phone();
        String id = party.person().idNumber();
        return new Person(party.who().role(), party.who().name(), phone == null ? "" : phone, id == null ? "" : id);
    }

    private Set<String> candidates(List<Person> people) {
        Set<String> ids = new LinkedHashSet<>();
        pairs(people).forEach(pair -> find(pair, ids));
        for (Person person : people) {
            Stream.of(person.idNumber.length() >= ID_LENGTH ? person.idNumber : "", person.name, Search.sound(person.name))
                    .filter(word -> length(word) > 1).forEach(word -> find(word, ids));
        }
        return new LinkedHashSet<>(ids.stream().limit(MOST_CANDIDATES).toList());
    }

    private void find(String words, Set<String> ids) {
        registers.search().find("dispute", words, FOUND_PER_WORD).forEach(hit -> ids.add(hit.rootId()));
    }

    /** Two names at a time: many bear the name of one, few quarrels have both. */
    private static List<String> pairs(List<Person> people) {
        List<String> names = people.stream().map(Person::name).filter(name -> length(name) > 1).distinct().limit(MOST_PAIRED).toList();
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            for (int other = i + 1; other < names.size(); other++) {
                pairs.add(names.get(i) + " " + names.get(other));
            }
        }
        return pairs;
    }

    private Optional<Dispute> find(String id, Question question) {
        return id.equals(question.within) ? Optional.empty() : registers.of(Dispute.class).find(id).filter(dispute -> dispute.voidReason() == null);
    }

    /** The strongest reason why a dispute belongs to these people; empty when there is none. */
    private Optional<Seen> compare(Dispute dispute, List<Person> people, LocalDate today) {
        List<Person> parties = stored(dispute.id());
        List<Seen> reasons = new ArrayList<>();
        List<Person> met = new ArrayList<>();
        Set<Person> meeting = new LinkedHashSet<>();
        boolean swapped = false;
        for (Person person : people) {
            for (Person party : parties) {
                Optional<Why> why = same(person, party);
                why.ifPresent(reason -> reasons.add(new Seen(dispute, reason, party.name)));
                if (why.isPresent() && why.get() != Why.SAME_SOUND && meeting.add(party)) {
                    met.add(person);
                    swapped |= !person.role.isEmpty() && person.role.equals(APPLICANT) != party.role.equals(APPLICANT);
                }
            }
        }
        if (met.stream().distinct().count() > 1) {
            boolean lately = !dispute.registration().registerDate().isBefore(today.minusYears(1));
            reasons.add(new Seen(dispute, swapped ? Why.SWAPPED : lately ? Why.PAIR_LATELY : Why.PAIR, ""));
        }
        return reasons.stream().min(Comparator.comparing(Seen::why));
    }

    private static Optional<Why> same(Person person, Person party) {
        if (person.idNumber.length() >= ID_LENGTH && person.idNumber.equals(party.idNumber)) {
            return Optional.of(Why.SAME_ID);
        } else if (!person.name.isEmpty() && person.name.equals(party.name)) {
            return Optional.of(tail(person.phone).isEmpty() || !tail(person.phone).equals(tail(party.phone)) ? Why.SAME_NAME : Why.SAME_PHONE);
        }
        return length(person.name) > 1 && Search.soundAlike(person.name, party.name) ? Optional.of(Why.SAME_SOUND) : Optional.empty();
    }

    private static String tail(String phone) {
        String digits = phone.replaceAll("\\D", "");
        return digits.length() < TAIL ? "" : digits.substring(digits.length() - TAIL);
    }

    private Stream<Seen> samePlace(Question question) {
        if (question.areaCode.length() < VILLAGE_CODE || question.typeSf.isEmpty()) {
            return Stream.empty();
        }
        Query there = Query.all().is("area_code", question.areaCode).is("type_sf", question.typeSf)
                .where("register_date", Query.Op.FROM, question.today.minusYears(1)).sortedBy("register_date", true);
        return registers.of(Dispute.class).list(there, 2).stream().filter(dispute -> !dispute.id().equals(question.within))
                .map(dispute -> new Seen(dispute, Why.SAME_PLACE, ""));
    }
}
