package dev.wuwei.crm.investor;

import static dev.wuwei.crm.investor.InvestorHistory.*;
import static dev.wuwei.crm.testing.AggregateScenario.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wuwei.crm.investor.InvestorCommand.EraseContact;
import dev.wuwei.crm.investor.InvestorEvent.ContactErased;
import dev.wuwei.crm.shared.PersonId;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.testing.AggregateScenario;
import org.junit.jupiter.api.Test;

class EraseContactTest {
    private final AggregateScenario<Investor> investor = investor();

    @Test
    void emits_contact_erased_and_erases_the_key() {
        investor.given(registered(), contact())
                .when(new EraseContact(INVESTOR, PERSON, REASON))
                .emits(new ContactErased(INVESTOR, PERSON, TODAY));
        assertThat(investor.personalDataKeys.isErased(PERSON)).isTrue();
    }

    @Test
    void emits_for_a_former_contact_of_an_investor_that_has_gone_into_another() {
        investor.given(registered(), contact(), removed(), merged())
                .when(new EraseContact(INVESTOR, PERSON, REASON))
                .emitsTypes(ContactErased.class);
    }

    @Test
    void rejects_person_of_somebody_else() {
        PersonId stranger = PersonId.next();
        investor.given(registered(), contact())
                .when(new EraseContact(INVESTOR, stranger, REASON))
                .rejects(InvestorRule.UNKNOWN_CONTACT);
        assertThat(investor.personalDataKeys.isErased(stranger)).isFalse();
    }

    @Test
    void rejects_second_erasure() {
        investor.given(registered(), contact(), erased())
                .when(new EraseContact(INVESTOR, PERSON, REASON))
                .rejects(InvestorRule.CONTACT_ERASED);
    }

    @Test
    void rejects_missing_reason() {
        investor.given(registered(), contact())
                .when(new EraseContact(INVESTOR, PERSON, " "))
                .rejects(SharedRule.REASON_REQUIRED);
        assertThat(investor.personalDataKeys.isErased(PERSON)).isFalse();
    }
}
