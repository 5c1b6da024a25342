package dev.wuwei.crm.negotiation;

import static dev.wuwei.crm.negotiation.Given.DECIDED_ON;
import static dev.wuwei.crm.negotiation.Given.ID;
import static dev.wuwei.crm.negotiation.Given.OFFICER;
import static dev.wuwei.crm.negotiation.Given.PROJECT;
import static dev.wuwei.crm.negotiation.Given.TERMS_ON;
import static dev.wuwei.crm.negotiation.Given.TODAY;
import static dev.wuwei.crm.negotiation.Given.negotiation;
import static dev.wuwei.crm.negotiation.Given.opened;
import static dev.wuwei.crm.negotiation.Given.preferentialTerms;
import static dev.wuwei.crm.negotiation.Given.revised;
import static dev.wuwei.crm.negotiation.Given.terms;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wuwei.crm.negotiation.NegotiationCommand.ReviseTerms;
import dev.wuwei.crm.negotiation.NegotiationEvent.StageReturned;
import dev.wuwei.crm.negotiation.NegotiationEvent.TermsRevised;
import dev.wuwei.crm.negotiation.Terms.Incentive;
import dev.wuwei.crm.platform.axon.Facts;
import dev.wuwei.crm.shared.Area;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.Rule;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.testing.AggregateScenario;
import dev.wuwei.crm.testing.TestDictionaries;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.axonframework.messaging.GenericMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReviseTermsTest {
    private final AggregateScenario<Negotiation> negotiation = negotiation();

    @Test
    void emits_first_version() {
        negotiation
                .given(opened())
                .when(new ReviseTerms(ID, 0, terms(), " 首稿 ", TODAY))
                .emits(new TermsRevised(ID, PROJECT, 1, terms(), "首稿", TODAY));
    }

    @Test
    void emits_next_version_while_the_one_before_is_kept() {
        negotiation
                .given(Given.atTerms())
                .when(new ReviseTerms(ID, 1, preferentialTerms(), null, TODAY))
                .emits(new TermsRevised(ID, PROJECT, 2, preferentialTerms(), null, TODAY));
    }

    @Test
    void emits_the_least_that_must_be_known() {
        Terms least = new Terms(
                Money.wanUsd("3000"),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        negotiation
                .given(opened())
                .when(new ReviseTerms(ID, 0, least, null, TODAY))
                .emitsTypes(TermsRevised.class);
    }

    @Test
    void emits_return_to_terms_with_its_reason_when_an_approval_falls() {
        negotiation
                .given(Given.approved())
                .when(new ReviseTerms(ID, 1, preferentialTerms(), "增加设备奖补", TODAY))
                .emits(
                        new TermsRevised(ID, PROJECT, 2, preferentialTerms(), "增加设备奖补", TODAY),
                        new StageReturned(ID, PROJECT, NegotiationStage.READY_TO_SIGN, NegotiationStage.TERMS, TODAY));
    }

    @Test
    void rejects_revision_without_note_when_an_approval_falls() {
        negotiation
                .given(Given.approved())
                .when(new ReviseTerms(ID, 1, preferentialTerms(), " ", TODAY))
                .rejectsAt("note", SharedRule.REQUIRED);
    }

    @Test
    void rejects_stale_form_and_says_who_was_first_and_when() {
        var outcome = negotiation
                .given(
                        opened(),
                        new GenericMessage<>(revised(1, terms()), Map.of(Facts.RECORDED_BY, OFFICER.toString())))
                .when(new ReviseTerms(ID, 0, preferentialTerms(), null, TODAY));
        outcome.rejects(SharedRule.CHANGED_MEANWHILE);
        assertThat(outcome.violations().getFirst().args()).hasSize(2).first().isEqualTo(OFFICER);
    }

    @Test
    void rejects_version_that_does_not_exist() {
        negotiation
                .given(opened())
                .when(new ReviseTerms(ID, 3, terms(), null, TODAY))
                .rejectsAt("baseVersion", SharedRule.NOT_FOUND);
    }

    @Test
    void rejects_revision_that_changes_nothing_however_the_numbers_are_written() {
        Terms same = with(terms(), t -> t[5] = new BigDecimal("320.00"));
        negotiation
                .given(Given.atTerms())
                .when(new ReviseTerms(ID, 1, same, null, TODAY))
                .rejects(NegotiationRule.NOTHING_CHANGED);
    }

    @Test
    void rejects_change_of_terms_under_review() {
        negotiation
                .given(Given.inReview())
                .when(new ReviseTerms(ID, 1, preferentialTerms(), null, TODAY))
                .rejects(NegotiationRule.TERMS_UNDER_REVIEW);
    }

    @Test
    void rejects_date_before_the_version_before_or_before_the_approval() {
        negotiation
                .given(Given.atTerms())
                .when(new ReviseTerms(ID, 1, preferentialTerms(), null, TERMS_ON.minusDays(1)))
                .rejects(SharedRule.TOO_EARLY);
        negotiation
                .given(Given.approved())
                .when(new ReviseTerms(ID, 1, preferentialTerms(), "理由", DECIDED_ON.minusDays(1)))
                .rejects(SharedRule.TOO_EARLY);
    }

    @ParameterizedTest
    @MethodSource
    void rejects_bad_input_at_its_field(String field, Rule rule, Terms bad) {
        negotiation
                .given(opened())
                .when(new ReviseTerms(ID, 0, bad, null, TODAY))
                .rejectsAt(field, rule);
    }

    static Stream<Arguments> rejects_bad_input_at_its_field() {
        return Stream.of(
                Arguments.of("terms", SharedRule.REQUIRED, null),
                bad("terms.totalInvestment", SharedRule.REQUIRED, 0, null),
                bad("terms.totalInvestment", SharedRule.NOT_POSITIVE, 0, Money.cny("0")),
                bad("terms.totalInvestment", SharedRule.NEGATIVE_AMOUNT, 0, Money.cny("-1")),
                bad("terms.totalInvestment", SharedRule.ABSURD_AMOUNT, 0, Money.yi("10001")),
                bad("terms.totalInvestment", SharedRule.TOO_PRECISE, 0, Money.cny("500000000.001")),
                bad("terms.totalInvestment", SharedRule.ABSURD_AMOUNT, 0, Money.cny("1E+999999999")),
                bad("terms.fixedAssetInvestment", SharedRule.NEGATIVE_AMOUNT, 1, Money.cny("-1")),
                bad("terms.fixedAssetInvestment", SharedRule.MIXED_CURRENCY, 1, Money.wanUsd("100")),
                bad("terms.fixedAssetInvestment", NegotiationRule.FIXED_ASSETS_ABOVE_TOTAL, 1, Money.yi("5.01")),
                bad("terms.land", SharedRule.NOT_POSITIVE, 2, Area.mu("0")),
                bad("terms.land", SharedRule.ABSURD_AMOUNT, 2, Area.mu("1000001")),
                bad("terms.land", SharedRule.TOO_PRECISE, 2, Area.mu("100.001")),
                bad("terms.factory", SharedRule.NOT_POSITIVE, 3, Area.squareMetres("-5")),
                bad("terms.plotRatio", SharedRule.NEGATIVE_AMOUNT, 4, new BigDecimal("-1")),
                bad("terms.plotRatio", SharedRule.ABSURD_AMOUNT, 4, new BigDecimal("21")),
                bad("terms.intensity", SharedRule.NOT_POSITIVE, 5, BigDecimal.ZERO),
                bad("terms.intensity", SharedRule.ABSURD_AMOUNT, 5, new BigDecimal("1E+999999")),
                bad("terms.outputPerMu", SharedRule.TOO_PRECISE, 6, new BigDecimal("300.123")),
                bad("terms.taxPerMu", SharedRule.TOO_PRECISE, 7, new BigDecimal("1E-999999")),
                bad("terms.jobs", SharedRule.NEGATIVE_AMOUNT, 8, -1),
                bad("terms.jobs", SharedRule.ABSURD_AMOUNT, 8, 1_000_001),
                bad("terms.startOn", SharedRule.TOO_EARLY, 9, LocalDate.of(1979, 12, 31)),
                bad("terms.fullCapacityOn", SharedRule.TOO_LATE, 13, LocalDate.of(2999, 1, 1)),
                bad("terms.completeOn", NegotiationRule.DATES_OUT_OF_ORDER, 10, LocalDate.of(2026, 9, 30)),
                bad("terms.scaleUpOn", NegotiationRule.DATES_OUT_OF_ORDER, 12, LocalDate.of(2027, 12, 31)),
                bad("terms.incentives[0].clause", SharedRule.REQUIRED, 14, List.of(new Incentive(" ", false))),
                bad("terms.incentives[0]", SharedRule.REQUIRED, 14, Collections.singletonList(null)),
                bad("terms.incentives", SharedRule.TOO_MANY, 14, Collections.nCopies(101, new Incentive("奖补", true))));
    }

    @Test
    void rejects_dates_out_of_order_across_one_that_is_missing() {
        Terms terms = with(terms(), t -> {
            t[10] = null;
            t[11] = LocalDate.of(2026, 9, 1);
        });
        negotiation
                .given(opened())
                .when(new ReviseTerms(ID, 0, terms, null, TODAY))
                .rejectsAt("terms.produceOn", NegotiationRule.DATES_OUT_OF_ORDER);
    }

    @Test
    void rejects_everything_wrong_at_once() {
        Terms terms = with(terms(), t -> {
            t[0] = Money.cny("-1");
            t[4] = new BigDecimal("99");
        });
        negotiation
                .given(opened())
                .when(new ReviseTerms(ID, 0, terms, "注".repeat(501), TODAY.plusDays(1)))
                .rejectsAll(
                        SharedRule.NEGATIVE_AMOUNT,
                        SharedRule.ABSURD_AMOUNT,
                        SharedRule.TOO_LONG,
                        SharedRule.IN_FUTURE);
    }

    @Test
    void rejects_when_not_active() {
        negotiation
                .given(Given.shelved())
                .when(new ReviseTerms(ID, 1, preferentialTerms(), null, TODAY))
                .rejects(NegotiationRule.NOT_ACTIVE);
    }

    @Test
    void rejects_sender_of_another_park() {
        negotiation
                .given(opened())
                .seeing(TestDictionaries.OTHER_PARK.code())
                .when(new ReviseTerms(ID, 0, terms(), null, TODAY))
                .rejects(SharedRule.OUTSIDE_YOUR_PARKS);
    }

    private static Arguments bad(String field, Rule rule, int component, Object value) {
        return Arguments.of(field, rule, with(terms(), t -> t[component] = value));
    }

    /** The terms with some components, by their order in the record, changed. */
    @SuppressWarnings("unchecked")
    private static Terms with(Terms terms, Consumer<Object[]> change) {
        Object[] t = {
            terms.totalInvestment(),
            terms.fixedAssetInvestment(),
            terms.land(),
            terms.factory(),
            terms.plotRatio(),
            terms.intensity(),
            terms.outputPerMu(),
            terms.taxPerMu(),
            terms.jobs(),
            terms.startOn(),
            terms.completeOn(),
            terms.produceOn(),
            terms.scaleUpOn(),
            terms.fullCapacityOn(),
            terms.incentives()
        };
        change.accept(t);
        return new Terms(
                (Money) t[0],
                (Money) t[1],
                (Area) t[2],
                (Area) t[3],
                (BigDecimal) t[4],
                (BigDecimal) t[5],
                (BigDecimal) t[6],
                (BigDecimal) t[7],
                (Integer) t[8],
                (LocalDate) t[9],
                (LocalDate) t[10],
                (LocalDate) t[11],
                (LocalDate) t[12],
                (LocalDate) t[13],
                (List<Incentive>) t[14]);
    }
}
