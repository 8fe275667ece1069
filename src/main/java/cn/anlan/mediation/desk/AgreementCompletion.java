package cn.anlan.mediation.desk;

import cn.anlan.entry.Completion;
import cn.anlan.mediation.Agreement;
import org.jspecify.annotations.Nullable;

/** Fills in when an agreement takes effect (生效日期): one by word of mouth when made, a written one when signed and sealed. Source: 人民调解法 art. 29, 30. */
public final class AgreementCompletion implements Completion<Agreement> {
    private static final String WRITTEN = "1";

    @Override
    public Agreement complete(Agreement agreement, @Nullable Agreement before) {
        var heading = agreement.heading();
        var signing = agreement.signing();
        boolean inForce = heading.form() != null
                && (!heading.form().equals(WRITTEN) || signing.partiesSigned() && signing.mediatorSigned() && signing.sealed());
        return agreement.withHeading(heading.withEffectiveDate(inForce ? heading.signDate() : null));
    }
}
