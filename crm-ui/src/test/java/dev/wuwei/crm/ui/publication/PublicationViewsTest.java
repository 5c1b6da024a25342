package dev.wuwei.crm.ui.publication;

import static dev.wuwei.crm.ui.testing.SmallPark.BUILDING;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.masterdetaillayout.MasterDetailLayout;
import dev.wuwei.crm.platform.axon.Caller;
import dev.wuwei.crm.platform.axon.CommandDispatcher;
import dev.wuwei.crm.platform.axon.Processors;
import dev.wuwei.crm.projections.project.ProjectQuery;
import dev.wuwei.crm.projections.publication.PublicationQuery;
import dev.wuwei.crm.projections.publication.PublicationView;
import dev.wuwei.crm.projections.support.AsOf;
import dev.wuwei.crm.projections.support.Viewer;
import dev.wuwei.crm.publication.OutsideFigureId;
import dev.wuwei.crm.publication.PublicationCommand.RecordOutsideFigure;
import dev.wuwei.crm.shared.Channel;
import dev.wuwei.crm.shared.Command;
import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.signing.SigningCommand.CorrectAmount;
import dev.wuwei.crm.signing.SigningId;
import dev.wuwei.crm.ui.component.I18n;
import dev.wuwei.crm.ui.testing.ViewTest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Reports of a park with one signed project, published through the screens. */
class PublicationViewsTest extends ViewTest {
    private final LocalDate today = LocalDate.now(EventMeta.ZONE);

    @Autowired
    private PublicationQuery query;

    @Autowired
    private ProjectQuery projects;

    @Autowired
    private CommandDispatcher dispatcher;

    @Autowired
    private Processors processors;

    private PublicationView published(String title) {
        signIn("lingdao");
        open("publications");
        press("发布");
        fill("期间起", today.minusDays(200));
        fill("期间止", today);
        fill("截至", today);
        fill("标题", title);
        assertThat(page()).as("the preview").contains("装备制造", "5.00");
        press("发布并封存");
        return query.publications(AsOf.NOW, Viewer.everything()).stream()
                .filter(view -> view.report().title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    private void send(Command command, String by) {
        var result = dispatcher.send(
                command, Caller.of(park().staff(by), Set.of(Role.LEADER, Role.AUDITOR), Set.of(), Channel.UI));
        assertThat(processors.awaitVisible(result.position(), Duration.ofSeconds(30)))
                .isTrue();
    }

    @Test
    void what_is_published_opens_with_its_figures_sealed() {
        PublicationView view = published("封存的通报");

        open("publications/" + view.publicationId());
        assertThat(page()).contains("封存的通报", "装备制造", "5.00", "校验相符", "与发布时一致", "组分项均等于总数", "default@1");
        open("publications");
        assertThat(page()).contains("封存的通报", "签约 1 个");
    }

    @Test
    void a_figure_opens_to_the_projects_that_make_it() {
        PublicationView view = published("可以打开的通报");
        open("publications/" + view.publicationId());

        test(find(NativeButton.class).withClassName("ww-figure-link").first()).click();

        assertThat(words(find(MasterDetailLayout.class).single().getDetail())).contains(BUILDING, "5.00");
    }

    @Test
    void a_correction_restates_the_lines_it_is_in_and_says_whose_project_it_was() {
        PublicationView view = published("有变动的通报");
        SigningId agreement = projects.find(park().number(BUILDING), Viewer.everything(), today)
                .orElseThrow()
                .signingId();
        send(correction(agreement, "4.8"), "lingdao");
        try {
            open("publications/" + view.publicationId());
            assertThat(page())
                    .contains("行有变动", "金额更正", BUILDING, park().number(BUILDING), "5.00", "4.80", "−0.20")
                    .doesNotContain("说不清");
            open("publications");
            assertThat(page()).contains("行有变动");
        } finally {
            send(correction(agreement, "5"), "lingdao");
        }
    }

    private static CorrectAmount correction(SigningId agreement, String yi) {
        return new CorrectAmount(agreement, Money.yi(yi), Money.yi("1"), null, "与协议原件不符");
    }

    @Test
    void an_outside_figure_is_held_against_the_ledger() {
        PublicationView view = published("与外部数字核对的通报");
        send(
                new RecordOutsideFigure(
                        view.publicationId(),
                        OutsideFigureId.next(),
                        "工作总结",
                        today,
                        "signed",
                        Money.yi("3.6"),
                        1,
                        today),
                "shenji");

        signIn("shenji");
        open("publications/" + view.publicationId());
        assertThat(page()).contains("工作总结", "3.60亿元", "不符，差 −1.40亿元");
    }

    @Test
    void rejects_a_report_without_a_title_and_over_a_period_that_is_not_over_at_the_fields() {
        signIn("lingdao");
        open("publications");
        press("发布");
        fill("标题", "");
        fill("期间止", today);
        fill("截至", today.minusDays(1));
        long before = events();

        press("发布并封存");

        assertThat(errors()).containsEntry("标题", "这一项要填。");
        assertThat(errors().get("截至")).contains("期间止");
        assertThat(events()).isEqualTo(before);
    }

    @Test
    void a_promoter_reads_and_does_not_publish_and_another_park_does_not_even_see_it() {
        PublicationView view = published("谁能看的通报");

        signIn("zhuanyuan");
        open("publications/" + view.publicationId());
        assertThat(page()).contains("谁能看的通报", "校验相符");
        assertThat(menu()).isEmpty();
        open("publications");
        assertThat(buttons()).doesNotContain("发布");

        signIn("wuxi");
        open("publications/" + view.publicationId());
        assertThat(page()).contains("没有这个页面");
        open("publications");
        assertThat(page()).doesNotContain("谁能看的通报");
    }

    @Test
    void speaks_english_too() {
        PublicationView view = published("英文界面的通报");

        signIn("lingdao", I18n.ENGLISH);
        open("publications/" + view.publicationId());
        assertThat(page())
                .contains("Digest verified", "Counting policy", "As published", "Started, not completed")
                .doesNotContain("校验相符");
    }
}
