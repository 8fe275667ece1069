package cn.anlan.station;

import cn.anlan.entry.Findings;
import cn.anlan.entry.Rule;
import cn.anlan.entry.Violation;
import java.util.List;

/** What must agree within one adviser (法律顾问勾稽): the contract ends after it begins. */
public final class AdviserRules implements Rule<Adviser> {
    @Override
    public List<Violation> check(Adviser adviser) {
        var contract = adviser.contract();
        return new Findings("station")
                .refuseUnlessInOrder(contract.contractFrom(), contract.contractTo(), "contract_to", "contract_ends_before_start")
                .all();
    }
}
