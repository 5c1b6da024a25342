package dev.wuwei.crm.ui.target;

import static dev.wuwei.crm.ui.component.I18n.t;

import dev.wuwei.crm.projections.ledger.FiveGapsQuery.PhaseView;
import dev.wuwei.crm.projections.ledger.RevitalisedLandQuery.HandOver;
import dev.wuwei.crm.projections.ledger.TotalsQuery;
import dev.wuwei.crm.projections.staff.StaffName;
import dev.wuwei.crm.projections.staff.StaffQuery;
import dev.wuwei.crm.projections.target.ScorecardQuery;
import dev.wuwei.crm.projections.target.ScorecardView;
import dev.wuwei.crm.projections.target.TargetProgress;
import dev.wuwei.crm.projections.target.TargetProgressQuery;
import dev.wuwei.crm.projections.target.TargetProgressQuery.Milepost;
import dev.wuwei.crm.projections.target.TargetQuery;
import dev.wuwei.crm.projections.target.TargetView;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.target.ScopeKind;
import dev.wuwei.crm.target.TargetCommand;
import dev.wuwei.crm.target.TargetPeriod;
import dev.wuwei.crm.target.TargetScope;
import dev.wuwei.crm.target.TargetUnit;
import dev.wuwei.crm.ui.command.CommandContext;
import dev.wuwei.crm.ui.command.CommandDialogs;
import dev.wuwei.crm.ui.component.AsOf;
import dev.wuwei.crm.ui.component.CurrentUser;
import dev.wuwei.crm.ui.component.Enums;
import dev.wuwei.crm.ui.component.Format;
import dev.wuwei.crm.ui.component.Option;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What the screens about targets and scorecards ask and send. */
@Component
public class TargetDesk {
    static final String SET = "target.SetTarget";
    static final List<String> CHANGES = List.of("target.ReviseTarget", "target.WithdrawTarget");
    static final String DEFINE = "target.DefineScorecard";
    static final List<String> CARD_CHANGES = List.of("target.ReviseScorecard", "target.RepealScorecard");

    private static final int QUARTERS = 4;
    private static final int MONTHS = 12;

    final CommandDialogs dialogs;
    private final TargetQuery targets;
    private final TargetProgressQuery progress;
    private final ScorecardQuery scorecards;
    private final StaffQuery staff;

    TargetDesk(
            CommandDialogs dialogs,
            TargetQuery targets,
            TargetProgressQuery progress,
            ScorecardQuery scorecards,
            StaffQuery staff) {
        this.dialogs = dialogs;
        this.targets = targets;
        this.progress = progress;
        this.scorecards = scorecards;
        this.staff = staff;
    }

    List<Integer> years() {
        return targets.years();
    }

    /** @param kind {@code null} for everybody's */
    List<TargetProgress> progress(int year, ScopeKind kind) {
        AsOf now = AsOf.current();
        return progress.progress(
                year,
                kind == null ? Set.of() : Set.of(kind),
                now.query(),
                CurrentUser.get().viewer(),
                now.dayOrToday());
    }

    List<Milepost> course(TargetProgress target) {
        AsOf now = AsOf.current();
        return progress.course(
                target,
                target.target().period().year(),
                now.query(),
                CurrentUser.get().viewer(),
                now.dayOrToday());
    }

    Optional<TotalsQuery.Explanation> entries(TargetView target) {
        return progress.entries(
                target, AsOf.current().query(), CurrentUser.get().viewer());
    }

    /** @return the point that {@link #entries} are of */
    static AsOf point(TargetView target) {
        var point = TargetProgressQuery.point(target, AsOf.current().query());
        return new AsOf(point.asOf(), point.knownAt());
    }

    List<PhaseView> phases(TargetView target) {
        return progress.phases(target, AsOf.current().query(), CurrentUser.get().viewer());
    }

    List<HandOver> land(TargetView target) {
        return progress.land(target, AsOf.current().query(), CurrentUser.get().viewer());
    }

    List<ScorecardView> scorecards(int year) {
        return scorecards.scorecards(
                year, AsOf.current().query(), CurrentUser.get().viewer());
    }

    /** Names of people, asked for once for a page. */
    Map<StaffId, StaffName> people(Collection<TargetScope> scopes) {
        return staff.names(scopes.stream().map(TargetScope::staffId).toList());
    }

    String person(StaffId id) {
        return id == null ? Format.NOTHING : staff.name(id).map(StaffName::name).orElse(Format.NOTHING);
    }

    static String name(TargetScope scope, Map<StaffId, StaffName> people) {
        return switch (scope.kind()) {
            case WHOLE -> Enums.name(scope.kind());
            case PARK -> Format.coded(scope.park());
            case TEAM -> scope.teamName();
            case PERSON, LEADER ->
                Optional.ofNullable(people.get(scope.staffId()))
                        .map(StaffName::name)
                        .orElse(Format.NOTHING);
        };
    }

    /** The year, its quarters and months to choose from. */
    static CommandContext setting(int year, ScopeKind kind) {
        List<Option> periods = new ArrayList<>();
        periods.add(option(TargetPeriod.year(year)));
        for (int quarter = 1; quarter <= QUARTERS; quarter++) {
            periods.add(option(TargetPeriod.quarter(year, quarter)));
        }
        for (int month = 1; month <= MONTHS; month++) {
            periods.add(option(TargetPeriod.month(YearMonth.of(year, month))));
        }
        return CommandContext.empty()
                .choose("period", periods)
                .with("period", TargetPeriod.year(year))
                .with("scope.kind", kind);
    }

    private static Option option(TargetPeriod period) {
        return new Option(period.toString(), TargetWords.period(period));
    }

    /** Asks for the value in the target's own unit only. */
    static CommandContext changing(TargetView target, String whose) {
        TargetUnit unit = target.measure().unit();
        CommandContext context = CommandContext.empty()
                .about(Format.joined(whose, TargetWords.period(target.period()), Enums.name(target.measure())))
                .with("targetId", target.targetId())
                .with(TargetCommand.ReviseTarget.class, "value", target.value())
                .with(TargetCommand.ReviseTarget.class, "basis", target.basis());
        if (unit != TargetUnit.PROJECTS) {
            context.settle("value.count", null);
        }
        if (unit != TargetUnit.CNY && unit != TargetUnit.USD) {
            context.settle("value.amount", null);
        }
        if (unit != TargetUnit.MU) {
            context.settle("value.land", null);
        }
        return context;
    }

    static CommandContext defining(int year, ScopeKind over) {
        ScopeKind who = over == null || over == ScopeKind.WHOLE ? ScopeKind.PARK : over;
        return CommandContext.empty()
                .choose(
                        "over",
                        Arrays.stream(ScopeKind.values())
                                .filter(kind -> kind != ScopeKind.WHOLE)
                                .map(Option::of)
                                .toList())
                .with("over", who)
                .with("year", year)
                .with("name", t("target.scorecard.usual-name", String.valueOf(year), Enums.name(who)));
    }

    static CommandContext changing(ScorecardView card) {
        return CommandContext.empty()
                .about(card.inForce().name())
                .with("scorecardId", card.scorecardId())
                .with("name", card.inForce().name())
                .with("items", card.inForce().items());
    }
}
