package dev.wuwei.crm.ui.tenure;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.masterdetaillayout.MasterDetailLayout;
import com.vaadin.flow.component.select.Select;
import dev.wuwei.crm.projections.support.AsOf;
import dev.wuwei.crm.projections.support.Viewer;
import dev.wuwei.crm.projections.tenure.Capacity;
import dev.wuwei.crm.projections.tenure.TenureQuery;
import dev.wuwei.crm.ui.component.I18n;
import dev.wuwei.crm.ui.component.Today;
import dev.wuwei.crm.ui.testing.SmallPark;
import dev.wuwei.crm.ui.testing.ViewTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Objects;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 测试专员, from ten days before the signing of {@link SmallPark#BUILDING} on. */
class TenureViewTest extends ViewTest {
    private static final LocalDate TODAY = Today.date();
    private static final LocalDate FROM = TODAY.minusDays(160);

    @Autowired
    private TenureQuery query;

    private String address() {
        return "tenure?as=owner&who=" + park().staff("zhuanyuan") + "&from=" + FROM;
    }

    private static String label(NativeButton button) {
        return Objects.requireNonNullElse(button.getElement().getAttribute("aria-label"), "");
    }

    private String opened(String what) {
        test(find(NativeButton.class)
                        .withCondition(button -> label(button).startsWith(what))
                        .all()
                        .getFirst())
                .click();
        roundTrip();
        return words(find(MasterDetailLayout.class).single().getDetail());
    }

    @Test
    void a_leader_sees_what_an_owner_had_in_hand_what_came_and_what_was_done() {
        signIn("lingdao");
        open(address());

        assertThat(page())
                .contains("任期交接", "测试专员　" + FROM + " 至 " + TODAY)
                .contains("在手项目", "+ 新接", "− 移交", "= 期末在手")
                .contains("期初在手", SmallPark.BUILDING, SmallPark.LEAD)
                .contains("签订正式协议", "5.00亿元");
        assertThat(opened("期初在手"))
                .contains(SmallPark.BUILDING, TODAY.minusDays(200).toString())
                .doesNotContain(SmallPark.LEAD);
        assertThat(opened("新接")).contains(SmallPark.LEAD, SmallPark.TALKS);
        assertThat(opened("节点认定")).contains(SmallPark.BUILDING, "一期　开工");
        assertThat(opened("走访接待，本人")).contains(SmallPark.TALKS, "双回路");
    }

    @Test
    void before_the_signing_it_had_not_been_signed() {
        signIn("lingdao");
        open(address() + "&to=" + TODAY.minusDays(151));

        assertThat(page()).contains(SmallPark.BUILDING).doesNotContain("5.00亿元（", SmallPark.LEAD);
        assertThat(find(NativeButton.class).all())
                .noneMatch(button -> label(button).startsWith("签订正式协议"));
    }

    @Test
    void a_promoter_sees_nobody_but_themself_and_no_team() {
        signIn("zhuanyuan");
        open("tenure?from=" + FROM);

        assertThat(page()).contains("测试专员　" + FROM, SmallPark.BUILDING);
        assertThat(find(Select.class).single().getGenericDataView().getItems())
                .doesNotContain(Capacity.TEAM)
                .contains(Capacity.OWNER);
        open("tenure?as=owner&who=" + park().staff("wuxi") + "&from=" + FROM);
        assertThat(errors()).containsEntry("谁", "只能看自己的任期。");
        assertThat(page()).doesNotContain(SmallPark.ELSEWHERE);
    }

    @Test
    void somebody_of_another_park_sees_nothing_of_it() {
        signIn("wuxishenji");
        open(address());

        assertThat(page()).contains("没有在手的项目").doesNotContain(SmallPark.BUILDING, SmallPark.LEAD);
    }

    @Test
    void rejects_a_period_that_ends_before_it_starts_at_its_field() {
        signIn("lingdao");
        open(address() + "&to=" + FROM.minusDays(1));

        assertThat(errors().get("到")).contains("不能早于");
        open("tenure?as=owner&who=" + park().staff("zhuanyuan") + "&from=1999-01-01");
        assertThat(errors().get("从")).contains("最早只能看到");
    }

    @Test
    void a_team_is_to_be_chosen_first() {
        signIn("lingdao");
        open("tenure?as=team");

        assertThat(page()).contains("先选一个人或一个团队");
    }

    @Test
    void the_word_document_tells_the_same() throws IOException {
        signIn("lingdao");
        open(address());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TenureSheet.word(query.tenure(
                        Capacity.OWNER, park().staff("zhuanyuan").value(), FROM, TODAY, AsOf.NOW, Viewer.everything()))
                .write(out);

        try (XWPFWordExtractor words =
                new XWPFWordExtractor(new XWPFDocument(new ByteArrayInputStream(out.toByteArray())))) {
            assertThat(words.getText())
                    .contains("测试专员任期交接（负责人）", "期初在手", "接手与移交", "做了什么", SmallPark.BUILDING, "签订正式协议");
        }
        assertThat(page()).contains("文档（Word）");
    }

    @Test
    void speaks_english_too() {
        signIn("lingdao", I18n.ENGLISH);
        open(address());

        assertThat(page()).contains("Tenure", "Opening", "Formal agreements signed", "+ New");
    }
}
