package dev.wuwei.crm.publication;

import static dev.wuwei.crm.testing.AggregateScenario.TODAY;
import static dev.wuwei.crm.testing.TestDictionaries.OTHER_PARK;
import static dev.wuwei.crm.testing.TestDictionaries.PARK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wuwei.crm.publication.PublicationCommand.AnnotatePublication;
import dev.wuwei.crm.publication.PublicationCommand.PublishReport;
import dev.wuwei.crm.publication.PublicationCommand.RecordOutsideFigure;
import dev.wuwei.crm.publication.PublicationCommand.WithdrawOutsideFigure;
import dev.wuwei.crm.publication.PublicationCommand.WithdrawPublication;
import dev.wuwei.crm.publication.PublicationEvent.OutsideFigureRecorded;
import dev.wuwei.crm.publication.PublicationEvent.OutsideFigureWithdrawn;
import dev.wuwei.crm.publication.PublicationEvent.PublicationAnnotated;
import dev.wuwei.crm.publication.PublicationEvent.PublicationWithdrawn;
import dev.wuwei.crm.publication.PublicationEvent.ReportPublished;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.Currency;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.testing.AggregateScenario;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A bulletin of January to May 2026 over two industries. */
class PublicationTest {
    private static final PublicationId REPORT = PublicationId.of("01970000-0000-7000-8000-000000000a01");
    private static final OutsideFigureId FIGURE = OutsideFigureId.of("01970000-0000-7000-8000-000000000a02");
    private static final LocalDate FROM = LocalDate.of(2026, 1, 1);
    private static final LocalDate TO = LocalDate.of(2026, 5, 31);
    private static final LocalDate ON = LocalDate.of(2026, 6, 3);
    private static final List<String> SIGNED = List.of("signed");
    private static final List<String> BY = List.of("industry");
    private static final List<PublishedLine> LINES = List.of(
            new PublishedLine("signed", null, null, null, 2, List.of(Money.yi("4.2"), Money.wanUsd("30"))),
            new PublishedLine("signed", "industry", "textile", "纺织鞋服", 1, List.of(Money.yi("3"))),
            new PublishedLine("signed", "industry", null, "其他", 1, List.of(Money.yi("1.2"), Money.wanUsd("30"))));

    private static final class Ledger implements PublicationSource {
        private final List<ReportQuestion> asked = new ArrayList<>();

        @Override
        public FrozenFigures freeze(ReportQuestion question, dev.wuwei.crm.shared.EventMeta meta) {
            asked.add(question);
            return new FrozenFigures("default@1", 18_204, Instant.parse("2026-06-03T01:00:00Z"), LINES);
        }
    }

    private final Ledger ledger = new Ledger();
    private final AggregateScenario<Publication> publication =
            AggregateScenario.of(Publication.class).with(new PublicationSources(ledger));

    private static PublishReport publish() {
        return new PublishReport(
                REPORT, " 2026年1–5月通报 ", ReportKind.MONTHLY_BULLETIN, FROM, TO, TO, null, SIGNED, BY, ON);
    }

    private static ReportPublished published(Coded... parks) {
        ReportPublished open = report(null, LINES, parks);
        return report(PublicationDigest.of(open), LINES, parks);
    }

    private static ReportPublished report(String digest, List<PublishedLine> lines, Coded... parks) {
        return new ReportPublished(
                REPORT,
                "2026年1–5月通报",
                ReportKind.MONTHLY_BULLETIN,
                FROM,
                TO,
                TO,
                List.of(parks),
                "default@1",
                18_204,
                Instant.parse("2026-06-03T01:00:00Z"),
                BY,
                lines,
                digest,
                ON);
    }

    @Test
    void emits_the_figures_that_the_ledger_gives_with_position_policy_and_digest() {
        publication.when(publish()).emits(published());

        assertThat(ledger.asked).containsExactly(new ReportQuestion(FROM, TO, TO, null, SIGNED, BY, List.of()));
    }

