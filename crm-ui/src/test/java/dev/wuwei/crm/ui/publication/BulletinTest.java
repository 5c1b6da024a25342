package dev.wuwei.crm.ui.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wuwei.crm.api.InDemoPark;
import dev.wuwei.crm.api.RunningApi;
import dev.wuwei.crm.counting.CountingRules;
import dev.wuwei.crm.counting.CountingStandard;
import dev.wuwei.crm.projections.ledger.CatalogueQuery;
import dev.wuwei.crm.projections.ledger.FiveGapsQuery;
import dev.wuwei.crm.projections.ledger.FunnelQuery;
import dev.wuwei.crm.projections.ledger.PipelineQuery;
import dev.wuwei.crm.projections.ledger.PolicyQuery;
import dev.wuwei.crm.projections.ledger.RevitalisedLandQuery;
import dev.wuwei.crm.projections.ledger.TotalsQuery;
import dev.wuwei.crm.projections.publication.PublicationQuery;
import dev.wuwei.crm.projections.publication.PublicationView;
import dev.wuwei.crm.projections.publication.ReportFigures;
import dev.wuwei.crm.projections.support.AsOf;
import dev.wuwei.crm.projections.support.Viewer;
import dev.wuwei.crm.projections.target.TargetProgressQuery;
import dev.wuwei.crm.projections.target.TargetQuery;
import dev.wuwei.crm.publication.PublicationEvent.ReportPublished;
import dev.wuwei.crm.publication.PublishedLine;
import dev.wuwei.crm.publication.ReportQuestion;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.Dictionaries;
import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.ui.component.DocumentRule;
import dev.wuwei.crm.ui.component.ErrorTexts;
import dev.wuwei.crm.ui.component.Format;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Bulletins of the demo park, whose figures are those of the source texts. */
@InDemoPark
class BulletinTest extends RunningApi {
    @Autowired
    private Bulletin bulletin;

    @Autowired
    private PublicationQuery publications;

    @Autowired
    private ReportFigures figures;

    @Autowired
    private FiveGapsQuery fiveGaps;

    @Autowired
    private TargetProgressQuery targets;

    @Autowired
    private Dictionaries dictionaries;

    @Autowired
    private CountingStandard standard;

    @Autowired
    private CatalogueQuery catalogues;

    @Autowired
    private JdbcClient jdbc;

    @TempDir
    private Path own;

