package dev.wuwei.crm.ui.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.router.QueryParameters;
import dev.wuwei.crm.negotiation.NegotiationCommand.GiveOpinion;
import dev.wuwei.crm.negotiation.NegotiationCommand.LogRound;
import dev.wuwei.crm.negotiation.NegotiationCommand.ReviseTerms;
import dev.wuwei.crm.negotiation.NegotiationId;
import dev.wuwei.crm.negotiation.NegotiationRule;
import dev.wuwei.crm.negotiation.OpinionVerdict;
import dev.wuwei.crm.negotiation.ReviewId;
import dev.wuwei.crm.negotiation.ReviewTopic;
import dev.wuwei.crm.negotiation.Terms;
import dev.wuwei.crm.negotiation.TopicPosition;
import dev.wuwei.crm.platform.files.FileStore;
import dev.wuwei.crm.shared.Area;
import dev.wuwei.crm.shared.AreaUnit;
import dev.wuwei.crm.shared.Command;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.signing.AgreementKind;
import dev.wuwei.crm.signing.AgreementTerms;
import dev.wuwei.crm.signing.CompanyCommitment;
import dev.wuwei.crm.signing.CompanyCommitment.Operator;
import dev.wuwei.crm.signing.DueRule;
import dev.wuwei.crm.signing.Metric;
import dev.wuwei.crm.signing.SigningCommand.SignAgreement;
import dev.wuwei.crm.signing.YearAmount;
import dev.wuwei.crm.ui.component.AsOf;
import dev.wuwei.crm.ui.component.At;
import dev.wuwei.crm.ui.component.I18n;
import dev.wuwei.crm.ui.component.Keys;
import dev.wuwei.crm.ui.component.Option;
import dev.wuwei.crm.ui.component.SentCommands;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Forms made from commands: what is filled in, what is read back, and where errors go. */
@ViewPackages(classes = RecordFormTest.class)
@At("2023-11-30T01:12:08Z")
class RecordFormTest extends BrowserlessTest {
    private static final TopicPosition LAND = new TopicPosition("地价", "12万元/亩", "15万元/亩", null, true);
    private static final TopicPosition POWER = new TopicPosition("用电", "双回路", null, null, true);
    private static final TopicPosition TAX = new TopicPosition("税收", "三免三减半", null, null, true);

    private static final long LARGEST = 1000;

    @TempDir
    private Path files;

    private final SentCommands commands = new SentCommands();

    /** Nothing to look up: no dictionaries, people or companies. */
    private static final Choices NONE = new Choices(null, null, null, null, null) {
        @Override
        List<Option> codes(Class<?> command, String field, Object filledIn) {
            return null;
        }

        @Override
        List<Option> staff() {
            return List.of();
        }

        @Override
        List<Option> contacts(dev.wuwei.crm.investor.InvestorId investor) {
            return List.of();
        }
    };

    private static final CommandDialog.Ways WAYS = new CommandDialog.Ways(command -> null, (command, done) -> {});

    @BeforeEach
    void in_chinese() {
        UI.getCurrent().setLocale(I18n.CHINESE);
        AsOf.remember(UI.getCurrent(), QueryParameters.empty());
    }

    private CommandDialog open(String name, Class<? extends Command> type, CommandContext context) {
        CommandDialog dialog = new CommandDialog(
                commands, name, type, context, NONE, null, WAYS, new FileStore(files, LARGEST), result -> {});
        dialog.open();
        return dialog;
    }

    private void save() {
        find(Button.class).withAttribute("data-key", Keys.SAVE).single().click();
    }

    private CommandDialog round(TopicPosition... positions) {
        return open(
                "negotiation.LogRound",
                LogRound.class,
                CommandContext.empty()
                        .with("negotiationId", NegotiationId.next())
                        .with("round.summary", "谈地价")
                        .with("round.positions", List.of(positions)));
    }

    private static List<TopicPosition> positions(CommandDialog dialog) {
        return ((LogRound) dialog.form().read()).round().positions();
    }

    private void remove(RowsField rows, int index) {
        find(Button.class, rows)
                .withAttribute("aria-label", I18n.t("command.remove-row"))
                .all()
                .get(index)
                .click();
    }

