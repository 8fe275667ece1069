package cn.anlan.security;

import cn.anlan.security.key.Holder;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * Somebody who may come in, as those see her who keep the accounts (账户).
 *
 * @param waits how long she has to wait who guessed wrong too often; zero for all others
 * @param oneself whether she is the one who asks
 */
public record Account(Holder holder, Optional<OffsetDateTime> lastLogin, Duration waits, boolean oneself) {
    public Role role() {
        return Role.of(holder.role());
    }
}