    @Test
    void a_sender_of_one_park_publishes_what_that_park_has() {
        publication.seeing(PARK.code()).when(publish()).emits(published(PARK));

        assertThat(ledger.asked.getFirst().parks()).containsExactly(PARK.code());
    }

    @Test
    void rejects_periods_that_cannot_be() {
        publication
                .when(with(TO, FROM, TO, SIGNED, BY))
                .rejectsAt("periodTo", PublicationRule.PERIOD_ENDS_BEFORE_START);
        publication
                .when(with(FROM, TO, TO.minusDays(1), SIGNED, BY))
                .rejectsAt("asOf", PublicationRule.PERIOD_NOT_OVER);
        publication
                .when(with(FROM, TODAY.plusDays(1), TODAY.plusDays(1), SIGNED, BY))
                .rejectsAt("asOf", SharedRule.IN_FUTURE);
        assertThat(ledger.asked).as("nothing is asked of the ledger").isEmpty();
    }

    @Test
    void rejects_reports_of_nothing_and_of_the_same_twice() {
        publication.when(with(FROM, TO, TO, List.of(), BY)).rejectsAt("measures", PublicationRule.MEASURE_MISSING);
        publication
                .when(with(FROM, TO, TO, List.of("signed", "signed"), BY))
                .rejectsAt("measures", PublicationRule.NAMED_TWICE);
        publication
                .when(with(FROM, TO, TO, SIGNED, List.of("park", "park")))
                .rejectsAt("breakdowns", PublicationRule.NAMED_TWICE);
    }

    private static PublishReport with(
            LocalDate from, LocalDate to, LocalDate asOf, List<String> measures, List<String> by) {
        return new PublishReport(REPORT, "通报", ReportKind.MONTHLY_BULLETIN, from, to, asOf, null, measures, by, ON);
    }

    @Test
    void what_the_ledger_refuses_is_refused_and_nothing_stored() {
        AggregateScenario.of(Publication.class)
                .with(new PublicationSources((PublicationSource) (question, meta) -> {
                    throw new RuleViolated(SharedRule.UNKNOWN_CODE, "signd");
                }))
                .when(publish())
                .rejects(SharedRule.UNKNOWN_CODE);
    }

    @Test
    void a_digest_fits_only_the_report_that_it_was_made_of() {
        ReportPublished report = published(PARK);
        assertThat(PublicationDigest.fits(report)).isTrue();
        assertThat(report.digest())
                .as("reckoned apart from this program")
                .isEqualTo("3c8b97a2799eada3e8f684820f7bea638dffd791010928fb210b1c7984217418");

        List<PublishedLine> touched = new ArrayList<>(LINES);
        touched.set(
                1,
                new PublishedLine(
                        "signed",
                        "industry",
                        "textile",
                        "纺织鞋服",
                        1,
                        List.of(new Money(new BigDecimal("300000000.01"), Currency.CNY))));
        assertThat(PublicationDigest.fits(report(report.digest(), touched, PARK)))
                .isFalse();
        assertThat(PublicationDigest.fits(report(report.digest(), LINES, OTHER_PARK)))
                .isFalse();
        assertThat(PublicationDigest.fits(report(null, LINES, PARK))).isFalse();
    }

    @Test
    void notes_are_added_and_the_figures_stay() {
        publication
                .given(published())
                .when(new AnnotatePublication(REPORT, "纺织一项更正登记", ON))
                .emits(new PublicationAnnotated(REPORT, "纺织一项更正登记", ON));
        publication
                .given(published())
                .when(new AnnotatePublication(REPORT, " ", ON))
                .rejectsAt("note", SharedRule.REQUIRED);
        publication
                .given(published())
                .when(new AnnotatePublication(REPORT, "早", ON.minusDays(1)))
                .rejectsAt("occurredOn", SharedRule.TOO_EARLY);
    }