    private static HasValidation topic(RowsField rows, int index) {
        return (HasValidation) rows.forms().get(index).input("topic").field();
    }

    @Test
    void what_is_still_open_stands_in_the_next_round() {
        assertThat(positions(round(LAND, POWER))).containsExactly(LAND, POWER);
    }

    @Test
    void an_error_goes_to_its_row_after_a_row_above_was_removed() {
        CommandDialog dialog = round(LAND, POWER, TAX);
        RowsField rows = dialog.form().rows("round.positions");
        remove(rows, 0);

        commands.refuse(RuleViolated.at("round.positions[1].topic", SharedRule.TOO_LONG, 100));
        save();

        assertThat(positions(dialog)).containsExactly(POWER, TAX);
        assertThat(topic(rows, 1).isInvalid()).isTrue();
        assertThat(topic(rows, 0).isInvalid()).isFalse();
    }

    @Test
    void a_row_that_is_added_is_empty_whatever_was_removed_before() {
        CommandDialog dialog = round(LAND, POWER);
        RowsField rows = dialog.form().rows("round.positions");
        remove(rows, 0);
        rows.add(false);

        assertThat(positions(dialog)).containsExactly(POWER, new TopicPosition(null, null, null, null, false));
    }

    @Test
    void what_is_wrong_with_a_list_stands_at_the_list() {
        CommandDialog dialog = round();
        commands.refuse(RuleViolated.at("round.positions", SharedRule.REQUIRED));

        save();

        RowsField rows = dialog.form().rows("round.positions");
        assertThat(rows.isInvalid()).isTrue();
        assertThat(rows.getErrorMessage()).isEqualTo(I18n.t("error.shared.required"));
    }

    private static AgreementTerms agreed(YearAmount... years) {
        return new AgreementTerms(
                Money.yi("3.5"),
                Money.yi("2.8"),
                null,
                new Area(new BigDecimal("60"), AreaUnit.MU),
                List.of(years),
                List.of(),
                List.of(new CompanyCommitment(
                        "1",
                        null,
                        Metric.JOBS,
                        Operator.AT_LEAST,
                        "200",
                        "人",
                        DueRule.monthsAfter(DueRule.Anchor.PRODUCTION_START, 12),
                        null,
                        null)),
                List.of());
    }

    private CommandDialog signing(AgreementTerms terms) {
        return open(
                "signing.SignAgreement",
                SignAgreement.class,
                CommandContext.empty()
                        .with("negotiationId", NegotiationId.next())
                        .with("kind", AgreementKind.FORMAL)
                        .with("terms", terms));
    }

    @Test
    void an_agreement_is_filled_in_from_what_was_negotiated() {
        AgreementTerms terms = agreed(new YearAmount(2024, Money.yi("2")));

        SignAgreement command = (SignAgreement) signing(terms).form().read();

        assertThat(command.terms()).isEqualTo(terms);
        assertThat(command.kind()).isEqualTo(AgreementKind.FORMAL);
    }

    @Test
    void the_years_are_added_up_while_they_are_typed() {
        CommandDialog dialog =
                signing(agreed(new YearAmount(2024, Money.yi("2")), new YearAmount(2025, Money.yi("1"))));
        RowsField years = dialog.form().rows("terms.annualPlan");
        assertThat(years.said()).isEqualTo(I18n.t("command.sum.below", "3.00亿元", "3.50亿元", "5,000万元"));

        years.forms().get(1).input("amount").write().accept(Money.yi("1.5"));
        assertThat(years.said()).isEqualTo(I18n.t("command.sum.ties", "3.50亿元", "3.50亿元"));

        years.forms().get(1).input("amount").write().accept(Money.yi("2"));
        assertThat(years.said()).isEqualTo(I18n.t("command.sum.above", "4.00亿元", "3.50亿元", "5,000万元"));

        remove(years, 0);
        assertThat(years.said()).isEqualTo(I18n.t("command.sum.below", "2.00亿元", "3.50亿元", "1.50亿元"));
    }

