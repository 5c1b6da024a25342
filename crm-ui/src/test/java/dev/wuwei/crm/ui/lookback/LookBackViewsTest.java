package dev.wuwei.crm.ui.lookback;

import static dev.wuwei.crm.ui.testing.SmallPark.BUILDING;
import static dev.wuwei.crm.ui.testing.SmallPark.ROAD;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Anchor;
import dev.wuwei.crm.projections.lookback.CampaignView;
import dev.wuwei.crm.projections.lookback.LookBackQuery;
import dev.wuwei.crm.projections.lookback.ReviewView;
import dev.wuwei.crm.projections.support.AsOf;
import dev.wuwei.crm.projections.support.Viewer;
import dev.wuwei.crm.ui.component.I18n;
import dev.wuwei.crm.ui.component.Option;
import dev.wuwei.crm.ui.testing.ViewTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** One campaign, from its plan to a sheet, by whoever supervises. */
class LookBackViewsTest extends ViewTest {
    @Autowired
    private LookBackQuery query;

    /** Planned, its list frozen and its data pulled through the screens, once for all tests. */
    @BeforeEach
    void aCampaign() throws InterruptedException {
        signIn("ducha");
        if (campaigns().isEmpty()) {
            open("reviews");
            press("新建回头看");
            press("新建回头看");
            Thread.sleep(1000);
            open("reviews/" + campaigns().getFirst().campaignId());
            press("定名单");
            press("定名单");
            Thread.sleep(1000);
            open("reviews/" + campaigns().getFirst().campaignId());
            press("取数");
            press("取数");
            for (long until = System.nanoTime() + Duration.ofSeconds(30).toNanos();
                    System.nanoTime() < until
                            && campaigns().getFirst().reviews().isEmpty(); ) {
                Thread.sleep(100);
            }
        }
    }

    private List<CampaignView> campaigns() {
        return query.campaigns(AsOf.NOW, Viewer.everything());
    }

    private ReviewView review() {
        return campaigns().getFirst().reviews().getFirst();
    }

    private String sheet() {
        return "reviews/" + campaigns().getFirst().campaignId() + "/" + park().number(BUILDING);
    }

    @Test
    void a_campaign_lists_who_was_signed_in_three_years_with_what_was_kept() {
        open("reviews");
        assertThat(page()).contains("年度回头看", "取数");

        open("reviews/" + campaigns().getFirst().campaignId());
        assertThat(page()).contains(BUILDING, "开工未竣工", "100.0%（1/1）", "0.0%（0/1）", "首次");
    }

    @Test
    void the_sheet_shows_both_sides_and_says_that_it_is_sealed() {
        open(sheet());

        assertThat(page()).contains(BUILDING, "5.1", "达标", ROAD, "晚 50 天", "逾期未兑现", "本表已封存", "还没有评定");
    }

    @Test
    void speaks_english_too() {
        signIn("ducha", I18n.ENGLISH);
        open(sheet());

        assertThat(page()).contains("Sealed", "overdue", "not rated yet").doesNotContain("底表");
    }

    @Test
    void a_rating_without_a_grade_is_refused_at_its_field() {
        open(sheet());
        long before = events();
        choose("评定");

        press("评定");

        assertThat(errors()).containsEntry("评定", "这一项要填。").containsEntry("评定意见", "这一项要填。");
        assertThat(events()).isEqualTo(before);
    }

    @Test
    void the_day_to_finish_by_moves_with_a_reason_and_the_planned_one_stays_visible() throws InterruptedException {
        CampaignView campaign = campaigns().getFirst();
        LocalDate later = campaign.finishBy().plusMonths(1);
        open("reviews/" + campaign.campaignId());
        long before = events();
        choose("调整完成时限");
        fill("调整为", later);
        press("调整完成时限");
        assertThat(errors()).containsKey("原因");
        assertThat(events()).isEqualTo(before);

        fill("原因", "两个园区道路中断，未能进场核查");
        press("调整完成时限");
        assertThat(events()).isEqualTo(before + 1);
        for (long until = System.nanoTime() + Duration.ofSeconds(30).toNanos();
                System.nanoTime() < until && !campaigns().getFirst().finishBy().equals(later); ) {
            Thread.sleep(50);
        }
        open("reviews/" + campaign.campaignId());
        assertThat(page()).contains(later + "　原定 " + campaign.finishPlanned());
    }

    @Test
    void another_reviewer_takes_over_with_a_reason_and_the_planned_one_stays_visible() throws InterruptedException {
        CampaignView campaign = campaigns().getFirst();
        open("reviews/" + campaign.campaignId());
        long before = events();
        choose("调整核查人");
        press("调整核查人");
        assertThat(errors()).containsKey("原因");
        assertThat(events()).isEqualTo(before);

        reviewedBy("测试负责人");
        fill("原因", "原核查人调离");
        press("调整核查人");
        assertThat(events()).isEqualTo(before + 1);
        for (long until = System.nanoTime() + Duration.ofSeconds(30).toNanos();
                System.nanoTime() < until && campaigns().getFirst().reviewers().equals(campaign.reviewers()); ) {
            Thread.sleep(50);
        }
        open("reviews/" + campaign.campaignId());
        assertThat(page()).contains("测试负责人　原定 ");
    }

    @SuppressWarnings("unchecked")
    private void reviewedBy(String name) {
        MultiSelectComboBox<Option> reviewers =
                find(MultiSelectComboBox.class).withCaption("核查人").last();
        reviewers.setValue(reviewers
                .getGenericDataView()
                .getItems()
                .filter(person -> person.name().contains(name))
                .collect(Collectors.toSet()));
        roundTrip();
    }

    @Test
    void nobody_sees_what_is_in_another_park() {
        signIn("wuxi");
        open(sheet());

        assertThat(page()).contains("没有这个页面").doesNotContain(ROAD);
    }

    @Test
    void the_project_knows_of_it() {
        open("projects/" + park().number(BUILDING) + "?tab=reviews");

        assertThat(page()).contains("年度回头看", "100.0%（1/1）");
        assertThat(find(Anchor.class).all()).anyMatch(link -> link.getHref().contains("reviews/"));
    }

    @Test
    void the_word_document_says_what_the_sheet_says() throws IOException {
        open(sheet());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SheetDocument.sheet(review()).write(out);

        try (XWPFWordExtractor words =
                new XWPFWordExtractor(new XWPFDocument(new ByteArrayInputStream(out.toByteArray())))) {
            assertThat(words.getText()).contains(BUILDING, ROAD, "逾期未兑现", "企业履约率", "本表已封存");
        }
    }
}
