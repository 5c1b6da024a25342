package dev.wuwei.crm.ui.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.wuwei.crm.lead.LeadCommand.AdoptLead;
import dev.wuwei.crm.lead.LeadRule;
import dev.wuwei.crm.negotiation.NegotiationRule;
import dev.wuwei.crm.platform.axon.CommandNames;
import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.shared.Violations;
import dev.wuwei.crm.signing.SigningCommand.SignAgreement;
import dev.wuwei.crm.ui.command.Preconditions.Stand;
import dev.wuwei.crm.ui.component.I18n;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a refusal says about each thing that a step takes. */
class PreconditionsTest {
    private static RuleViolated broken(NegotiationRule... rules) {
        Violations violations = new Violations();
        for (NegotiationRule rule : rules) {
            violations.add(rule);
        }
        try {
            violations.throwIfAny();
        } catch (RuleViolated e) {
            return e;
        }
        throw new AssertionError("nothing broken");
    }

    private static List<Stand> stands(RuleViolated violated) {
        return Preconditions.check(SignAgreement.class, violated).stream()
                .map(Preconditions.Checked::stand)
                .toList();
    }

    @Test
    void what_was_asked_together_and_not_refused_is_met() {
        assertThat(stands(broken(NegotiationRule.FAIR_COMPETITION_MISSING)))
                .containsExactly(Stand.MET, Stand.MET, Stand.MET, Stand.MET, Stand.BROKEN);
        assertThat(stands(broken(NegotiationRule.APPROVAL_EXPIRED, NegotiationRule.FAIR_COMPETITION_FAILED)))
                .containsExactly(Stand.MET, Stand.MET, Stand.MET, Stand.BROKEN, Stand.BROKEN);
    }

    @Test
    void what_comes_after_the_first_refusal_is_not_said_to_be_met() {
        assertThat(stands(broken(NegotiationRule.NOT_ACTIVE)))
                .containsExactly(Stand.MET, Stand.BROKEN, Stand.OPEN, Stand.OPEN, Stand.OPEN);
    }

    @Test
    void each_thing_that_an_adoption_lacks_says_where_to_mend_it() {
        RuleViolated violated = new RuleViolated(LeadRule.OWNER_MISSING);
        assertThat(Preconditions.check(AdoptLead.class, violated))
                .filteredOn(checked -> checked.stand() == Stand.BROKEN)
                .extracting(
                        checked -> checked.condition().key(),
                        checked -> checked.condition().mend())
                .containsExactly(tuple("condition.owner", "lead.AssignLead"));
    }

    @Test
    void a_refusal_about_a_field_alone_is_left_to_the_field() {
        assertThat(Preconditions.check(SignAgreement.class, RuleViolated.at("contractNo", SharedRule.REQUIRED)))
                .isEmpty();
    }

    @Test
    void every_condition_has_words_and_every_way_leads_to_a_command() {
        CommandNames names = new CommandNames();
        Preconditions.all().forEach((command, conditions) -> {
            assertThat(I18n.has("refused." + names.nameIfKnown(command).orElseThrow()))
                    .isTrue();
            for (Preconditions.Condition condition : conditions) {
                assertThat(I18n.has(condition.key())).as(condition.key()).isTrue();
                assertThat(condition.mend() == null
                                || names.find(condition.mend()).isPresent())
                        .as(condition.mend())
                        .isTrue();
            }
        });
    }
}
