package cn.anlan.mediation.subsidy;

import cn.anlan.entry.Entry;
import cn.anlan.entry.Field;
import cn.anlan.entry.Refused;
import cn.anlan.entry.Text;
import cn.anlan.entry.Type;
import cn.anlan.mediation.Agreement;
import cn.anlan.mediation.Committee;
import cn.anlan.mediation.Dispute;
import cn.anlan.mediation.DisputeParty;
import cn.anlan.mediation.SubsidyClaim;
import cn.anlan.store.Query;
import cn.anlan.store.Registers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** The table of claims handed in together (申报汇总表): a title, headings, and a row for each claim; the last row adds them up. */
public record ClaimTable(String title, List<String> headings, List<List<String>> rows) {
    private static final int MOST = 1_000;
    private static final String PERFORMED = "1";

    /** Reads the table out of the books (汇总). */
    static final class Reading {
        private final Registers registers;

        Reading(Registers registers) {
            this.registers = registers;
        }

        /** Throws {@link Refused} when the batch has no claims. */
        ClaimTable table(String batchNo, List<SubsidyClaim> claims) {
            if (claims.isEmpty()) {
                throw Refused.of("mediation.refused.empty_batch", batchNo);
            }
            List<List<String>> rows = new ArrayList<>();
            claims.forEach(claim -> rows.add(row(rows.size() + 1, claim)));
            long total = claims.stream().mapToLong(claim -> claim.matter().amountFen()).sum();
            rows.add(List.of("", Text.of("mediation.subsidy.total", claims.size()), "", "", "", "", "", "", "", Type.MONEY.write(total), ""));
            return new ClaimTable(Text.of("mediation.subsidy.table", batchNo), Arrays.asList(Text.of("mediation.subsidy.headings").split(" ", -1)), rows);
        }

        private List<String> row(int number, SubsidyClaim claim) {
            Dispute dispute = registers.of(Dispute.class).get(claim.matter().disputeId());
            String committee = dispute.handling().committeeId() == null ? ""
                    : registers.of(Committee.class).get(dispute.handling().committeeId()).body().name();
            String parties = registers.of(DisputeParty.class).list(Query.all().is("dispute_id", dispute.id()), MOST).stream()
                    .sorted(Comparator.comparing(party -> party.who().role())).map(party -> party.who().name()).collect(Collectors.joining("、"));
            String form = registers.of(Agreement.class).list(Query.all().is("dispute_id", dispute.id()), 1).stream()
                    .map(agreement -> show(Agreement.class, "form", agreement.heading().form())).findFirst().orElse("");
            boolean performed = PERFORMED.equals(dispute.outcome().closing().closeResult());
            return List.of(String.valueOf(number), committee, Objects.requireNonNullElse(dispute.registration().caseNo(), ""), parties,
                    show(Dispute.class, "type_sf", dispute.facts().typeSf()), form, claim.matter().tier(),
                    performed ? Text.of("entry.yes") : Text.of("entry.no"), registers.title("mediator", claim.matter().mediatorId()),
                    Type.MONEY.write(claim.matter().amountFen()), Objects.requireNonNullElse(claim.matter().cardTail(), ""));
        }

        private String show(Class<? extends Entry> type, String name, String code) {
            Field field = registers.of(type).shape().field(name);
            return registers.show(field, code);
        }
    }
}
