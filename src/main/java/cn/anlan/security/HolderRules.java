package cn.anlan.security;

import cn.anlan.entry.Refused;
import cn.anlan.security.key.Holder;
import java.util.List;

/** What holds for whoever gets an account or another role (账户规矩). */
final class HolderRules {
    /** Longer names do not fit where names stand. */
    private static final int LONGEST_NAME = 20;

    private HolderRules() {}

    /** A name that can be read, and that nobody has. */
    static void requireName(Holder holder, List<Holder> known) {
        String name = holder.name();
        if (name.isBlank() || name.codePoints().anyMatch(Character::isISOControl)) {
            throw Refused.of("security.refused.no_name");
        } else if (name.codePointCount(0, name.length()) > LONGEST_NAME) {
            throw Refused.of("security.refused.long_name", LONGEST_NAME);
        } else if (known.stream().anyMatch(one -> one.name().equals(name))) {
            throw Refused.of("security.refused.known", name);
        }
    }

    /** Who sees her own cases only is one of the book of mediators. */
    static void requireMediator(Holder holder) {
        if (Role.of(holder.role()) == Role.MEDIATOR && holder.mediatorId() == null) {
            throw Refused.of("security.refused.no_mediator", holder.name());
        }
    }

    /** An office nobody can let people into is locked for good. */
    static void keepOneKeeper(List<Holder> holders, String name, Role becomes) {
        boolean another = holders.stream().anyMatch(holder -> !holder.name().equals(name) && Role.of(holder.role()).keepsAccounts());
        if (!another && !becomes.keepsAccounts()) {
            throw Refused.of("security.refused.last_keeper");
        }
    }
}
