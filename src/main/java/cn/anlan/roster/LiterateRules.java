package cn.anlan.roster;

import cn.anlan.entry.Findings;
import cn.anlan.entry.Rule;
import cn.anlan.entry.Violation;
import cn.anlan.reference.ResidentIdNumber;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** What must agree within one literate (法律明白人勾稽): of age, the person of the ID number, certified when serving, a cause when gone. */
public final class LiterateRules implements Rule<Literate> {
    private static final int OF_AGE = 18;
    private static final Set<String> CERTIFIED = Set.of("4", "5");
    private static final Set<String> GONE = Set.of("6", "7");
    private final Clock clock;

    /** The clock's zone is the office's: Asia/Shanghai. */
    public LiterateRules(Clock clock) {
        this.clock = clock;
    }

    @Override
    public List<Violation> check(Literate literate) {
        var found = new Findings("roster");
        person(literate.person(), found);
        standing(literate, found);
        var training = literate.training();
        var certificate = literate.certificate();
        found.refuseUnlessInOrder(training.trainDate(), training.examDate(), "exam_date", "examined_before_trained");
        found.refuseUnlessInOrder(certificate.approveDate(), literate.standing().exitDate(), "exit_date", "left_before_approved");
        found.refuseIf(training.examPass() && training.examDate() == null, "exam_date", "passed_without_date");
        found.refuseIf(certificate.certDate() != null && certificate.certNo() == null, "cert_no", "certificate_without_number");
        return found.all();
    }

    private void person(Literate.Person person, Findings found) {
        LocalDate born = person.birthDate();
        found.refuseIf(born != null && born.plusYears(OF_AGE).isAfter(LocalDate.now(clock)), "birth_date", "under_age", OF_AGE);
        if (person.idNumber() != null) {
            var id = new ResidentIdNumber(person.idNumber());
            found.warnIf(id.contradicts(person.sex(), null), "sex", "sex_contradicts_id");
            found.warnIf(id.contradicts(null, born), "birth_date", "birth_contradicts_id");
        }
    }

    private static void standing(Literate literate, Findings found) {
        var standing = literate.standing();
        if (standing.status() == null) {
            return;
        }
        boolean serving = CERTIFIED.contains(standing.status());
        boolean gone = GONE.contains(standing.status());
        found.warnIf(serving && literate.certificate().certNo() == null, "cert_no", "serving_without_certificate");
        found.warnIf(serving && literate.certificate().approveDate() == null, "approve_date", "serving_unapproved");
        found.refuseIf(gone && standing.exitDate() == null, "exit_date", "gone_without_date");
        found.refuseIf(gone && standing.exitReason() == null, "exit_reason", "gone_without_reason");
        found.refuseIf(!gone && (standing.exitDate() != null || standing.exitReason() != null), "status", "here_but_gone");
    }
}
