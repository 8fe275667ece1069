package cn.anlan.mediation.subsidy;

import cn.anlan.mediation.Dispute;
import cn.anlan.mediation.SubsidyTier;
import org.jspecify.annotations.Nullable;

/**
 * A case that may be claimed (待申报案件).
 *
 * @param parties their names, applicants first
 * @param form the code of its agreement's form; null when there is no agreement
 * @param tier what it would be paid; null when no tier fits
 */
public record Candidate(Dispute dispute, String parties, @Nullable String form, @Nullable SubsidyTier tier, SelfCheck check) {}
