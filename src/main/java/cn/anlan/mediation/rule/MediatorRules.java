package cn.anlan.mediation.rule;

import cn.anlan.entry.Findings;
import cn.anlan.entry.Rule;
import cn.anlan.entry.Violation;
import cn.anlan.mediation.Mediator;
import cn.anlan.reference.ResidentIdNumber;
import java.util.List;

/** What must agree within one mediator (调解员勾稽): an adult, the person of the ID number. Source: 人民调解法 art. 14. */
public final class MediatorRules implements Rule<Mediator> {
    private static final int OF_AGE = 18;

    @Override
    public List<Violation> check(Mediator mediator) {
        var person = mediator.person();
        var post = mediator.post();
        var found = new Findings("mediation").refuseUnlessInOrder(post.startDate(), post.endDate(), "end_date", "left_before_start");
        if (person.birthDate() != null) {
            found.refuseUnlessInOrder(person.birthDate().plusYears(OF_AGE), post.startDate(), "birth_date", "mediator_under_age");
        }
        if (person.idNumber() != null) {
            var id = new ResidentIdNumber(person.idNumber());
            found.warnIf(id.contradicts(person.sex(), null), "sex", "sex_contradicts_id");
            found.warnIf(id.contradicts(null, person.birthDate()), "birth_date", "birth_contradicts_id");
        }
        return found.all();
    }
}