    private PublicationView view(String title) {
        return publications.publications(AsOf.NOW, Viewer.everything()).stream()
                .filter(view -> view.report().title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    private String written(Bulletin by, PublicationView view) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        by.write(view, figures.compare(view, null), "郑庚", out);
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(out.toByteArray()));
                XWPFWordExtractor text = new XWPFWordExtractor(document)) {
            return text.getText();
        }
    }

    @Test
    void every_figure_of_the_bulletin_of_november_is_the_frozen_reports_or_the_ledgers() throws IOException {
        assertThat(written(bulletin, view("2023年1–11月招商引资通报")))
                .doesNotContain("{{")
                .contains(
                        "2023年1–11月招商引资通报",
                        "（截至2023年11月30日）",
                        "累计签约项目25个，签约投资额247.90亿元",
                        "5亿元以上项目6个",
                        "纺织鞋服3个45.30亿元，食品医药5个34.40亿元，新能源电池3个135.80亿元，装备制造11个30.30亿元，其他3个2.10亿元",
                        "纺织鞋服\t3\t45.30亿元\t18.3%",
                        "上年同期签约项目13个",
                        "正在洽谈项目20个，预计投资70.00亿元",
                        "签约项目目标10个，完成25个，为250.0%",
                        "签约未开工18个",
                        "各项数字与发布时一致",
                        "default@1",
                        "校验相符");
    }

    @Test
    void the_bulletin_of_august_says_ten_projects_and_sixty() throws IOException {
        assertThat(written(bulletin, view("2023年1–8月招商引资通报"))).contains("累计签约项目10个，签约投资额60.00亿元");
    }

    @Test
    void a_restated_bulletin_keeps_its_figures_and_says_what_moved_and_whose_project_it_was() throws IOException {
        assertThat(written(bulletin, view("2023年1–9月招商引资通报")))
                .contains(
                        "累计签约项目14个，签约投资额99.90亿元",
                        "签约：发布时14个、99.90亿元，现为14个、99.50亿元。原因：输变电设备（ZS-2023-",
                        "）金额更正 −0.40亿元",
                        "已按协议原件更正");
    }

    @Test
    void a_figure_without_a_source_stops_the_document_and_is_named() throws IOException {
        template(
                "累计{{signed.count}}个，{{signed.industri.textile.count}}个，目标{{target.SIGNED.value}}，{{signed.industry.shoes.count}}");
        PublicationView view = view("2023年1–11月招商引资通报");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThatThrownBy(() -> owned().write(view, figures.compare(view, null), "郑庚", out))
                .isInstanceOfSatisfying(RuleViolated.class, violated -> {
                    assertThat(violated.rule()).isEqualTo(DocumentRule.NO_SOURCE);
                    assertThat(violated.violations().getFirst().args().getFirst())
                            .asString()
                            .contains(
                                    "signed.industri.textile.count",
                                    "target.SIGNED.value",
                                    "signed.industry.shoes.count")
                            .doesNotContain("signed.count");
                });
        assertThat(out.size()).as("nothing is written").isZero();
    }

    @Test
    void a_class_that_had_nothing_is_a_zero() throws IOException {
        template(
                "{{signed.industry.battery.count}}个{{signed.industry.battery.amount}}，{{signed.sizeBand.ge50.count}}个");
        assertThat(written(owned(), view("2023年1–8月招商引资通报")).strip()).isEqualTo("0个0.00亿元，0个");
    }

    @Test
    void a_figure_typed_into_the_template_stops_the_document_and_is_named() throws IOException {
        template("2023年累计签约25个、{{signed.amount}}，其中5亿元以上{{signed.sizeBand.ge5.count}}个。");
        PublicationView view = view("2023年1–11月招商引资通报");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThatThrownBy(() -> owned().write(view, figures.compare(view, null), "郑庚", out))
                .isInstanceOfSatisfying(RuleViolated.class, violated -> {
                    assertThat(violated.rule()).isEqualTo(DocumentRule.TYPED_FIGURE);
                    assertThat(ErrorTexts.of(violated)).contains("累计签约25个").doesNotContain("5亿元", "2023年");
                });
        assertThat(out.size()).as("nothing is written").isZero();
    }

    @Test
    void a_share_of_last_year_is_one_of_last_years_total() throws IOException {
        template("{{lastYear.signed.industry.textile.amount}}，{{lastYear.signed.amount}}，"
                + "{{lastYear.signed.industry.textile.share}}");
        String[] told = written(owned(), view("2023年1–11月招商引资通报")).strip().split("，");
        BigDecimal part = new BigDecimal(told[0].replace("亿元", ""));
        BigDecimal whole = new BigDecimal(told[1].replace("亿元", ""));
        assertThat(part).isPositive();
        assertThat(told[2]).isEqualTo(Format.percent(part.divide(whole, MathContext.DECIMAL64)));
    }

    @Test
    void last_year_is_told_up_to_the_same_day() throws IOException {
        template("{{lastYear.signed.count}}");
        PublicationView november = view("2023年1–11月招商引资通报");
        ReportPublished report = november.report();
        PublicationView running = of(report, report.parks(), report.lines(), LocalDate.of(2023, 12, 31));
        assertThat(written(owned(), running))
                .as("the year to its end, as far as it had come on 30 November")
                .isEqualTo(written(owned(), november));
    }

    @Test
    void what_has_no_class_or_no_name_of_its_own_is_never_called_the_total() throws IOException {
        template("{{signed.industry}}；{{signed.fiveGap}}；{{signed.sizeBand}}");
        ReportPublished report = view("2023年1–11月招商引资通报").report();
        List<PublishedLine> lines = List.of(
                line(null, null, 3),
                line("industry", null, 1),
                line("industry", "textile", 2),
                line("fiveGap", "SIGNED", 3),
                line("sizeBand", "ge1", 3));
        assertThat(written(owned(), of(report, report.parks(), lines, report.periodTo()))
                        .strip())
                .isEqualTo("其他（未填）1个0.00亿元，textile2个0.00亿元；签约未开工3个0.00亿元；≥1亿元3个0.00亿元");
    }

    private static PublishedLine line(String dimension, String code, long count) {
        return new PublishedLine("signed", dimension, code, null, count, List.of());
    }

    @Test
    void targets_of_several_parks_are_told_together() throws IOException {
        template("{{target.SIGNED_COUNT.value}}，{{target.SIGNED_AMOUNT.value}}，{{target.SIGNED_COUNT.actual}}，"
                + "{{signed.count}}，{{target.SIGNED_COUNT.completion}}");
        ReportPublished report = view("2023年1–11月招商引资通报").report();
        List<Coded> two = List.of(new Coded("wuxi", "吴溪工业区"), new Coded("liangjiang", "两江工业区"));
        String[] told = written(owned(), ofParks(report, two)).strip().split("，");
        assertThat(told[0]).isEqualTo("6个");
        assertThat(told[1]).isEqualTo("20.00亿元");
        assertThat(told[2]).isEqualTo(told[3] + "个");
        assertThat(told[4])
                .isEqualTo(Format.percent(new BigDecimal(told[3]).divide(new BigDecimal("6"), MathContext.DECIMAL64)));
    }

    @Test
    void a_target_that_one_of_the_parks_has_not_is_none_of_all_of_them() throws IOException {
        template("{{target.SIGNED_COUNT.value}}");
        ReportPublished report = view("2023年1–11月招商引资通报").report();
        List<Coded> two = List.of(new Coded("wuxi", "吴溪工业区"), new Coded("elsewhere", "别处园区"));
        PublicationView view = ofParks(report, two);
        assertThatThrownBy(() -> written(owned(), view))
                .isInstanceOfSatisfying(
                        RuleViolated.class,
                        violated -> assertThat(ErrorTexts.of(violated))
                                .contains("target.SIGNED_COUNT.value（没有下达这项目标：别处园区）"));
    }

    private PublicationView ofParks(ReportPublished report, List<Coded> parks) {
        ReportQuestion question = new ReportQuestion(
                report.periodFrom(),
                report.periodTo(),
                report.asOf(),
                report.policy(),
                List.of("signed"),
                report.breakdowns(),
                parks.stream().map(Coded::code).toList());
        return of(report, parks, figures.lines(question, report.knownAt()), report.periodTo());
    }

    private static PublicationView of(
            ReportPublished report, List<Coded> parks, List<PublishedLine> lines, LocalDate periodTo) {
        return new PublicationView(
                new ReportPublished(
                        report.publicationId(),
                        report.title(),
                        report.kind(),
                        report.periodFrom(),
                        periodTo,
                        report.asOf(),
                        parks,
                        report.policy(),
                        report.position(),
                        report.knownAt(),
                        report.breakdowns(),
                        lines,
                        report.digest(),
                        report.occurredOn()),
                true,
                report.knownAt(),
                null,
                List.of(),
                null,
                List.of());
    }

    @Test
    void a_target_whose_actual_nobody_can_say_stops_the_document_unless_it_is_left_out() throws IOException {
        CountingRules rules = standard.rules();
        CountingRules coarse = new CountingRules(
                rules.kinds(),
                rules.upgrade(),
                rules.amountChange(),
                rules.ending(),
                rules.lateAfterDays(),
                rules.creditFollowsOwner(),
                rules.exclusions(),
                List.of(BigDecimal.ONE));
        Bulletin coarsely = new Bulletin(
                own,
                figures,
                fiveGaps,
                new TargetProgressQuery(
                        new TargetQuery(jdbc),
                        new TotalsQuery(jdbc, new PolicyQuery(jdbc, () -> coarse), catalogues),
                        new PipelineQuery(jdbc),
                        new FunnelQuery(jdbc),
                        fiveGaps,
                        new RevitalisedLandQuery(jdbc)),
                dictionaries);
        PublicationView view = view("2023年1–11月招商引资通报");
        template("{{target.SIGNED_COUNT.actual}}，目标{{target.SIGNED_GE10.value}}");
        assertThat(written(coarsely, view).strip()).isEqualTo("25个，目标2个");

        template("{{targets}}，{{target.SIGNED_GE10.completion}}");
        assertThatThrownBy(() -> written(coarsely, view)).isInstanceOfSatisfying(RuleViolated.class, violated -> {
            assertThat(violated.rule()).isEqualTo(DocumentRule.NO_SOURCE);
            assertThat(ErrorTexts.of(violated))
                    .contains("targets（没有完成数：签约 5亿元以上、签约 10亿元以上）", "target.SIGNED_GE10.completion（没有完成数：签约 10亿元以上）")
                    .doesNotContain("签约投资额");
        });
    }

    private Bulletin owned() {
        return new Bulletin(own, figures, fiveGaps, targets, dictionaries);
    }

    private void template(String text) throws IOException {
        Path file = own.resolve("templates/bulletin.docx");
        Files.createDirectories(file.getParent());
        try (XWPFDocument document = new XWPFDocument();
                var out = Files.newOutputStream(file)) {
            document.createParagraph().createRun().setText(text);
            document.write(out);
        }
    }
}
