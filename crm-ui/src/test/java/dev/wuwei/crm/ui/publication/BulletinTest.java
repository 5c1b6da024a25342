package dev.wuwei.crm.ui.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wuwei.crm.api.InDemoPark;
import dev.wuwei.crm.api.RunningApi;
import dev.wuwei.crm.projections.ledger.FiveGapsQuery;
import dev.wuwei.crm.projections.publication.PublicationQuery;
import dev.wuwei.crm.projections.publication.PublicationView;
import dev.wuwei.crm.projections.publication.ReportFigures;
import dev.wuwei.crm.projections.support.AsOf;
import dev.wuwei.crm.projections.support.Viewer;
import dev.wuwei.crm.projections.target.TargetProgressQuery;
import dev.wuwei.crm.shared.Dictionaries;
import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.ui.component.DocumentRule;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

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
