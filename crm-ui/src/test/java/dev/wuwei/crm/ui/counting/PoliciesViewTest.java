package dev.wuwei.crm.ui.counting;

import static dev.wuwei.crm.ui.testing.SmallPark.BUILDING;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.select.Select;
import dev.wuwei.crm.counting.CountingCommand.DefineCountingPolicy;
import dev.wuwei.crm.counting.CountingCommand.Exclusion;
import dev.wuwei.crm.counting.CountingCommand.Rules;
import dev.wuwei.crm.counting.CountingPolicyId;
import dev.wuwei.crm.counting.CountingRules.AmountChange;
import dev.wuwei.crm.counting.CountingRules.Ending;
import dev.wuwei.crm.counting.CountingRules.Upgrade;
import dev.wuwei.crm.platform.axon.Caller;
import dev.wuwei.crm.platform.axon.CommandDispatcher;
import dev.wuwei.crm.platform.axon.Processors;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.signing.AgreementKind;
import dev.wuwei.crm.ui.component.I18n;
import dev.wuwei.crm.ui.component.Today;
import dev.wuwei.crm.ui.testing.ViewTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class PoliciesViewTest extends ViewTest {
    @Autowired
    private CommandDispatcher dispatcher;

    @Autowired
    private Processors processors;

    private void define(String code, String name) {
        dispatcher.send(
                new DefineCountingPolicy(
                        CountingPolicyId.next(),
                        code,
                        name,
                        new Rules(
                                List.of(AgreementKind.FORMAL),
                                Upgrade.AT_UPGRADE,
                                AmountChange.NOT_COUNTED,
                                Ending.ON_ITS_DATE,
                                30,
                                true,
                                List.of(new Exclusion(
                                        "SMALL", "百亿以下不计", null, null, null, null, null, Money.yi("100"))),
                                List.of(BigDecimal.ONE)),
                        Today.date()),
                Caller.system());
        processors.awaitVisible(processors.head(), Duration.ofSeconds(30));
    }

    @Test
    void shows_each_policy_in_words_and_which_one_counts() {
        define("giants", "只计百亿");
        signIn("lingdao");
        open("policies");

        assertThat(page())
                .contains("默认口径", "default@1", "在用", "计入转正式的时段", "只计百亿", "giants@1")
                .contains("百亿以下不计（低于", "迟报超过 30 天的计入录入的时段", "不计，以签约额为准");
    }

    @Test
    void is_defined_on_the_screen_from_the_shipped_one_and_refused_at_its_field() {
        signIn("lingdao");
        open("policies");
        long before = events();
        press("新建口径");
        fill("名称", "与默认相同");
        fill("代码", "Not A Code");
        press("新建口径");
        assertThat(errors()).containsEntry("代码", "代码以字母开头，只用字母、数字和连接符。");
        assertThat(events()).isEqualTo(before);

        fill("代码", "as-shipped");
        press("新建口径");
        assertThat(events()).isEqualTo(before + 1);
        assertThat(page()).contains("as-shipped@1");
    }

    @Test
    void two_policies_are_compared_project_by_project() {
        define("giants-only", "只计百亿项目");
        signIn("lingdao");
        open("policies?one=default@1&other=giants-only@1");

        assertThat(page()).contains("两个口径比一比", BUILDING, "退出").doesNotContain("进入");
        assertThat($(Select.class).all())
                .extracting(Select::getLabel)
                .containsExactly(
                        I18n.t("counting.one"),
                        I18n.t("counting.other"),
                        I18n.t("counting.measure"),
                        I18n.t("counting.year"));
    }

    @Test
    void rules_are_tried_on_a_period_by_whoever_may_not_define_any_and_refused_at_their_field() {
        define("tried-first", "先试后定");
        signIn("ducha");
        open("policies?one=tried-first@1");
        long before = events();
        assertThat(buttons()).doesNotContain("新建口径");
        press("试算");
        fill("迟报天数", 999);
        press("试算");
        assertThat(errors()).containsOnlyKeys("迟报天数");

        fill("迟报天数", 60);
        press("试算");
        assertThat(page()).contains("试算的算法", "没有保存", "迟报超过 60 天的计入录入的时段");
        open("policies?one=default@1&other=tried");
        assertThat(page()).contains("迟报超过 60 天的计入录入的时段", BUILDING, "退出").doesNotContain("进入");
        press("不试了");
        assertThat(page()).doesNotContain("试算的算法");
        assertThat(events()).isEqualTo(before);
    }

    @Test
    void what_was_tried_is_defined_as_it_was_tried() {
        signIn("lingdao");
        open("policies");
        press("试算");
        fill("迟报天数", 45);
        press("试算");
        press("新建口径");
        fill("名称", "试过的");
        fill("代码", "as-tried");
        press("新建口径");

        open("policies");
        assertThat(page()).contains("as-tried@1", "迟报超过 45 天的计入录入的时段");
    }

    @Test
    void speaks_english_too() {
        define("english", "English test");
        signIn("lingdao", I18n.ENGLISH);
        open("policies");

        assertThat(page()).contains("Shipped policy", "In force", "In the period of the formal signature");
    }

    @Test
    void is_no_page_of_an_officer() {
        signIn("zhuanyuan");
        open("policies");

        assertThat(page()).doesNotContain("默认口径");
    }
}
