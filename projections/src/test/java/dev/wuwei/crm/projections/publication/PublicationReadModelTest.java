package dev.wuwei.crm.projections.publication;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wuwei.crm.projections.ledger.CatalogueQuery;
import dev.wuwei.crm.projections.ledger.MoveCause;
import dev.wuwei.crm.projections.ledger.PolicyQuery;
import dev.wuwei.crm.projections.ledger.TotalsQuery;
import dev.wuwei.crm.projections.publication.PublicationComparison.Claim;
import dev.wuwei.crm.projections.publication.PublicationComparison.Line;
import dev.wuwei.crm.projections.support.AsOf;
import dev.wuwei.crm.projections.support.ReadModel;
import dev.wuwei.crm.projections.support.Viewer;
import dev.wuwei.crm.projections.testing.ReadModelContract;
import dev.wuwei.crm.projections.testing.Story;
import dev.wuwei.crm.projections.testing.TestLedger;
import dev.wuwei.crm.publication.OutsideFigureId;
import dev.wuwei.crm.publication.PublicationDigest;
import dev.wuwei.crm.publication.PublicationEvent.OutsideFigureRecorded;
import dev.wuwei.crm.publication.PublicationEvent.OutsideFigureWithdrawn;
import dev.wuwei.crm.publication.PublicationEvent.PublicationAnnotated;
import dev.wuwei.crm.publication.PublicationEvent.PublicationWithdrawn;
import dev.wuwei.crm.publication.PublicationEvent.ReportPublished;
import dev.wuwei.crm.publication.PublicationId;
import dev.wuwei.crm.publication.PublishedLine;
import dev.wuwei.crm.publication.ReportKind;
import dev.wuwei.crm.publication.ReportQuestion;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.testing.TestCountingRules;
import dev.wuwei.crm.testing.TestDictionaries;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A bulletin of January to September, published before the amount of its one agreement was put right in November. */
class PublicationReadModelTest extends ReadModelContract {
    private static final Viewer EVERYBODY = Viewer.everything();
    private static final Instant CUT_OFF = Instant.parse("2023-10-07T01:00:00Z");
    private static final List<String> BY = List.of("industry", "park", "sizeBand");
    private static final Money PRINTED = Money.yi("10.2");

    private final PublicationId september = PublicationId.next();
    private final PublicationId north = PublicationId.next();
    private final OutsideFigureId total = OutsideFigureId.next();
    private final OutsideFigureId wrong = OutsideFigureId.next();
    private PublicationQuery query;
    private ReportFigures figures;

