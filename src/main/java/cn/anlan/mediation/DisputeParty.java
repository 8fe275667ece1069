package cn.anlan.mediation;

import cn.anlan.entry.Entry;
import cn.anlan.entry.mark.Coded;
import cn.anlan.entry.mark.Derived;
import cn.anlan.entry.mark.Entity;
import cn.anlan.entry.mark.Initially;
import cn.anlan.entry.mark.Link;
import cn.anlan.entry.mark.Listed;
import cn.anlan.entry.mark.Searched;
import cn.anlan.entry.mark.Sensitive;
import cn.anlan.entry.mark.When;
import cn.anlan.reference.CreditCode;
import cn.anlan.reference.Phone;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A party of a dispute as it stood then (当事人): a snapshot of that case, no register of residents. */
@Entity(value = "dispute_party", title = "name")
@RecordBuilder
public record DisputeParty(
        String id, int revision, @Nullable String voidReason,
        @Valid Who who,
        @Valid Person person,
        @Valid Organisation organisation,
        @Valid Agent agent) implements Entry, DisputePartyBuilder.With {

    /** Who it is (当事人). */
    @RecordBuilder
    public record Who(
            @NotNull @Link(value = "dispute", owner = true) String disputeId,
            @NotNull @Coded("party_role") @Listed String role,
            @NotNull @Coded("party_kind") @Initially("1") @Listed String kind,
            @NotBlank @Size(max = 80) @Searched(pinyin = true) @Listed String name,
            @Coded("party_class") @Nullable String partyClass) implements DisputePartyWhoBuilder.With {}

    /** What the statutory forms ask of a natural person (身份). */
    @RecordBuilder
    public record Person(
            @Coded("id_type") @When(field = "kind", is = "1") @Initially("111") @Nullable String idType,
            @Size(max = 20) @Sensitive(Sensitive.Kind.ID_NUMBER) @When(field = "kind", is = "1") @Searched @Nullable String idNumber,
            @Size(max = 100) @Nullable String noIdReason,
            @Coded("sex") @When(field = "kind", is = "1") @Listed @Nullable String sex,
            @Coded("ethnic") @When(field = "kind", is = "1") @Nullable String ethnic,
            @PastOrPresent @When(field = "kind", is = "1") @Nullable LocalDate birthDate,
            @Coded("education") @When(field = "kind", is = "1") @Nullable String edu,
            @Valid Contact contact) implements DisputePartyPersonBuilder.With {}

    /** How to reach a party, what it does for a living, who stands in for a child (联系方式). */
    @RecordBuilder
    public record Contact(
            @Phone @Sensitive(Sensitive.Kind.PHONE) @Searched @Listed @Nullable String phone,
            @Size(max = 200) @Sensitive(Sensitive.Kind.ADDRESS) @Searched @Nullable String address,
            @Size(max = 200) @Sensitive(Sensitive.Kind.ADDRESS) @Nullable String domicile,
            @Size(max = 64) @When(field = "kind", is = "1") @Nullable String occupation,
            @Derived boolean isMinor,
            @Size(max = 50) @Nullable String guardian) implements DisputePartyContactBuilder.With {}

    /** What is asked of an organisation instead (单位). */
    @RecordBuilder
    public record Organisation(
            @CreditCode @When(field = "kind", is = "2") @Searched @Nullable String uscc,
            @Size(max = 50) @When(field = "kind", is = "2") @Nullable String legalRep) implements DisputePartyOrganisationBuilder.With {}

    /** Who acts for a party (代理人) and in what; source of the seven authorities: 授权委托书. */
    @RecordBuilder
    public record Agent(
            @Size(max = 50) @Searched @Nullable String agentName,
            @Size(max = 20) @Sensitive(Sensitive.Kind.ID_NUMBER) @Nullable String agentId,
            @Phone @Sensitive(Sensitive.Kind.PHONE) @Nullable String agentPhone,
            @Coded("agent_scope") Set<String> agentScope) implements DisputePartyAgentBuilder.With {}
}
