package dev.wuwei.crm.investor;

import static dev.wuwei.crm.investor.InvestorHistory.*;
import static dev.wuwei.crm.testing.AggregateScenario.TODAY;

import dev.wuwei.crm.investor.InvestorCommand.ChangeContact;
import dev.wuwei.crm.investor.InvestorEvent.ContactChanged;
import dev.wuwei.crm.shared.PersonId;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.testing.AggregateScenario;
import org.junit.jupiter.api.Test;

class ChangeContactTest {
    private final AggregateScenario<Investor> investor = investor();

    @Test
    void emits_contact_changed() {
        investor.given(registered(), contact())
                .when(change(PERSON, "13900139000"))
                .emits(new ContactChanged(
                        INVESTOR, PERSON, "王总", "总经理", "13900139000", "wang@example.com", "wang-gd", TODAY));
    }

    @Test
    void rejects_the_same_contact() {
        investor.given(registered(), contact())
                .when(change(PERSON, "13800138000"))
                .rejects(InvestorRule.NOTHING_CHANGED);
    }

    @Test
    void rejects_the_same_change_twice() {
        investor.given(
                        registered(),
                        contact(),
                        new ContactChanged(
                                INVESTOR, PERSON, "王总", "总经理", "13900139000", "wang@example.com", "wang-gd", TODAY))
                .when(change(PERSON, "13900139000"))
                .rejects(InvestorRule.NOTHING_CHANGED);
    }

    @Test
    void rejects_unknown_contact() {
        investor.given(registered(), contact())
                .when(change(PersonId.next(), "13900139000"))
                .rejects(InvestorRule.UNKNOWN_CONTACT);
    }

    @Test
    void rejects_contact_that_was_removed() {
        investor.given(registered(), contact(), removed())
                .when(change(PERSON, "13900139000"))
                .rejects(InvestorRule.UNKNOWN_CONTACT);
    }

    @Test
    void rejects_person_who_was_erased() {
        investor.given(registered(), contact(), erased())
                .when(change(PERSON, "13900139000"))
                .rejects(InvestorRule.CONTACT_ERASED);
    }

    @Test
    void rejects_wrong_fields_at_once() {
        investor.given(registered(), contact())
                .when(new ChangeContact(INVESTOR, PERSON, null, null, "x", "x", null, null))
                .rejectsAll(SharedRule.REQUIRED, InvestorRule.PHONE_FORM, InvestorRule.EMAIL_FORM);
    }

    @Test
    void rejects_date_in_the_future() {
        investor.given(registered(), contact())
                .when(new ChangeContact(INVESTOR, PERSON, "王总", null, null, null, null, TODAY.plusDays(1)))
                .rejects(SharedRule.IN_FUTURE);
    }

    @Test
    void rejects_investor_that_has_gone_into_another() {
        investor.given(registered(), contact(), merged())
                .when(change(PERSON, "13900139000"))
                .rejects(InvestorRule.MERGED);
    }

    private static ChangeContact change(PersonId person, String phone) {
        return new ChangeContact(INVESTOR, person, "王总", "总经理", phone, "wang@example.com", "wang-gd", TODAY);
    }
}
