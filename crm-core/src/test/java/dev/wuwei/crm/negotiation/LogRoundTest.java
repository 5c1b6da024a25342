package dev.wuwei.crm.negotiation;

import static dev.wuwei.crm.negotiation.Given.CONTACT;
import static dev.wuwei.crm.negotiation.Given.DECIDED_ON;
import static dev.wuwei.crm.negotiation.Given.ID;
import static dev.wuwei.crm.negotiation.Given.OFFICER;
import static dev.wuwei.crm.negotiation.Given.OPENED_ON;
import static dev.wuwei.crm.negotiation.Given.PROJECT;
import static dev.wuwei.crm.negotiation.Given.ROUND;
import static dev.wuwei.crm.negotiation.Given.TERMS_ON;
import static dev.wuwei.crm.negotiation.Given.TODAY;
import static dev.wuwei.crm.negotiation.Given.agreed;
import static dev.wuwei.crm.negotiation.Given.logged;
import static dev.wuwei.crm.negotiation.Given.negotiation;
import static dev.wuwei.crm.negotiation.Given.open;
import static dev.wuwei.crm.negotiation.Given.opened;
import static dev.wuwei.crm.negotiation.Given.round;

import dev.wuwei.crm.negotiation.NegotiationCommand.LogRound;
import dev.wuwei.crm.negotiation.NegotiationEvent.RoundCorrected;
import dev.wuwei.crm.negotiation.NegotiationEvent.RoundLogged;
import dev.wuwei.crm.shared.Attachment;
import dev.wuwei.crm.shared.OurPerson;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.shared.TheirPerson;
import dev.wuwei.crm.testing.AggregateScenario;
import dev.wuwei.crm.testing.TestDictionaries;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogRoundTest {
    private static final RoundId SECOND = RoundId.next();
    private static final RoundId THIRD = RoundId.next();

    private final AggregateScenario<Negotiation> negotiation = negotiation();

    @Test
    void emits_first_round() {
        negotiation
                .given(opened())
                .when(new LogRound(ID, ROUND, round(TERMS_ON, open("用地"))))
                .emits(logged(ROUND, 1, round(TERMS_ON, open("用地"))));
    }

    @Test
    void emits_points_still_open_as_carried_over() {
        negotiation
                .given(
                        opened(),
                        logged(ROUND, 1, round(TERMS_ON, open("用地"), open("用电"), open("税收"))),
                        logged(
                                SECOND,
                                2,
                                round(TERMS_ON.plusDays(7), agreed("用电"), open("用 地")),
                                open("用地"),
                                open("用电"),
                                open("税收")))
                .when(new LogRound(ID, THIRD, round(TODAY)))
                .emits(logged(THIRD, 3, round(TODAY), open("用 地"), open("税收")));
    }

    @Test
    void emits_topic_that_is_opened_again() {
        negotiation
                .given(
                        opened(),
                        logged(ROUND, 1, round(TERMS_ON, agreed("用地"))),
                        logged(SECOND, 2, round(TERMS_ON.plusDays(7), open("用地"))))
                .when(new LogRound(ID, THIRD, round(TODAY)))
                .emits(logged(THIRD, 3, round(TODAY), open("用地")));
    }

    @Test
    void emits_late_round_with_what_was_open_when_it_took_place() {
        negotiation
                .given(
                        opened(),
                        logged(ROUND, 1, round(TERMS_ON, open("用地"))),
                        logged(SECOND, 2, round(TODAY, open("用电")), open("用地")))
                .when(new LogRound(ID, THIRD, round(TERMS_ON.plusDays(7), agreed("用地"))))
                .emits(logged(THIRD, 3, round(TERMS_ON.plusDays(7), agreed("用地")), open("用地")));
    }

    @Test
    void emits_by_corrected_rounds() {
        negotiation
                .given(
                        opened(),
                        logged(ROUND, 1, round(TERMS_ON, open("用地"))),
                        new RoundCorrected(ID, PROJECT, ROUND, round(TERMS_ON, open("用电")), TERMS_ON))
                .when(new LogRound(ID, SECOND, round(TODAY)))
                .emits(logged(SECOND, 2, round(TODAY), open("用电")));
    }

    @Test
    void emits_round_that_took_place_before_the_negotiation_was_opened() {
        negotiation
                .given(opened())
                .when(new LogRound(ID, ROUND, round(OPENED_ON.minusDays(5))))
                .emits(logged(ROUND, 1, round(OPENED_ON.minusDays(5))));
    }

    @Test
    void emits_round_entered_late_that_took_place_before_the_signature() {
        negotiation
                .given(Given.signed())
                .when(new LogRound(ID, ROUND, round(DECIDED_ON)))
                .emitsTypes(RoundLogged.class);
    }

    @Test
    void rejects_round_after_it_was_shelved_terminated_or_signed() {
        negotiation
                .given(Given.shelved())
                .when(new LogRound(ID, ROUND, round(TODAY)))
                .rejects(NegotiationRule.NOT_ACTIVE);
        negotiation
                .given(Given.terminated())
                .when(new LogRound(ID, ROUND, round(TODAY)))
                .rejects(NegotiationRule.NOT_ACTIVE);
        negotiation
                .given(Given.signed())
                .when(new LogRound(ID, ROUND, round(TODAY)))
                .rejects(NegotiationRule.NOT_ACTIVE);
    }

    @Test
    void rejects_doubled_click() {
        negotiation
                .given(opened(), logged(ROUND, 1, round(TERMS_ON)))
                .when(new LogRound(ID, ROUND, round(TERMS_ON)))
                .rejects(NegotiationRule.ROUND_ALREADY_LOGGED);
    }

    @Test
    void rejects_topic_that_is_written_twice() {
        negotiation
                .given(opened())
                .when(new LogRound(ID, ROUND, round(TODAY, open("用电 A"), agreed(" 用电a "))))
                .rejectsAt("round.positions[1].topic", NegotiationRule.TOPIC_TWICE);
    }

    @Test
    void rejects_next_round_before_this_one() {
        negotiation
                .given(opened())
                .when(new LogRound(ID, ROUND, details(TODAY, "摘要", TODAY.minusDays(1))))
                .rejects(NegotiationRule.NEXT_ROUND_BEFORE_ROUND);
    }

    @Test
    void rejects_round_in_the_future_or_without_date() {
        negotiation
                .given(opened())
                .when(new LogRound(ID, ROUND, details(TODAY.plusDays(1), "摘要", null)))
                .rejectsAt("round.occurredOn", SharedRule.IN_FUTURE);
        negotiation
                .when(new LogRound(ID, ROUND, details(null, "摘要", null)))
                .rejectsAt("round.occurredOn", SharedRule.REQUIRED);
        negotiation
                .when(new LogRound(ID, ROUND, details(LocalDate.of(1900, 1, 1), "摘要", null)))
                .rejectsAt("round.occurredOn", SharedRule.TOO_EARLY);
    }

    @Test
    void rejects_missing_id_and_missing_round() {
        negotiation
                .given(opened())
                .when(new LogRound(ID, null, round(TODAY)))
                .rejectsAt("roundId", SharedRule.REQUIRED);
        negotiation.when(new LogRound(ID, ROUND, null)).rejectsAt("round", SharedRule.REQUIRED);
    }

    @Test
    void rejects_missing_or_endless_summary_and_place_with_control_characters() {
        negotiation
                .given(opened())
                .when(new LogRound(ID, ROUND, details(TODAY, " ", null)))
                .rejectsAt("round.summary", SharedRule.REQUIRED);
        negotiation
                .when(new LogRound(ID, ROUND, details(TODAY, "要".repeat(4001), null)))
                .rejectsAt("round.summary", SharedRule.TOO_LONG);
        negotiation
                .when(new LogRound(
                        ID, ROUND, new RoundDetails(TODAY, "会议室\u0007", null, null, "摘要", null, null, null, null)))
                .rejectsAt("round.place", SharedRule.FORBIDDEN_CHARACTERS);
    }

    @Test
    void rejects_people_and_attachments_that_are_incomplete() {
        negotiation
                .given(opened())
                .when(new LogRound(
                        ID,
                        ROUND,
                        new RoundDetails(
                                TODAY,
                                null,
                                List.of(new OurPerson(OFFICER, null)),
                                List.of(new TheirPerson(CONTACT, " ", null)),
                                "摘要",
                                List.of(new TopicPosition(" ", null, null, null, true)),
                                null,
                                null,
                                List.of(new Attachment("../x", "a.pdf", "application/pdf", 1)))))
                .rejectsAll(SharedRule.REQUIRED, SharedRule.NOT_FOUND);
    }

    @Test
    void rejects_positions_that_are_too_long() {
        negotiation
                .given(opened())
                .when(new LogRound(ID, ROUND, round(TODAY, new TopicPosition("用地", "长".repeat(501), null, null, true))))
                .rejectsAt("round.positions[0].theirs", SharedRule.TOO_LONG);
    }

    @Test
    void rejects_sender_of_another_park() {
        negotiation
                .given(opened())
                .seeing(TestDictionaries.OTHER_PARK.code())
                .when(new LogRound(ID, ROUND, round(TODAY)))
                .rejects(SharedRule.OUTSIDE_YOUR_PARKS);
    }

    private static RoundDetails details(LocalDate on, String summary, LocalDate next) {
        return new RoundDetails(on, null, null, null, summary, null, null, next, null);
    }
}
