package cn.anlan.report;

import cn.anlan.TestHouse;
import cn.anlan.entry.Period;
import cn.anlan.mediation.Agreement;
import cn.anlan.mediation.Committee;
import cn.anlan.mediation.Dispute;
import cn.anlan.mediation.Screening;
import cn.anlan.report.form.Column;
import cn.anlan.report.form.Request;
import cn.anlan.report.form.Row;
import cn.anlan.store.Query;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The numbers of a report counted case by case in plain Java, as a person would with a heap of folders. */
final class Recount {
    private static final Set<String> AGREED = Set.of("05", "06", "07", "08");

    private final List<Case> cases = new ArrayList<>();
    private final List<Screening> screenings = new ArrayList<>();
    /** The oldest committee of each place. */
    private final Map<String, Committee> seats = new HashMap<>();

    private record Case(Dispute dispute, String committeeKind, @Nullable Agreement agreement) {
        String stage() {
            return dispute.registration().stage();
        }

        String result() {
            return String.valueOf(dispute.outcome().closing().closeResult());
        }

        @Nullable LocalDate accepted() {
            return dispute.handling().acceptDate();
        }

        @Nullable LocalDate closed() {
            return dispute.outcome().closing().closeDate();
        }

        boolean counts() {
            return accepted() != null && !Set.of("01", "02", "10").contains(stage()) && !result().equals("6");
        }

        boolean moved() {
            return stage().equals("13") || result().equals("5");
        }

        @Nullable LocalDate left() {
            return moved() ? dispute.outcome().referring().referDate() : closed();
        }

        boolean agreed() {
            return AGREED.contains(stage()) || dispute.outcome().closing().isSuccess();
        }

        /** None of the random cases has a book of steps, so what was sent on had never been mediated. */
        boolean mediated() {
            return agreed() || Set.of("11", "12").contains(stage()) || Set.of("1", "2", "3", "4").contains(result());
        }

        long fen() {
            Long agreed = agreement == null ? null : agreement.performance().totalAmountFen();
            Long stake = dispute.facts().scope().amountFen();
            return agreed != null ? agreed : stake == null ? 0 : stake;
        }

        boolean crowd() {
            return !dispute.facts().scope().scale().equals("01") || dispute.risk().warnLevel() != null;
        }
    }

    Recount(TestHouse house) {
        Map<String, Agreement> agreements = new HashMap<>();
        house.register(Agreement.class).each(Query.all(), one -> agreements.put(one.disputeId(), one));
        house.register(Screening.class).each(Query.all(), screenings::add);
        house.register(Committee.class).each(Query.all(), one -> seats.putIfAbsent(one.body().areaCode(), one));
        house.register(Dispute.class).each(Query.all(), one -> {
            String committee = one.handling().committeeId();
            String kind = committee == null ? "" : house.register(Committee.class).get(committee).body().kind();
            cases.add(new Case(one, kind, agreements.get(one.id())));
        });
    }

    /** Cases, people or fen in one cell. */
    long of(Request request, Row row, Column column) {
        if (column.key().matches("screenings|found|prevented.*")) {
            return screenings.stream().filter(one -> request.period().contains(one.round().date())).filter(one -> stands(one, row.key()))
                    .mapToLong(one -> screened(one, column.key())).sum();
        }
        Predicate<Case> inRow = row(row.key());
        Predicate<Case> inColumn = column(request, column.key());
        return cases.stream().filter(Case::counts).filter(inRow).filter(inColumn).mapToLong(one -> switch (column.key()) {
            case "people" -> one.dispute.facts().scope().peopleCount();
            case "amount_fen" -> one.fen();
            default -> 1;
        }).sum();
    }

    private boolean stands(Screening one, String row) {
        Committee seat = seats.get(one.round().areaCode());
        return row.equals("all") || row.equals("place_" + one.round().areaCode())
                || seat != null && (row.equals(seat.id()) || row.equals("kind_" + seat.body().kind()));
    }

    private static long screened(Screening one, String column) {
        var result = one.result();
        String[] parts = column.split("_");
        boolean ofKind = parts.length > 1 && parts[1].equals(result.preventKind());
        Integer people = result.preventPeople();
        return switch (parts.length) {
            case 3 -> ofKind && people != null ? people : 0;
            case 2 -> ofKind ? result.preventedCount() : 0;
            default -> column.equals("screenings") ? 1 : column.equals("found") ? result.foundCount() : result.preventedCount();
        };
    }

