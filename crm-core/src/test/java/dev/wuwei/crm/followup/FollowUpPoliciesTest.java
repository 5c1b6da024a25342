package dev.wuwei.crm.followup;

import static dev.wuwei.crm.followup.FollowUpExamples.*;
import static dev.wuwei.crm.testing.AggregateScenario.SENDER;
import static dev.wuwei.crm.testing.TestDictionaries.INDUSTRY;
import static dev.wuwei.crm.testing.TestDictionaries.PARK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wuwei.crm.followup.FollowUpCommand.CorrectSigningDate;
import dev.wuwei.crm.followup.FollowUpCommand.OpenFollowUp;
import dev.wuwei.crm.followup.FollowUpCommand.ReviseAgreedDates;
import dev.wuwei.crm.negotiation.NegotiationId;
import dev.wuwei.crm.shared.Channel;
import dev.wuwei.crm.shared.Command;
import dev.wuwei.crm.shared.Consequences;
import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.signing.AgreementKind;
import dev.wuwei.crm.signing.AgreementTerms;
import dev.wuwei.crm.signing.SigningEvent.AgreementAmended;
import dev.wuwei.crm.signing.SigningEvent.AgreementCorrected;
import dev.wuwei.crm.signing.SigningEvent.AgreementSigned;
import dev.wuwei.crm.signing.SigningEvent.AgreementUpgraded;
import dev.wuwei.crm.testing.AggregateScenario;
import dev.wuwei.crm.testing.InMemoryUniqueness;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FollowUpPoliciesTest {
    private static final LocalDate ON = LocalDate.of(2025, 6, 1);
    private static final EventMeta META = new EventMeta(
            AggregateScenario.at(ON),
            SENDER,
            null,
            Set.of(Role.LEADER),
            Set.of(),
            Channel.UI,
            null,
            null,
            null,
            null,
            7,
            0,
            "event-7");

    private final List<Command> sent = new ArrayList<>();
    private final InMemoryUniqueness uniqueness = new InMemoryUniqueness();
    private final Consequences consequences = (command, cause) -> {
        assertThat(cause).isSameAs(META);
        sent.add(command);
        if (command instanceof OpenFollowUp open) {
            uniqueness.take(FollowUpCourse.PROJECT, open.projectId().toString(), open.followUpId(), null, META);
        }
        return null;
    };
    private final WhenAgreementSignedThenOpenFollowUp whenSigned =
            new WhenAgreementSignedThenOpenFollowUp(consequences, uniqueness);

    private static AgreementTerms terms() {
        return new AgreementTerms(
                Money.yi("3"),
                Money.yi("2"),
                null,
                null,
                List.of(),
                List.of(AGREED_FIRST, AGREED_SECOND),
                List.of(),
                List.of());
    }

    private static AgreementSigned signed(AgreementKind kind) {
        return new AgreementSigned(
                SIGNING,
                PROJECT,
                "ZS-2025-0007",
                NegotiationId.next(),
                kind,
                "HT-1",
                List.of(),
                terms(),
                null,
                false,
                false,
                INDUSTRY,
                PARK,
                SENDER,
                NONE,
                SIGNED_ON);
    }

    @Test
    void formal_agreement_opens_the_follow_up() {
        whenSigned.on(signed(AgreementKind.FORMAL), META);
        var open = (OpenFollowUp) sent.getFirst();
        assertThat(open)
                .isEqualTo(new OpenFollowUp(
                        open.followUpId(),
                        PROJECT,
                        "ZS-2025-0007",
                        SIGNING,
                        1,
                        PARK,
                        List.of(AGREED_FIRST, AGREED_SECOND),
                        SIGNED_ON));
    }

    @Test
    void formal_agreement_delivered_twice_opens_one() {
        whenSigned.on(signed(AgreementKind.FORMAL), META);
        whenSigned.on(signed(AgreementKind.FORMAL), META);
        assertThat(sent).hasSize(2);
        assertThat(sent.getLast())
                .isEqualTo(new ReviseAgreedDates(
                        ((OpenFollowUp) sent.getFirst()).followUpId(),
                        SIGNING,
                        1,
                        List.of(AGREED_FIRST, AGREED_SECOND),
                        SIGNED_ON));
        AggregateScenario.of(FollowUp.class)
                .given(opened())
                .when(new ReviseAgreedDates(FOLLOW_UP, SIGNING, 1, List.of(AGREED_FIRST, AGREED_SECOND), SIGNED_ON))
                .emitsNothing();
    }

    @Test
    void framework_opens_nothing_until_it_becomes_formal() {
        whenSigned.on(signed(AgreementKind.FRAMEWORK), META);
        assertThat(sent).isEmpty();
        whenSigned.on(
                new AgreementUpgraded(
                        SIGNING,
                        PROJECT,
                        "ZS-2025-0007",
                        2,
                        AgreementKind.FRAMEWORK,
                        AgreementKind.FORMAL,
                        "HT-2",
                        List.of(),
                        terms(),
                        false,
                        PARK,
                        NONE,
                        ON),
                META);
        assertThat(sent).singleElement().isInstanceOfSatisfying(OpenFollowUp.class, open -> {
            assertThat(open.agreementVersion()).isEqualTo(2);
            assertThat(open.occurredOn()).isEqualTo(ON);
        });
    }

    @Test
    void amendment_and_corrected_date_reach_the_follow_up() {
        uniqueness.take(FollowUpCourse.PROJECT, PROJECT.toString(), FOLLOW_UP, null, META);
        new WhenAgreementAmendedThenReviseAgreedDates(consequences, uniqueness)
                .on(new AgreementAmended(SIGNING, PROJECT, 2, null, terms(), NONE, ON), META);
        new WhenAgreementCorrectedThenCorrectSigningDate(consequences, uniqueness)
                .on(new AgreementCorrected(SIGNING, PROJECT, "HT-1", START, null, INDUSTRY, false, false, START), META);
        assertThat(sent)
                .containsExactly(
                        new ReviseAgreedDates(FOLLOW_UP, SIGNING, 2, List.of(AGREED_FIRST, AGREED_SECOND), ON),
                        new CorrectSigningDate(FOLLOW_UP, SIGNING, START));
    }

    @Test
    void amendment_of_what_is_not_followed_up_reaches_nobody() {
        new WhenAgreementAmendedThenReviseAgreedDates(consequences, uniqueness)
                .on(new AgreementAmended(SIGNING, PROJECT, 2, null, terms(), NONE, ON), META);
        assertThat(sent).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                WhenAgreementSignedThenOpenFollowUp.class,
                WhenAgreementAmendedThenReviseAgreedDates.class,
                WhenAgreementCorrectedThenCorrectSigningDate.class
            })
    void policies_act_once_and_never_in_a_replay(Class<?> policy) {
        assertThat(policy.getAnnotation(ProcessingGroup.class).value()).isEqualTo("policies");
        assertThat(policy.isAnnotationPresent(DisallowReplay.class)).isTrue();
    }
}
