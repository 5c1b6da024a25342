package dev.wuwei.crm.ui.cockpit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.masterdetaillayout.MasterDetailLayout;
import dev.wuwei.crm.counting.CountingCommand;
import dev.wuwei.crm.counting.CountingCommand.AdoptCountingPolicy;
import dev.wuwei.crm.counting.CountingCommand.DefineCountingPolicy;
import dev.wuwei.crm.counting.CountingCommand.Exclusion;
import dev.wuwei.crm.counting.CountingCommand.RetireCountingPolicy;
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
import dev.wuwei.crm.ui.counting.VerifiedNote;
import dev.wuwei.crm.ui.testing.SmallPark;
import dev.wuwei.crm.ui.testing.ViewTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What moved the figures of {@link SmallPark}, whose one agreement of 5.00亿元 was signed 150 days ago. */
class WaterfallViewTest extends ViewTest {
    private static final LocalDate TODAY = Today.date();
    private static final LocalDate SIGNED = TODAY.minusDays(150);
    private static final String AROUND = "waterfall?from=" + SIGNED.minusDays(1) + "&to=" + TODAY;

    @Autowired
    private CommandDispatcher dispatcher;

    @Autowired
    private Processors processors;

    private String drawer() {
        roundTrip();
        return words(find(MasterDetailLayout.class).single().getDetail());
    }

    private String table() {
        test(find(Button.class)
                        .withCondition(
                                button -> button.getAriaLabel().orElse("").startsWith("看表格"))
                        .single())
                .click();
        roundTrip();
        return words(find(NativeTable.class).single());
    }

    private void openRow(String name) {
        test(find(NativeButton.class)
                        .withCondition(button ->
                                button.getElement().getTextRecursively().equals(name))
                        .single())
                .click();
    }

    /** @return what is refused, by the label of the field; fields that are not shown are not among them */
    private Map<String, String> refused() {
        roundTrip();
        return find(Component.class)
                .withCondition(part -> part instanceof HasValidation field && field.isInvalid() && part.isVisible())
                .all()
                .stream()
                .filter(part -> part.getElement().getProperty("label") != null)
                .collect(Collectors.toMap(
                        part -> part.getElement().getProperty("label"),
                        part -> ((HasValidation) part).getErrorMessage()));
    }

    @Test
    void between_two_days_it_shows_what_was_signed_and_opens_it() {
        signIn("zhuanyuan");
        open(AROUND);

        assertThat(page()).contains("增减变化", SIGNED.minusDays(1) + " 至 " + TODAY, "default@1");
        assertThat(table()).contains("新签约", "5.00");
        openRow("新签约");
        assertThat(drawer()).contains(SmallPark.BUILDING, SIGNED.toString(), "+5.00");
        openRow(TODAY.toString());
        assertThat(drawer()).contains(SmallPark.BUILDING, "5.00");
        assertThat(find(Anchor.class).all()).extracting(Anchor::getText).contains("表格（xlsx）", "文本（csv）");
        assertThat(find(VerifiedNote.class).all()).hasSize(1);
    }

    @Test
    void after_the_signing_nothing_moved() {
        signIn("zhuanyuan");
        open("waterfall?from=" + SIGNED + "&to=" + TODAY);

        assertThat(table()).contains("5.00").doesNotContain("新签约");
    }

    @Test
    void without_ends_it_begins_at_the_end_of_last_year_or_with_what_is_known_first() {
        signIn("zhuanyuan");
        open("waterfall");

        assertThat(refused()).isEmpty();
        assertThat(page()).contains("至 " + TODAY);
    }