    private static Predicate<Case> row(String key) {
        String code = key.substring(key.indexOf('_') + 1);
        return switch (key.contains("_") ? key.substring(0, key.indexOf('_')) : key) {
            case "all" -> one -> true;
            case "kind" -> one -> one.committeeKind.equals(code);
            case "zz" -> one -> code.equals(one.dispute.facts().typeZz());
            case "scale" -> one -> code.equals(one.dispute.facts().scope().scale());
            case "risk" -> one -> code.equals(one.dispute.risk().riskLevel());
            case "place" -> one -> code.equals(one.dispute.registration().areaCode());
            default -> one -> key.equals(one.dispute.handling().committeeId());
        };
    }

    private static boolean in(Period period, @Nullable LocalDate day) {
        return day != null && period.contains(day);
    }

    private static Predicate<Case> counted(Request request) {
        Period period = request.period();
        return request.byAcceptance() ? one -> in(period, one.accepted()) && (one.mediated() || !one.moved())
                : one -> in(period, one.closed()) && one.mediated();
    }

    private static Predicate<Case> open(LocalDate evening) {
        return one -> !one.accepted().isAfter(evening) && (one.left() == null || one.left().isAfter(evening));
    }

    private static Predicate<Case> column(Request request, String key) {
        Period period = request.period();
        Predicate<Case> counted = counted(request);
        Predicate<Case> accepted = one -> in(period, one.accepted());
        Predicate<Case> settled = one -> in(period, one.left()) && !one.moved();
        Predicate<Case> open = open(period.to());
        boolean flow = request.report().equals("T2");
        return switch (key) {
            case "opening" -> open(period.from().minusDays(1));
            case "accepted" -> accepted;
            case "settled" -> settled;
            case "resolved" -> settled.and(Case::agreed);
            case "moved" -> one -> in(period, one.left()) && one.moved();
            case "closing", "in_hand" -> open;
            case "people" -> flow ? accepted : counted;
            case "crowd" -> accepted.and(Case::crowd);
            case "assigned" -> accepted.and(one -> "3".equals(one.dispute.registration().source().leadSource()));
            case "overdue" -> open.and(one -> overdue(one, period.to()));
            case "key" -> open.and(one -> one.crowd() || Set.of("1", "2").contains(one.dispute.risk().riskLevel())
                    || Set.of("1", "2").contains(String.valueOf(one.dispute.risk().superviseLevel())));
            default -> counted.and(mediation(key, request.report().equals("T1-2010")));
        };
    }

    private static boolean overdue(Case one, LocalDate evening) {
        LocalDate deadline = one.dispute.handling().term().deadline();
        LocalDate ended = one.dispute.outcome().ending().endDate();
        return deadline != null && deadline.isBefore(evening) && (ended == null || ended.isAfter(deadline))
                && (one.agreement == null || one.agreement.heading().signDate().isAfter(deadline));
    }

    private static Predicate<Case> mediation(String key, boolean of2010) {
        String code = key.substring(key.indexOf('_') + 1);
        String court = "jc";
        return switch (key.startsWith("court") ? court : key.contains("_") ? key.substring(0, key.indexOf('_')) : key) {
            case "total" -> one -> true;
            case "success", "amount" -> Case::agreed;
            case "difficult" -> one -> String.valueOf(one.dispute.outcome().closing().difficulty()).compareTo("3") >= 0;
            case "kind" -> one -> one.committeeKind.equals(code);
            case "active" -> one -> source(one).equals("1");
            case "applied" -> one -> source(one).equals("2");
            case "entrusted" -> one -> source(one).startsWith("3");
            case "from" -> one -> source(one).equals(code);
            case "type" -> one -> type(one.dispute.facts().typeSf(), of2010).equals(code);
            case "oral" -> one -> one.agreed() && one.agreement != null && one.agreement.heading().form().equals("2");
            case "written" -> one -> one.agreed() && one.agreement != null && one.agreement.heading().form().equals("1");
            case "performed" -> one -> one.result().equals("1") || one.stage().equals("07");
            case "jc" -> one -> (code.equals("valid") ? Set.of("4") : Set.of("2", "3", "4", "5", "6"))
                    .contains(String.valueOf(one.dispute.outcome().confirmation().jcStatus()));
            case "sued" -> one -> "1".equals(one.dispute.outcome().ending().breachOutcome());
            default -> throw new IllegalArgumentException(key);
        };
    }

    private static String source(Case one) {
        return one.dispute.registration().source().sourceCode();
    }

    private static String type(String code, boolean of2010) {
        String two = code.substring(0, 2);
        if (of2010) {
            return two.equals("11") ? "99" : two;
        }
        return two.equals("10") || two.equals("11") ? code : two.equals("15") ? "99" : two;
    }
}