    @Test
    void a_promised_day_is_entered_as_a_day_and_kept_not_later_than() {
        CommandDialog dialog = signing(agreed());
        RecordForm row = dialog.form().rows("terms.companyCommitments").forms().getFirst();

        row.input("metric").write().accept(Metric.COMPLETION_DATE);
        row.input("value").write().accept("2025-06-30");

        CompanyCommitment read = (CompanyCommitment) row.read();
        assertThat(read.operator()).isEqualTo(Operator.NOT_LATER_THAN);
        assertThat(read.value()).isEqualTo("2025-06-30");
        assertThat(read.unit()).isNull();
    }

    @Test
    void what_is_wrong_with_a_deadline_stands_at_the_deadline() {
        CommandDialog dialog = signing(agreed());
        commands.refuse(RuleViolated.at("terms.companyCommitments[0].due.months", SharedRule.NEGATIVE_AMOUNT));

        save();

        DueRuleField due = find(DueRuleField.class, dialog).all().getFirst();
        assertThat(due.isInvalid()).isTrue();
    }

    @Test
    void a_signature_that_is_not_ready_shows_what_is_there_and_what_is_missing() {
        signing(agreed());
        commands.refuse(new RuleViolated(NegotiationRule.FAIR_COMPETITION_MISSING));

        save();

        RefusalDialog refusal = find(RefusalDialog.class).single();
        assertThat(refusal.getHeaderTitle()).isEqualTo(I18n.t("refused.signing.SignAgreement"));
        assertThat(refusal.getElement().getTextRecursively())
                .contains(I18n.t("condition.approved"))
                .contains("含优惠条款，缺公平竞争审查结果。");
        assertThat(find(Button.class, refusal)
                        .withText(CommandDialogs.title("negotiation.RecordFairCompetitionReview"))
                        .exists())
                .isTrue();
    }

    private static final Terms LAST = new Terms(
            Money.yi("3"),
            Money.yi("2.4"),
            new Area(new BigDecimal("60"), AreaUnit.MU),
            null,
            new BigDecimal("1.2"),
            null,
            null,
            null,
            150,
            LocalDate.parse("2024-03-01"),
            null,
            null,
            null,
            null,
            List.of(new Terms.Incentive("设备补贴", true)));

    @Test
    void the_last_version_of_the_terms_is_filled_in_and_stands_beside() {
        CommandDialog dialog = open(
                "negotiation.ReviseTerms",
                ReviseTerms.class,
                CommandContext.empty()
                        .with("negotiationId", NegotiationId.next())
                        .with("baseVersion", 2)
                        .with(ReviseTerms.class, "terms", LAST)
                        .comparing(ReviseTerms.class, "terms", LAST));

        ReviseTerms command = (ReviseTerms) dialog.form().read();
        assertThat(command.terms()).isEqualTo(LAST);
        assertThat(command.baseVersion()).isEqualTo(2);
        Input jobs = dialog.form().input("terms.jobs");
        var frame = jobs.field().getParent().orElseThrow();
        assertThat(frame.getElement().getTextRecursively()).contains("150");
        assertThat(frame.getElement().getClassList().contains("ww-form-changed"))
                .isFalse();

        jobs.write().accept(180);
        assertThat(frame.getElement().getClassList().contains("ww-form-changed"))
                .isTrue();

        dialog.form().baseVersion(3);
        assertThat(((ReviseTerms) dialog.form().read()).baseVersion()).isEqualTo(3);
    }

    @Test
    void only_a_conditional_opinion_asks_for_conditions() {
        CommandDialog dialog = open(
                "negotiation.GiveOpinion",
                GiveOpinion.class,
                CommandContext.empty()
                        .with("negotiationId", NegotiationId.next())
                        .with("reviewId", ReviewId.next())
                        .with("topic", ReviewTopic.SAFETY));
        Input verdict = dialog.form().input("verdict");
        Input conditions = dialog.form().input("conditions");
        assertThat(conditions.field().isVisible()).isFalse();

        verdict.write().accept(OpinionVerdict.AGREE_WITH_CONDITIONS);
        conditions.write().accept(List.of("先做安全预评价"));
        assertThat(((GiveOpinion) dialog.form().read()).conditions()).containsExactly("先做安全预评价");

        verdict.write().accept(OpinionVerdict.AGREE);
        assertThat(((GiveOpinion) dialog.form().read()).conditions()).isEmpty();
    }
}