    @Test
    void is_withdrawn_once_with_a_reason_and_may_still_be_annotated() {
        WithdrawPublication withdraw = new WithdrawPublication(REPORT, ON, "口径有误");
        PublicationWithdrawn withdrawn = new PublicationWithdrawn(REPORT, ON);
        publication.given(published()).when(withdraw).emits(withdrawn);
        publication.given(published(), withdrawn).when(withdraw).rejects(PublicationRule.ALREADY_WITHDRAWN);
        publication
                .given(published())
                .when(new WithdrawPublication(REPORT, ON, null))
                .rejects(SharedRule.REASON_REQUIRED);
        publication
                .given(published(), withdrawn)
                .when(new AnnotatePublication(REPORT, "另发", ON))
                .emits(new PublicationAnnotated(REPORT, "另发", ON));
    }

    private static RecordOutsideFigure claim(String line, Money amount, Integer count) {
        return new RecordOutsideFigure(REPORT, FIGURE, "工作总结", TO, line, amount, count, ON);
    }

    private static OutsideFigureRecorded claimed() {
        return new OutsideFigureRecorded(
                REPORT, FIGURE, "工作总结", TO, "signed/industry/textile", "纺织鞋服", Money.yi("2.8"), null, ON);
    }

    @Test
    void an_outside_figure_claims_to_be_a_line_of_the_report() {
        publication
                .given(published())
                .when(claim("signed/industry/textile", Money.yi("2.8"), null))
                .emits(claimed());
        publication
                .given(published())
                .when(claim("signed/industry/", null, 1))
                .emits(new OutsideFigureRecorded(REPORT, FIGURE, "工作总结", TO, "signed/industry/", "其他", null, 1, ON));
    }

    @Test
    void rejects_outside_figures_that_claim_nothing_or_no_line_or_nonsense() {
        publication
                .given(published())
                .when(claim("signed", null, null))
                .rejectsAt("amount", PublicationRule.NOTHING_CLAIMED);
        publication
                .given(published())
                .when(claim("signed/park/north", Money.yi("1"), null))
                .rejectsAt("line", PublicationRule.UNKNOWN_LINE);
        publication
                .given(published())
                .when(claim("signed", Money.yi("-1"), null))
                .rejectsAt("amount", SharedRule.NEGATIVE_AMOUNT);
        publication.given(published()).when(claim("signed", null, -1)).rejectsAt("count", SharedRule.NEGATIVE_AMOUNT);
        publication
                .given(published(), claimed())
                .when(claim("signed", null, 1))
                .rejectsAt("figureId", PublicationRule.FIGURE_TWICE);
    }

    @Test
    void an_outside_figure_that_was_typed_wrong_is_withdrawn_with_a_reason() {
        WithdrawOutsideFigure withdraw = new WithdrawOutsideFigure(REPORT, FIGURE, ON, "看错行");
        publication.given(published(), claimed()).when(withdraw).emits(new OutsideFigureWithdrawn(REPORT, FIGURE, ON));
        publication.given(published()).when(withdraw).rejectsAt("figureId", PublicationRule.UNKNOWN_FIGURE);
        publication
                .given(published(), claimed(), new OutsideFigureWithdrawn(REPORT, FIGURE, ON))
                .when(withdraw)
                .rejectsAt("figureId", PublicationRule.UNKNOWN_FIGURE);
    }

    @Test
    void a_report_over_parks_that_one_does_not_see_is_not_ones_own_to_change() {
        AnnotatePublication note = new AnnotatePublication(REPORT, "说明", ON);
        publication.seeing(OTHER_PARK.code()).given(published(PARK)).when(note).rejects(SharedRule.OUTSIDE_YOUR_PARKS);
        publication.seeing(PARK.code()).given(published()).when(note).rejects(SharedRule.OUTSIDE_YOUR_PARKS);
        publication
                .seeing(PARK.code())
                .given(published(PARK))
                .when(note)
                .emits(new PublicationAnnotated(REPORT, "说明", ON));
    }
}
