package cn.anlan.mediation.desk;

import cn.anlan.entry.Completion;
import cn.anlan.mediation.DisputeParty;
import cn.anlan.reference.IdentityCompletion;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Fills in what a party's resident ID says, and whether the party is a child under 14, for whom a guardian stands (当事人自动填写).
 * Source: 个人信息保护法 art. 31.
 */
public final class PartyCompletion implements Completion<DisputeParty> {
    private static final int CHILD_UNTIL = 14;
    /** 居民身份证, the only paper whose number tells sex and birth date. */
    private static final String RESIDENT_ID = "111";

    private final IdentityCompletion<DisputeParty> identity = new IdentityCompletion<>(DisputeParty.class);
    private final Clock clock;

    /** The clock's zone is the office's: Asia/Shanghai. */
    public PartyCompletion(Clock clock) {
        this.clock = clock;
    }

    @Override
    public DisputeParty complete(DisputeParty typed, @Nullable DisputeParty before) {
        DisputeParty party = RESIDENT_ID.equals(typed.person().idType()) ? identity.complete(typed, before) : typed;
        LocalDate born = party.person().birthDate();
        boolean child = born != null && born.plusYears(CHILD_UNTIL).isAfter(LocalDate.now(clock));
        return party.withPerson(party.person().withContact(party.person().contact().withIsMinor(child)));
    }
}