    PublicationReadModelTest() {
        story.history.on("2023-10-07").by(story.head);
        story.history.record(report(september, "1–9月通报", List.of()));
        story.history.record(report(north, "城北1–9月", List.of(Story.NORTH)));
        story.history.record(claim(total, "signed", Money.yi("9"), 2));
        story.history.record(claim(OutsideFigureId.next(), "signed/industry/food", Money.yi("10.2"), null));
        story.history.record(claim(wrong, "signed", Money.yi("90"), null));
        story.history.because("看错行").record(new OutsideFigureWithdrawn(september, wrong, day("2023-10-07")));
        story.history.record(new PublicationAnnotated(september, "食品项目金额更正", day("2023-11-09")));
        story.history.on("2023-12-01").because("城北另行通报");
        story.history.record(new PublicationWithdrawn(north, day("2023-12-01")));
    }

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }

    private OutsideFigureRecorded claim(OutsideFigureId id, String line, Money amount, Integer count) {
        return new OutsideFigureRecorded(
                september, id, "县里的总结", day("2023-10-06"), line, null, amount, count, day("2023-10-07"));
    }

    private static ReportPublished report(PublicationId id, String title, List<Coded> parks) {
        List<PublishedLine> lines = List.of(
                new PublishedLine("signed", null, null, null, 1, List.of(PRINTED)),
                new PublishedLine("signed", "industry", "food", "食品医药", 1, List.of(PRINTED)),
                new PublishedLine("signed", "park", "north", "城北园区", 1, List.of(PRINTED)),
                new PublishedLine("signed", "sizeBand", "ge1", "≥1亿", 1, List.of(PRINTED)),
                new PublishedLine("signed", "sizeBand", "ge5", "≥5亿", 1, List.of(PRINTED)),
                new PublishedLine("signed", "sizeBand", "ge10", "≥10亿", 1, List.of(PRINTED)));
        return sealed(id, title, parks, lines);
    }

    private static ReportPublished sealed(
            PublicationId id, String title, List<Coded> parks, List<PublishedLine> lines) {
        ReportPublished open = with(id, title, parks, lines, null);
        return with(id, title, parks, lines, PublicationDigest.of(open));
    }

    private static ReportPublished with(
            PublicationId id, String title, List<Coded> parks, List<PublishedLine> lines, String digest) {
        return new ReportPublished(
                id,
                title,
                ReportKind.MONTHLY_BULLETIN,
                day("2023-01-01"),
                day("2023-09-30"),
                day("2023-09-30"),
                parks,
                "default@1",
                42,
                CUT_OFF,
                BY,
                lines,
                digest,
                day("2023-10-07"));
    }

    @Override
    protected ReadModel model() {
        return new PublicationReadModel(dataSource);
    }

    @Override
    protected List<ReadModel> others() {
        return List.of(TestLedger.model(dataSource, story.history));
    }

    @BeforeEach
    void query() {
        query = new PublicationQuery(jdbc);
        figures = new ReportFigures(
                new TotalsQuery(
                        jdbc,
                        new PolicyQuery(jdbc, TestCountingRules::standard),
                        new CatalogueQuery(jdbc, new TestDictionaries())),
                new TestDictionaries());
    }

    private PublicationView september() {
        return query.find(september, AsOf.NOW, EVERYBODY).orElseThrow();
    }

    private Line line(String key) {
        return figures.compare(september(), null).lines().stream()
                .filter(line -> line.line().key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void the_ledger_of_the_cut_off_still_gives_what_was_published() {
        ReportQuestion question = new ReportQuestion(
                day("2023-01-01"), day("2023-09-30"), day("2023-09-30"), null, List.of("signed"), BY, List.of());
        assertThat(figures.lines(question, CUT_OFF))
                .extracting(PublishedLine::key, PublishedLine::count, PublishedLine::sums)
                .containsExactlyElementsOf(september().report().lines().stream()
                        .map(line -> org.assertj.core.groups.Tuple.tuple(line.key(), line.count(), line.sums()))
                        .toList());
    }

    @Test
    void a_line_that_moved_says_by_how_much_and_which_project_made_it_move() {
        Line food = line("signed/industry/food");
        assertThat(food.moved()).isTrue();
        assertThat(food.published().sums()).containsExactly(PRINTED);
        assertThat(food.moves()).isNotEmpty().allSatisfy(move -> {
            assertThat(move.projectId()).isEqualTo(story.food);
            assertThat(move.event().cause()).isEqualTo(MoveCause.CORRECTED);
            assertThat(move.event().position()).isEqualTo(story.amountCorrected.position());
        });
        assertThat(food.unexplained().isNothing()).isTrue();
        assertThat(line("signed").difference()).isEqualTo(food.difference());
    }

    @Test
    void as_known_before_the_correction_nothing_had_moved() {
        Instant before = Instant.parse("2023-11-01T00:00:00Z");
        assertThat(figures.compare(september(), before).restated()).isFalse();
    }

    @Test
    void a_figure_that_no_entry_accounts_for_is_told() {
        PublicationView view = september();
        List<PublishedLine> lines = new ArrayList<>(view.report().lines());
        lines.set(0, new PublishedLine("signed", null, null, null, 1, List.of(Money.yi("12"))));
        PublicationView other = new PublicationView(
                sealed(september, "t", List.of(), lines), true, CUT_OFF, null, List.of(), null, List.of());
        PublicationComparison compared = figures.compare(other, null);
        assertThat(compared.lines().getFirst().unexplained().sums()).containsExactly(Money.yi("-1.8"));
        assertThat(compared.untied())
                .as("neither industries nor parks come to the printed total")
                .hasSize(2)
                .first()
                .satisfies(
                        tie -> assertThat(tie.total().minus(tie.sum()).sums()).containsExactly(Money.yi("1.8")));
    }

    @Test
    void a_report_that_was_tampered_with_is_told_from_the_one_that_was_published() {
        assertThat(september().verified()).isTrue();
        int changed = jdbc.sql("update publication_fact set payload = replace(payload, '1020000000', '1050000000')"
                        + " where publication_id = ?")
                .param(september.value())
                .update();
        assertThat(changed).isPositive();
        assertThat(september().verified()).isFalse();
        assertThat(query.find(north, AsOf.NOW, EVERYBODY).orElseThrow().verified())
                .isTrue();
    }

    @Test
    void an_outside_figure_is_held_against_the_ledger_and_a_withdrawn_one_is_gone() {
        PublicationComparison compared = figures.compare(september(), CUT_OFF);
        assertThat(compared.outside()).hasSize(2);
        Claim first = compared.outside().getFirst();
        assertThat(first.ties()).isFalse();
        assertThat(first.amountOff()).isEqualTo(Money.yi("-1.2"));
        assertThat(first.countOff()).isEqualTo(1);
        assertThat(compared.outside().getLast().ties()).isTrue();
        assertThat(compared.documents()).singleElement().satisfies(document -> {
            assertThat(document.ties()).isFalse();
            assertThat(document.off()).isEqualTo(Money.yi("-1.2"));
        });
    }

    @Test
    void notes_and_withdrawal_stand_from_their_day_on() {
        assertThat(september().notes())
                .singleElement()
                .satisfies(note -> assertThat(note.by()).isEqualTo(story.head));
        assertThat(query.find(september, AsOf.on(day("2023-10-31")), EVERYBODY)
                        .orElseThrow()
                        .notes())
                .isEmpty();
        assertThat(query.find(north, AsOf.NOW, EVERYBODY)
                        .orElseThrow()
                        .withdrawal()
                        .reason())
                .isEqualTo("城北另行通报");
        assertThat(query.find(north, AsOf.on(day("2023-11-30")), EVERYBODY)
                        .orElseThrow()
                        .isWithdrawn())
                .isFalse();
        assertThat(query.publications(AsOf.on(day("2023-10-06")), EVERYBODY)).isEmpty();
    }

    @Test
    void a_report_is_shown_to_whoever_sees_all_that_it_counts() {
        assertThat(query.publications(AsOf.NOW, EVERYBODY)).hasSize(2);
        assertThat(query.publications(AsOf.NOW, new Viewer(null, Set.of(Role.LEADER), Set.of("north"))))
                .extracting(PublicationView::publicationId)
                .containsExactly(north);
        assertThat(query.publications(AsOf.NOW, new Viewer(null, Set.of(Role.LEADER), Set.of("south"))))
                .isEmpty();
    }
}
