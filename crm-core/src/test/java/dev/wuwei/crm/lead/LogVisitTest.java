package dev.wuwei.crm.lead;

import static dev.wuwei.crm.lead.LeadHistory.*;
import static dev.wuwei.crm.testing.AggregateScenario.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.wuwei.crm.lead.LeadCommand.LogVisit;
import dev.wuwei.crm.lead.LeadEvent.VisitLogged;
import dev.wuwei.crm.shared.Attachment;
import dev.wuwei.crm.shared.OfficialLevel;
import dev.wuwei.crm.shared.OurPerson;
import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.shared.TheirPerson;
import dev.wuwei.crm.shared.Violation;
import dev.wuwei.crm.staff.AccountState;
import dev.wuwei.crm.staff.StaffDirectory;
import dev.wuwei.crm.testing.AggregateScenario;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LogVisitTest {
    private final AggregateScenario<Lead> lead = lead();

    @Test
    void emits_visit_logged_on_the_day_it_took_place() {
        lead.given(registered())
                .when(new LogVisit(LEAD, VISIT, visit()))
                .returns(VISIT)
                .emits(new VisitLogged(LEAD, PROJECT, VISIT, visit(), LocalDate.of(2026, 6, 12)));
    }

    @Test
    void emits_visit_with_nothing_but_what_must_be_written() {
        VisitDetails least = new VisitDetails(VisitKind.PHONE, TODAY, null, null, null, "通话", null, null, null);
        assertThat(lead.given(registered())
                        .when(new LogVisit(LEAD, VISIT, least))
                        .event(VisitLogged.class)
                        .visit())
                .isEqualTo(new VisitDetails(
                        VisitKind.PHONE, TODAY, null, List.of(), List.of(), "通话", null, null, List.of()));
    }

    @Test
    void emits_visit_from_before_the_lead_was_registered() {
        lead.given(registered())
                .when(new LogVisit(LEAD, VISIT, on(LocalDate.of(2025, 12, 1))))
                .emitsTypes(VisitLogged.class);
    }

    @Test
    void emits_visit_of_people_who_have_left_since() {
        lead.directory.save(
                new StaffDirectory.Account(OWNER, "li", Set.of(Role.PROMOTER), Set.of(), null, AccountState.CLOSED));
        lead.given(registered()).when(new LogVisit(LEAD, VISIT, visit())).emitsTypes(VisitLogged.class);
    }

    @Test
    void emits_a_new_visit_id_when_none_is_given() {
        assertThat(lead.given(registered())
                        .when(new LogVisit(LEAD, null, visit()))
                        .event(VisitLogged.class)
                        .visitId())
                .isNotNull();
    }

    @ParameterizedTest
    @EnumSource(
            value = LeadState.class,
            names = {"MERGED", "ARCHIVED"})
    void rejects_merged_and_archived_leads(LeadState state) {
        lead.given(in(state)).when(new LogVisit(LEAD, VISIT, visit())).rejects(LeadRule.TAKES_NO_VISITS);
    }

    @Test
    void rejects_the_same_visit_twice() {
        lead.given(registered(), logged())
                .when(new LogVisit(LEAD, VISIT, visit()))
                .rejects(LeadRule.VISIT_ALREADY_LOGGED);
    }

    @Test
    void rejects_visit_in_the_future() {
        lead.given(registered())
                .when(new LogVisit(LEAD, VISIT, on(TODAY.plusDays(1))))
                .rejectsAt("visit.occurredOn", SharedRule.IN_FUTURE);
    }

    @Test
    void rejects_next_contact_before_the_visit() {
        lead.given(registered())
                .when(new LogVisit(
                        LEAD,
                        VISIT,
                        new VisitDetails(
                                VisitKind.PHONE, TODAY, null, null, null, "通话", null, TODAY.minusDays(1), null)))
                .rejects(LeadRule.NEXT_CONTACT_BEFORE_VISIT);
    }

    @Test
    void rejects_missing_visit() {
        lead.given(registered()).when(new LogVisit(LEAD, VISIT, null)).rejectsAt("visit", SharedRule.REQUIRED);
    }

    @Test
    void rejects_everything_that_is_missing_at_once() {
        assertThat(lead.given(registered())
                        .when(new LogVisit(
                                LEAD, VISIT, new VisitDetails(null, null, null, null, null, " ", null, null, null)))
                        .violations())
                .extracting(Violation::code, Violation::field)
                .containsExactly(
                        tuple("shared.required", "visit.kind"),
                        tuple("shared.required", "visit.occurredOn"),
                        tuple("shared.required", "visit.summary"));
    }

    @Test
    void rejects_people_and_files_that_cannot_be() {
        assertThat(lead.given(registered())
                        .when(new LogVisit(
                                LEAD,
                                VISIT,
                                new VisitDetails(
                                        VisitKind.VISIT,
                                        TODAY,
                                        null,
                                        List.of(new OurPerson(StaffId.next(), OfficialLevel.SECTION)),
                                        List.of(new TheirPerson(CONTACT, "王\u202E总", null)),
                                        "现场考察",
                                        null,
                                        null,
                                        List.of(new Attachment("not-a-digest", "a.pdf", "application/pdf", 1)))))
                        .violations())
                .extracting(Violation::code, Violation::field)
                .containsExactly(
                        tuple("staff.unknown-staff", "visit.ourPeople[0].staffId"),
                        tuple("shared.forbidden-characters", "visit.theirPeople[0].name"),
                        tuple("shared.not-found", "visit.attachments[0].sha256"));
    }

    @Test
    void rejects_over_long_texts() {
        assertThat(lead.given(registered())
                        .when(new LogVisit(
                                LEAD,
                                VISIT,
                                new VisitDetails(
                                        VisitKind.VISIT,
                                        TODAY,
                                        "长".repeat(501),
                                        null,
                                        null,
                                        "长".repeat(4001),
                                        "长".repeat(501),
                                        null,
                                        null)))
                        .violations())
                .extracting(Violation::code, Violation::field)
                .containsExactly(
                        tuple("shared.too-long", "visit.place"),
                        tuple("shared.too-long", "visit.summary"),
                        tuple("shared.too-long", "visit.nextStep"));
    }

    private static VisitDetails on(LocalDate date) {
        VisitDetails v = visit();
        return new VisitDetails(
                v.kind(),
                date,
                v.place(),
                v.ourPeople(),
                v.theirPeople(),
                v.summary(),
                v.nextStep(),
                v.nextContactOn(),
                v.attachments());
    }
}
