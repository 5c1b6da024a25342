package dev.wuwei.crm.lead;

import static dev.wuwei.crm.lead.LeadHistory.*;
import static dev.wuwei.crm.testing.AggregateScenario.SENDER;
import static dev.wuwei.crm.testing.AggregateScenario.TODAY;
import static dev.wuwei.crm.testing.AggregateScenario.at;
import static dev.wuwei.crm.testing.TestDictionaries.NO_SUCH_CODE;
import static dev.wuwei.crm.testing.TestDictionaries.OTHER_PARK;
import static dev.wuwei.crm.testing.TestDictionaries.PARK;
import static dev.wuwei.crm.testing.TestDictionaries.SOURCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.wuwei.crm.investor.InvestorId;
import dev.wuwei.crm.lead.LeadCommand.RegisterLead;
import dev.wuwei.crm.lead.LeadEvent.ArbitrationOpened;
import dev.wuwei.crm.lead.LeadEvent.FirstReportClaimed;
import dev.wuwei.crm.lead.LeadEvent.LeadRegistered;
import dev.wuwei.crm.shared.Area;
import dev.wuwei.crm.shared.AreaUnit;
import dev.wuwei.crm.shared.Currency;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.ProjectKind;
import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.shared.Violation;
import dev.wuwei.crm.staff.AccountState;
import dev.wuwei.crm.staff.StaffDirectory;
import dev.wuwei.crm.staff.StaffRule;
import dev.wuwei.crm.staff.TeamId;
import dev.wuwei.crm.testing.AggregateScenario;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegisterLeadTest {
    private final AggregateScenario<Lead> lead = lead();

    @Test
    void emits_lead_registered_and_the_first_report_on_its_investor() {
        lead.when(register(details()))
                .emits(
                        new LeadRegistered(
                                LEAD,
                                PROJECT,
                                "ZS-2026-0001",
                                profile(),
                                PARK,
                                SENDER,
                                OWNER,
                                TEAM,
                                "招商一科",
                                LocalDate.of(2026, 6, 16),
                                TODAY),
                        new FirstReportClaimed(
                                LEAD, PROJECT, INVESTOR, SENDER, ClaimKind.FIRST_REPORT, at(TODAY), TODAY));
        assertThat(lead.uniqueness.holder(FIRST_REPORT, INVESTOR.toString()))
                .hasValueSatisfying(holder -> assertThat(holder.owner()).isEqualTo(LEAD.toString()));
    }

    @Test
    void emits_arbitration_when_another_lead_holds_the_first_report() {
        otherHoldsFirstReport(lead);
        var outcome = lead.when(register(details()));
        outcome.emitsTypes(LeadRegistered.class, FirstReportClaimed.class, ArbitrationOpened.class);
        assertThat(outcome.event(ArbitrationOpened.class))
                .isEqualTo(new ArbitrationOpened(
                        LEAD,
                        PROJECT,
                        INVESTOR,
                        ClaimKind.FIRST_REPORT,
                        OTHER_LEAD,
                        OTHER_OWNER,
                        REGISTERED_AT.minusSeconds(60),
                        TODAY));
    }

    @Test
    void emits_no_claim_while_the_investor_is_not_known() {
        lead.when(register(bare())).emitsTypes(LeadRegistered.class);
    }

    @Test
    void emits_number_of_the_year_in_which_it_happened() {
        LeadRegistered event = lead.when(new RegisterLead(
                        LEAD, PROJECT, bare(), PARK.code(), null, null, null, LocalDate.of(2023, 3, 1)))
                .event(LeadRegistered.class);
        assertThat(event.projectNo()).isEqualTo("ZS-2023-0001");
        assertThat(event.occurredOn()).isEqualTo(LocalDate.of(2023, 3, 1));
    }

    @Test
    void emits_respond_by_on_the_next_working_day() {
        lead.calendar.withHoliday(LocalDate.of(2026, 6, 16));
        assertThat(lead.when(register(details())).event(LeadRegistered.class).respondBy())
                .isEqualTo(LocalDate.of(2026, 6, 17));
    }

    @Test
    void emits_sender_as_first_reporter_and_a_new_project_when_none_is_given() {
        LeadRegistered event = lead.when(new RegisterLead(LEAD, null, details(), PARK.code(), null, null, null, TODAY))
                .event(LeadRegistered.class);
        assertThat(event.firstReporter()).isEqualTo(SENDER);
        assertThat(event.projectId()).isNotNull();
        assertThat(event.owner()).isNull();
        assertThat(event.teamId()).isNull();
    }

    @Test
    void emits_the_team_of_the_owner_when_none_is_given() {
        lead.directory.save(
                new StaffDirectory.Account(OWNER, "li", Set.of(Role.PROMOTER), Set.of(), TEAM, AccountState.ACTIVE));
        assertThat(lead.when(new RegisterLead(LEAD, PROJECT, details(), PARK.code(), null, OWNER, null, TODAY))
                        .event(LeadRegistered.class)
                        .teamName())
                .isEqualTo("招商一科");
    }

    @Test
    void emits_no_team_when_the_owners_works_for_another_park() {
        lead.directory.save(new StaffDirectory.Account(
                OWNER, "li", Set.of(Role.PROMOTER), Set.of(), OTHER_TEAM, AccountState.ACTIVE));
        assertThat(lead.when(new RegisterLead(LEAD, PROJECT, details(), PARK.code(), null, OWNER, null, TODAY))
                        .event(LeadRegistered.class)
                        .teamId())
                .isNull();
    }

    @Test
    void emits_texts_without_blanks_around_them() {
        assertThat(lead.when(register(named("  光伏组件项目\u3000")))
                        .event(LeadRegistered.class)
                        .profile()
                        .name())
                .isEqualTo("光伏组件项目");
    }

    @Test
    void rejects_everything_that_is_missing_at_once() {
        assertThat(lead.when(new RegisterLead(null, null, nothing(), " ", null, null, null, null))
                        .violations())
                .extracting(Violation::code, Violation::field)
                .containsExactlyInAnyOrder(
                        tuple("shared.required", "leadId"),
                        tuple("shared.required", "details.name"),
                        tuple("shared.required", "details.sourceCode"),
                        tuple("shared.required", "details.kind"),
                        tuple("shared.required", "parkCode"),
                        tuple("shared.required", "occurredOn"));
    }

    @Test
    void rejects_missing_details() {
        lead.when(new RegisterLead(LEAD, PROJECT, null, PARK.code(), null, null, null, TODAY))
                .rejectsAt("details", SharedRule.REQUIRED);
    }

    @Test
    void rejects_codes_that_no_dictionary_knows_at_their_fields() {
        LeadDetails unknown = new LeadDetails(
                "光伏组件项目",
                null,
                null,
                NO_SUCH_CODE,
                null,
                NO_SUCH_CODE,
                NO_SUCH_CODE,
                NO_SUCH_CODE,
                NO_SUCH_CODE,
                NO_SUCH_CODE,
                null,
                null,
                null,
                ProjectKind.NEWLY_INTRODUCED,
                null);
        assertThat(lead.when(new RegisterLead(LEAD, PROJECT, unknown, NO_SUCH_CODE, null, null, null, TODAY))
                        .violations())
                .allSatisfy(violation -> assertThat(violation.rule()).isEqualTo(SharedRule.UNKNOWN_CODE))
                .extracting(Violation::field)
                .containsExactlyInAnyOrder(
                        "details.sourceCode",
                        "details.methodCode",
                        "details.regionCode",
                        "details.industryCode",
                        "details.gbt4754Code",
                        "details.chainCode",
                        "parkCode");
    }

    @Test
    void rejects_date_in_the_future() {
        lead.when(on(TODAY.plusDays(1))).rejects(SharedRule.IN_FUTURE);
    }

    @Test
    void rejects_absurdly_old_date() {
        lead.when(on(LocalDate.of(206, 6, 1))).rejects(SharedRule.TOO_EARLY);
    }

    @Test
    void rejects_negative_amount() {
        lead.when(register(worth(new Money(new BigDecimal("-1"), Currency.CNY))))
                .rejectsAt("details.intendedInvestment", SharedRule.NEGATIVE_AMOUNT);
    }

    @Test
    void rejects_no_amount_at_all_written_as_zero() {
        lead.when(register(worth(Money.zero(Currency.USD))))
                .rejectsAt("details.intendedInvestment", SharedRule.NOT_POSITIVE);
    }

    @Test
    void rejects_absurd_amount() {
        lead.when(register(worth(Money.yi("520000"))))
                .rejectsAt("details.intendedInvestment", SharedRule.ABSURD_AMOUNT);
    }

    @Test
    void rejects_fractions_of_a_cent() {
        lead.when(register(worth(Money.cny("1.234")))).rejectsAt("details.intendedInvestment", SharedRule.TOO_PRECISE);
    }

    @Test
    void rejects_land_and_factory_that_cannot_be() {
        assertThat(lead.when(register(needing(Area.mu("-3"), new Area(BigDecimal.ZERO, AreaUnit.SQUARE_METRE))))
                        .violations())
                .extracting(Violation::code, Violation::field)
                .containsExactly(
                        tuple("shared.not-positive", "details.landNeed"),
                        tuple("shared.not-positive", "details.factoryNeed"));
        lead.when(register(needing(Area.mu("1000001"), null))).rejectsAt("details.landNeed", SharedRule.ABSURD_AMOUNT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"光伏\u0000项目", "光伏\u202E目项", "光伏\u2066项目", "光伏\u0007", "\uFEFF光伏", "光伏\u200F项目"})
    void rejects_control_and_bidi_characters(String name) {
        lead.when(register(named(name))).rejectsAt("details.name", SharedRule.FORBIDDEN_CHARACTERS);
    }

    @Test
    void rejects_over_long_texts() {
        LeadDetails d = details();
        LeadDetails longTexts = new LeadDetails(
                "长".repeat(101),
                d.investorId(),
                d.contactId(),
                d.sourceCode(),
                "长".repeat(501),
                d.methodCode(),
                d.regionCode(),
                d.industryCode(),
                d.gbt4754Code(),
                d.chainCode(),
                d.intendedInvestment(),
                d.landNeed(),
                d.factoryNeed(),
                d.kind(),
                "长".repeat(4001));
        assertThat(lead.when(register(longTexts)).violations())
                .allSatisfy(violation -> assertThat(violation.rule()).isEqualTo(SharedRule.TOO_LONG))
                .extracting(Violation::field)
                .containsExactly("details.name", "details.sourceNote", "details.summary");
    }

    @Test
    void rejects_investor_that_does_not_exist() {
        lead.when(register(of(InvestorId.next()))).rejects(LeadRule.UNKNOWN_INVESTOR);
    }

    @Test
    void rejects_investor_that_has_gone_into_another() {
        lead.uniqueness.holding(
                "investor.merged", INVESTOR.toString(), OTHER_INVESTOR, SENDER, AggregateScenario.at(TODAY));
        lead.when(register(details())).rejects(LeadRule.INVESTOR_MERGED);
    }

    @Test
    void rejects_people_who_do_not_work_here() {
        assertThat(lead.when(new RegisterLead(
                                LEAD, PROJECT, details(), PARK.code(), StaffId.next(), StaffId.next(), null, TODAY))
                        .violations())
                .extracting(Violation::rule, Violation::field)
                .containsExactly(
                        tuple(StaffRule.UNKNOWN_STAFF, "owner"), tuple(StaffRule.UNKNOWN_STAFF, "firstReporter"));
    }

    @Test
    void rejects_owner_who_has_left() {
        lead.directory.save(
                new StaffDirectory.Account(OWNER, "li", Set.of(Role.PROMOTER), Set.of(), null, AccountState.CLOSED));
        lead.when(register(details())).rejectsAt("owner", StaffRule.UNKNOWN_STAFF);
    }

    @Test
    void rejects_unknown_team() {
        lead.when(new RegisterLead(LEAD, PROJECT, details(), PARK.code(), null, null, TeamId.next(), TODAY))
                .rejects(StaffRule.UNKNOWN_TEAM);
    }

    @Test
    void rejects_team_of_another_park() {
        lead.when(new RegisterLead(LEAD, PROJECT, details(), PARK.code(), null, null, OTHER_TEAM, TODAY))
                .rejects(LeadRule.TEAM_OF_OTHER_PARK);
    }

    @Test
    void rejects_park_outside_the_scope_of_the_sender() {
        lead.seeing(OTHER_PARK.code()).when(register(details())).rejects(SharedRule.OUTSIDE_YOUR_PARKS);
    }

    private static RegisterLead register(LeadDetails details) {
        return new RegisterLead(LEAD, PROJECT, details, PARK.code(), null, OWNER, TEAM, TODAY);
    }

    private static RegisterLead on(LocalDate date) {
        return new RegisterLead(LEAD, PROJECT, details(), PARK.code(), null, OWNER, TEAM, date);
    }

    private static LeadDetails nothing() {
        return new LeadDetails(
                null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    private static LeadDetails bare() {
        return new LeadDetails(
                "光伏组件项目",
                null,
                null,
                SOURCE.code(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                ProjectKind.NEWLY_INTRODUCED,
                null);
    }

    private static LeadDetails named(String name) {
        return changed(name, INVESTOR, Money.yi("5.2"), Area.mu("120"), Area.squareMetres("30000"));
    }

    private static LeadDetails of(InvestorId investor) {
        return changed("光伏组件项目", investor, Money.yi("5.2"), Area.mu("120"), Area.squareMetres("30000"));
    }

    private static LeadDetails worth(Money amount) {
        return changed("光伏组件项目", INVESTOR, amount, Area.mu("120"), Area.squareMetres("30000"));
    }

    private static LeadDetails needing(Area land, Area factory) {
        return changed("光伏组件项目", INVESTOR, Money.yi("5.2"), land, factory);
    }

    private static LeadDetails changed(String name, InvestorId investor, Money amount, Area land, Area factory) {
        LeadDetails d = details();
        return new LeadDetails(
                name,
                investor,
                d.contactId(),
                d.sourceCode(),
                d.sourceNote(),
                d.methodCode(),
                d.regionCode(),
                d.industryCode(),
                d.gbt4754Code(),
                d.chainCode(),
                amount,
                land,
                factory,
                d.kind(),
                d.summary());
    }
}