    @Test
    void it_narrows_to_one_class_and_to_another_measure() {
        signIn("zhuanyuan");
        open(AROUND + "&by=park&of=liangchan");

        assertThat(table()).contains("新签约", "5.00");
        open("waterfall?measure=inTalks&from=" + TODAY.minusDays(199) + "&to=" + TODAY);
        roundTrip();
        assertThat(words(find(NativeTable.class).single())).contains("进入洽谈", "3.00");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            from=2026-05-01&to=2026-04-30 | 到     | 止（2026-04-30）不能早于起（2026-05-01）。
            from=soon                     | 从     | “soon”不是日期或时刻。
            to=2026-02-30                 | 到     | “2026-02-30”不是日期或时刻。
            measure=happiness             | 指标   | 没有“happiness”这个指标。
            by=mood                       | 只看一类 | 不能按“mood”分。
            policy=mine                   | 口径   | 没有“mine”这个口径。
            by=park&of=atlantis           | 哪一类 | 这两头都没有“atlantis”这一类。
            """)
    void refuses_at_its_field_what_cannot_be_answered(String asked, String field, String text) {
        signIn("zhuanyuan");
        open("waterfall?" + asked);

        assertThat(refused()).containsExactly(entry(field, text));
        assertThat(find(NativeTable.class).all()).isEmpty();
    }

    @Test
    void refuses_a_beginning_before_the_first_event_and_an_end_to_come() {
        signIn("zhuanyuan");
        open("waterfall?from=1999-12-31");
        assertThat(refused()).containsOnlyKeys("从");
        assertThat(refused().get("从")).contains("最早只能看到", "1999-12-31");
        open("waterfall?to=" + TODAY.plusDays(1));
        assertThat(refused()).containsOnlyKeys("到");
        assertThat(refused().get("到")).contains("不能晚于今天");
    }

    @Test
    void leaders_and_auditors_compare_what_was_known_at_two_instants() {
        signIn("shenji");
        open("waterfall?axis=instants&from=" + SIGNED.minusDays(1) + "T04:00:00Z");

        assertThat(refused()).isEmpty();
        assertThat(find(DateTimePicker.class).all().stream().filter(Component::isVisible))
                .hasSize(2);
        assertThat(table()).contains("新签约", "5.00");
        openRow("新签约");
        assertThat(drawer()).contains(SmallPark.BUILDING);
        signIn("zhuanyuan");
        open("waterfall?axis=instants");
        assertThat(find(DateTimePicker.class).all().stream().filter(Component::isVisible))
                .isEmpty();
    }

    /** The policy counts on one day only, so that nobody else's today is counted by it. */
    @Test
    void where_the_policy_changed_in_between_its_bar_opens_to_what_it_moved() {
        LocalDate counted = SIGNED.plusDays(10);
        CountingPolicyId policy = CountingPolicyId.next();
        Rules rules = new Rules(
                List.of(AgreementKind.FORMAL),
                Upgrade.AT_UPGRADE,
                AmountChange.DIFFERENCE_ON_ITS_DATE,
                Ending.ON_ITS_DATE,
                null,
                true,
                List.of(new Exclusion("SMALL", "百亿以下不计", null, null, null, null, null, Money.yi("100"))),
                List.of(BigDecimal.ONE));
        Stream.<CountingCommand>of(
                        new DefineCountingPolicy(policy, "one-day", "只计一天", rules, TODAY),
                        new AdoptCountingPolicy(policy, 1, counted, TODAY, "试一天"),
                        new RetireCountingPolicy(policy, counted.plusDays(1), TODAY, "试完了"))
                .forEach(command -> dispatcher.send(command, Caller.system()));
        processors.awaitVisible(processors.head(), Duration.ofSeconds(30));
        signIn("zhuanyuan");
        open("waterfall?from=" + SIGNED + "&to=" + counted);

        assertThat(page()).contains("default@1 → one-day@1");
        assertThat(table()).contains("口径变化", "−5.00");
        openRow("口径变化");
        assertThat(drawer()).contains(SmallPark.BUILDING, "default@1", "one-day@1", "5.00", "−5.00");
    }

    @Test
    void nobody_sees_what_belongs_to_another_park() {
        signIn("wuxi");
        open(AROUND);

        assertThat(table()).doesNotContain("5.00");
    }

    @Test
    void speaks_english_too() {
        signIn("lingdao", I18n.ENGLISH);
        open(AROUND);

        assertThat(page())
                .contains("Movements", "Signed, 100m CNY", "One class only")
                .doesNotContain("增减变化");
    }
}
