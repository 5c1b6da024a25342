package dev.wuwei.crm.investor;

import static dev.wuwei.crm.investor.InvestorHistory.*;
import static dev.wuwei.crm.testing.AggregateScenario.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wuwei.crm.investor.InvestorCommand.AddContact;
import dev.wuwei.crm.investor.InvestorEvent.ContactAdded;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.shared.Violation;
import dev.wuwei.crm.testing.AggregateScenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddContactTest {
    private final AggregateScenario<Investor> investor = investor();

    @Test
    void emits_contact_added() {
        investor.given(registered())
                .when(add("王总", "13800138000", "wang@example.com"))
                .returns(PERSON)
                .emits(new ContactAdded(
                        INVESTOR, PERSON, "王总", "总经理", "13800138000", "wang@example.com", "wang-gd", TODAY));
    }

    @Test
    void emits_contact_with_nothing_but_a_name() {
        investor.given(registered())
                .when(new AddContact(INVESTOR, PERSON, "王总", null, " ", "", null, TODAY))
                .emits(new ContactAdded(INVESTOR, PERSON, "王总", null, null, null, null, TODAY));
    }

    @Test
    void emits_a_new_person_when_none_is_named() {
        assertThat(investor.given(registered())
                        .when(new AddContact(INVESTOR, null, "王总", null, null, null, null, TODAY))
                        .event(ContactAdded.class)
                        .personId())
                .isNotNull();
    }

    @Test
    void emits_contact_that_was_removed_before() {
        investor.given(registered(), contact(), removed())
                .when(add("王总", "13800138000", "wang@example.com"))
                .emitsTypes(ContactAdded.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+86 138 0013 8000", "0769-22112211", "(0769) 22112211", "13800138000"})
    void emits_numbers_as_people_write_them(String phone) {
        investor.given(registered()).when(add("王总", phone, null)).emitsTypes(ContactAdded.class);
    }

    @Test
    void rejects_contact_that_is_known() {
        investor.given(registered(), contact())
                .when(add("王总", "13800138000", "wang@example.com"))
                .rejects(InvestorRule.CONTACT_ALREADY_KNOWN);
    }

    @Test
    void rejects_person_who_was_erased() {
        investor.given(registered(), contact(), erased())
                .when(add("王总", "13800138000", "wang@example.com"))
                .rejects(InvestorRule.CONTACT_ERASED);
    }

    @Test
    void rejects_missing_name() {
        investor.given(registered()).when(add(" ", null, null)).rejectsAt("name", SharedRule.REQUIRED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "12", "138-", "138\u202E00138000x", "一三八"})
    void rejects_what_is_no_telephone_number(String phone) {
        assertThat(investor.given(registered()).when(add("王总", phone, null)).violations())
                .extracting(Violation::field)
                .containsExactly("phone");
    }

    @Test
    void rejects_phone_form() {
        investor.given(registered()).when(add("王总", "call me", null)).rejects(InvestorRule.PHONE_FORM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"wang", "wang@", "@example.com", "wang@example", "wang@exa mple.com", "a@b@example.com"})
    void rejects_what_is_no_address(String email) {
        investor.given(registered()).when(add("王总", null, email)).rejects(InvestorRule.EMAIL_FORM);
    }

    @Test
    void rejects_over_long_texts() {
        assertThat(investor.given(registered())
                        .when(new AddContact(
                                INVESTOR,
                                PERSON,
                                "长".repeat(101),
                                "长".repeat(101),
                                "1".repeat(31),
                                "a".repeat(250) + "@a.cn",
                                "w".repeat(101),
                                TODAY))
                        .violations())
                .allSatisfy(violation -> assertThat(violation.rule()).isEqualTo(SharedRule.TOO_LONG))
                .extracting(Violation::field)
                .containsExactly("name", "position", "phone", "email", "wechat");
    }

    @Test
    void rejects_date_in_the_future() {
        investor.given(registered())
                .when(new AddContact(INVESTOR, PERSON, "王总", null, null, null, null, TODAY.plusDays(1)))
                .rejects(SharedRule.IN_FUTURE);
    }

    @Test
    void rejects_investor_that_has_gone_into_another() {
        investor.given(registered(), merged()).when(add("王总", null, null)).rejects(InvestorRule.MERGED);
    }

    private static AddContact add(String name, String phone, String email) {
        return new AddContact(INVESTOR, PERSON, name, "总经理", phone, email, "wang-gd", TODAY);
    }
}
