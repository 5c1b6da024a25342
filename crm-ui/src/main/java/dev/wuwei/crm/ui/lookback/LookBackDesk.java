package dev.wuwei.crm.ui.lookback;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.button.Button;
import dev.wuwei.crm.lookback.CampaignId;
import dev.wuwei.crm.lookback.LookBackAction;
import dev.wuwei.crm.lookback.ScopeRule;
import dev.wuwei.crm.projections.lookback.CampaignView;
import dev.wuwei.crm.projections.lookback.LookBackQuery;
import dev.wuwei.crm.projections.lookback.ReviewView;
import dev.wuwei.crm.projections.staff.StaffName;
import dev.wuwei.crm.projections.staff.StaffQuery;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.ui.command.CommandContext;
import dev.wuwei.crm.ui.command.CommandDialogs;
import dev.wuwei.crm.ui.component.AsOf;
import dev.wuwei.crm.ui.component.CurrentUser;
import dev.wuwei.crm.ui.component.Format;
import dev.wuwei.crm.ui.component.Today;
import dev.wuwei.crm.ui.component.ViewHeader;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the screens about look-back campaigns ask and send. */
@Component
class LookBackDesk {
    private static final int YEARS = 3;
    private static final int MONTHS_TO_FINISH = 3;

    final CommandDialogs dialogs;
    private final LookBackQuery query;
    private final StaffQuery staff;

    LookBackDesk(LookBackQuery query, StaffQuery staff, CommandDialogs dialogs) {
        this.query = query;
        this.staff = staff;
        this.dialogs = dialogs;
    }

    List<CampaignView> campaigns() {
        return query.campaigns(AsOf.current().query(), CurrentUser.get().viewer());
    }

    Optional<CampaignView> find(String campaign) {
        try {
            return query.find(
                    new CampaignId(UUID.fromString(campaign)),
                    AsOf.current().query(),
                    CurrentUser.get().viewer());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    List<ReviewView> reviews(ProjectId project) {
        return query.reviews(project, AsOf.current().query(), CurrentUser.get().viewer());
    }

    Map<ProjectId, ReviewView> before(CampaignView campaign) {
        return query.before(campaign, AsOf.current().query(), CurrentUser.get().viewer());
    }

    String names(List<StaffId> people) {
        Map<StaffId, StaffName> known = staff.names(people);
        return people.stream()
                .map(person -> known.containsKey(person) ? known.get(person).name() : Format.NOTHING)
                .collect(Collectors.joining(t("sentence.list-comma")));
    }

    /** Who reviews, and who was to by the plan where others took over. */
    String reviewers(CampaignView campaign) {
        String now = names(campaign.reviewers());
        return Set.copyOf(campaign.reviewers()).equals(Set.copyOf(campaign.reviewersPlanned()))
                ? now
                : Format.joined(now, t("lookback.planned-reviewers", names(campaign.reviewersPlanned())));
    }

    /** The next step as the main button, the others in a menu; there is nothing to do in the past. */
    void offer(ViewHeader header, List<LookBackAction> actions, Supplier<CommandContext> context, Runnable done) {
        if (!AsOf.current().isNow()) {
            return;
        }
        List<String> commands = commands(actions);
        Button next = dialogs.next(commands, commands, context, result -> done.run());
        if (next != null) {
            header.actions(next);
        }
        header.actions(dialogs.menu(commands.stream().skip(1).toList(), context, result -> done.run()));
    }

    static List<String> commands(List<LookBackAction> actions) {
        return actions.stream()
                .map(action -> "lookback." + action.command().getSimpleName())
                .toList();
    }

    /** Formal agreements of the last three years, as of today, by whoever plans it. */
    static CommandContext planning() {
        LocalDate today = Today.date();
        return CommandContext.empty()
                .with("name", t("lookback.usual-name", String.valueOf(today.getYear())))
                .with("rule.signedFrom", today.minusYears(YEARS).plusDays(1))
                .with("rule.signedTo", today)
                .with("cutOff", today)
                .with("finishBy", today.plusMonths(MONTHS_TO_FINISH))
                .with("reviewers", List.of(CurrentUser.get().id()));
    }

    static CommandContext context(CampaignView campaign) {
        return CommandContext.empty()
                .about(campaign.name())
                .with("campaignId", campaign.campaignId())
                .with("name", campaign.name())
                .with("rule.signedFrom", campaign.rule().signedFrom())
                .with("rule.signedTo", campaign.rule().signedTo())
                .with("rule.parkCodes", codes(campaign.rule().parks()))
                .with("rule.industryCodes", codes(campaign.rule().industries()))
                .with("rule.atLeast", campaign.rule().atLeast())
                .with("cutOff", campaign.cutOff())
                .with("finishBy", campaign.finishBy())
                .with("reviewers", campaign.reviewers());
    }

    /** A day, and the one that held at first where it was moved. */
    static String moved(String words, LocalDate day, LocalDate first) {
        return first == null || first.equals(day)
                ? words
                : Format.joined(words, t("lookback.first-day", Format.date(first)));
    }

    private static List<String> codes(List<Coded> coded) {
        return coded.stream().map(Coded::code).toList();
    }

    static CommandContext context(ReviewView review) {
        return CommandContext.empty()
                .about(review.project().projectNo() + "　" + review.project().name())
                .with("reviewId", review.reviewId());
    }

    /** 2020-12-30 至 2023-12-29 签约　梁产城新区　≥ 1.00 亿元. */
    static String rule(ScopeRule rule) {
        String range = t("lookback.rule", Format.date(rule.signedFrom()), Format.date(rule.signedTo()));
        String parks = rule.parks().stream().map(Format::coded).collect(Collectors.joining(t("sentence.list-comma")));
        String industries =
                rule.industries().stream().map(Format::coded).collect(Collectors.joining(t("sentence.list-comma")));
        String least = rule.atLeast() == null ? "" : "≥ " + Format.money(rule.atLeast());
        return Format.joined(range, parks, industries, least);
    }
}
