package dev.wuwei.crm.counting;

import dev.wuwei.crm.shared.DomainEvent;
import java.time.LocalDate;

/** What happened to a counting policy (口径). */
public sealed interface CountingEvent extends DomainEvent {
    CountingPolicyId policyId();

    /** @return code of the policy; with the version, {@code code@version}, it names what a figure was counted by */
    String code();

    record CountingPolicyDefined(
            CountingPolicyId policyId, String code, int version, String name, CountingRules rules, LocalDate occurredOn)
            implements CountingEvent {}

    record CountingPolicyRevised(
            CountingPolicyId policyId, String code, int version, String name, CountingRules rules, LocalDate occurredOn)
            implements CountingEvent {}

    /** @param from business date from which figures are counted by it where nobody names a policy */
    record CountingPolicyAdopted(
            CountingPolicyId policyId, String code, int version, LocalDate from, LocalDate occurredOn)
            implements CountingEvent {}

    /** @param from business date from which the shipped policy counts again */
    record CountingPolicyRetired(CountingPolicyId policyId, String code, LocalDate from, LocalDate occurredOn)
            implements CountingEvent {}
}
