package dev.wuwei.crm.lookback;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.wuwei.crm.lookback.CampaignEvent.CampaignClosed;
import dev.wuwei.crm.lookback.CampaignEvent.CampaignPlanned;
import dev.wuwei.crm.lookback.CampaignEvent.CampaignRescheduled;
import dev.wuwei.crm.lookback.CampaignEvent.DataPulled;
import dev.wuwei.crm.lookback.CampaignEvent.PlanRevised;
import dev.wuwei.crm.lookback.CampaignEvent.ReviewersChanged;
import dev.wuwei.crm.lookback.CampaignEvent.ScopeFrozen;
import dev.wuwei.crm.lookback.LookBackCommand.ChangeReviewers;
import dev.wuwei.crm.lookback.LookBackCommand.CloseCampaign;
import dev.wuwei.crm.lookback.LookBackCommand.FreezeScope;
import dev.wuwei.crm.lookback.LookBackCommand.PlanCampaign;
import dev.wuwei.crm.lookback.LookBackCommand.PullData;
import dev.wuwei.crm.lookback.LookBackCommand.RescheduleCampaign;
import dev.wuwei.crm.lookback.LookBackCommand.RevisePlan;
import dev.wuwei.crm.shared.Checks;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.Currency;
import dev.wuwei.crm.shared.Dictionaries;
import dev.wuwei.crm.shared.DictionaryKind;
import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.ParkScope;
import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.shared.Violations;
import dev.wuwei.crm.staff.StaffDirectory;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;

/** A campaign of look-back reviews: who is looked back at, as of when, by whom. */
@Aggregate(cache = "aggregateCache")
class LookBackCampaign {
    private static final int MOST_REVIEWERS = 20;

    @AggregateIdentifier
    private CampaignId id;

    private CampaignState state;
    private String name;
    private ScopeRule rule;
    private LocalDate cutOff;
    private LocalDate finishBy;
    private LocalDate lastStepOn;
    private List<StaffId> reviewers = List.of();
    private List<ScopeEntry> projects = List.of();

    LookBackCampaign() {}

    private record Plan(
            String name,
            ScopeRule rule,
            LocalDate cutOff,
            LocalDate finishBy,
            List<StaffId> reviewers,
            LocalDate occurredOn) {}

    @CommandHandler
    LookBackCampaign(PlanCampaign command, EventMeta meta, Dictionaries dictionaries, StaffDirectory staff) {
        Violations found = new Violations();
        found.check(() -> Checks.present(command.campaignId(), "campaignId"));
        Plan plan = plan(
                command.name(),
                command.rule(),
                command.cutOff(),
                command.finishBy(),
                command.reviewers(),
                command.occurredOn(),
                meta,
                dictionaries,
                staff,
                found);
        apply(new CampaignPlanned(
                command.campaignId(),
                plan.name(),
                plan.rule(),
                plan.cutOff(),
                plan.finishBy(),
                plan.reviewers(),
                plan.occurredOn()));
    }

    @CommandHandler
    void handle(RevisePlan command, EventMeta meta, Dictionaries dictionaries, StaffDirectory staff) {
        require(CampaignState.PLANNED, meta);
        Plan plan = plan(
                command.name(),
                command.rule(),
                command.cutOff(),
                command.finishBy(),
                command.reviewers(),
                command.occurredOn(),
                meta,
                dictionaries,
                staff,
                new Violations());
        apply(new PlanRevised(
                id, plan.name(), plan.rule(), plan.cutOff(), plan.finishBy(), plan.reviewers(), plan.occurredOn()));
    }

    private static Plan plan(
            String name,
            LookBackCommand.Scope scope,
            LocalDate cutOff,
            LocalDate finishBy,
            List<StaffId> reviewers,
            LocalDate occurredOn,
            EventMeta meta,
            Dictionaries dictionaries,
            StaffDirectory staff,
            Violations found) {
        String called = found.value(() -> Checks.required(name, Checks.NAME, "name"));
        LocalDate on = found.value(() -> Checks.happened(occurredOn, meta.today(), "occurredOn"));
        LocalDate day = found.value(() -> Checks.happened(cutOff, meta.today(), "cutOff"));
        LocalDate by = finishBy == null || day == null
                ? finishBy
                : found.value(() -> Checks.notBefore(finishBy, day, "finishBy"));
        ScopeRule rule = rule(scope, meta, dictionaries, found);
        List<StaffId> who = reviewers(reviewers, staff, found);
        found.throwIfAny();
        return new Plan(called, rule, day, by, who, on);
    }

    private static ScopeRule rule(
            LookBackCommand.Scope scope, EventMeta meta, Dictionaries dictionaries, Violations found) {
        if (scope == null) {
            found.at("rule", SharedRule.REQUIRED);
            return null;
        }
        LocalDate from = found.value(() -> Checks.plausible(scope.signedFrom(), "rule.signedFrom"));
        LocalDate to = found.value(() -> Checks.plausible(scope.signedTo(), "rule.signedTo"));
        found.when(from != null && to != null && to.isBefore(from), LookBackRule.SIGNED_RANGE);
        List<Coded> parks = dictionaries.known(DictionaryKind.PARK, scope.parkCodes(), "rule.parkCodes", found);
        parks.forEach(park -> found.check(() -> ParkScope.check(park, meta)));
        if (parks.isEmpty() && !meta.parks().isEmpty()) {
            parks = dictionaries.known(
                    DictionaryKind.PARK, meta.parks().stream().sorted().toList(), "rule.parkCodes", found);
        }
        List<Coded> industries =
                dictionaries.known(DictionaryKind.INDUSTRY, scope.industryCodes(), "rule.industryCodes", found);
        Money atLeast = scope.atLeast() == null
                ? null
                : found.value(() -> Checks.positive(scope.atLeast(), Currency.CNY, "rule.atLeast"));
        return new ScopeRule(from, to, parks, industries, atLeast);
    }

    private static List<StaffId> reviewers(List<StaffId> given, StaffDirectory staff, Violations found) {
        if (given == null || given.isEmpty()) {
            found.add(LookBackRule.REVIEWER_MISSING);
            return List.of();
        }
        if (given.size() > MOST_REVIEWERS) {
            found.at("reviewers", SharedRule.TOO_MANY, MOST_REVIEWERS);
            return List.of();
        }
        Set<StaffId> seen = new HashSet<>();
        for (int i = 0; i < given.size(); i++) {
            StaffId reviewer = given.get(i);
            String field = "reviewers[" + i + "]";
            found.check(() -> staff.requireInService(reviewer, field));
            if (reviewer != null && !seen.add(reviewer)) {
                found.at(field, LookBackRule.REVIEWER_TWICE);
            }
        }
        return List.copyOf(seen.size() == given.size() ? given : List.of());
    }

    @CommandHandler
    void handle(FreezeScope command, EventMeta meta, LookBackSources sources) {
        require(CampaignState.PLANNED, meta);
        LocalDate on = next(command.occurredOn(), meta);
        List<ScopeEntry> meant = sources.get().scope(rule, cutOff, meta);
        if (meant.isEmpty()) {
            throw new RuleViolated(LookBackRule.EMPTY_SCOPE);
        }
        apply(new ScopeFrozen(id, List.copyOf(meant), on));
    }

    @CommandHandler
    void handle(RescheduleCampaign command, EventMeta meta) {
        require(EnumSet.of(CampaignState.SCOPED, CampaignState.DATA_PULLED), meta);
        Violations found = new Violations();
        found.check(() -> Checks.reason(command.reason()));
        LocalDate on = found.value(() -> next(command.occurredOn(), meta));
        LocalDate by = Deadlines.moved(finishBy, on, command.finishBy(), "finishBy", found);
        found.throwIfAny();
        apply(new CampaignRescheduled(id, name, by, finishBy, on));
    }

    @CommandHandler
    void handle(ChangeReviewers command, EventMeta meta, StaffDirectory staff) {
        require(EnumSet.of(CampaignState.SCOPED, CampaignState.DATA_PULLED), meta);
        Violations found = new Violations();
        found.check(() -> Checks.reason(command.reason()));
        LocalDate on = found.value(() -> next(command.occurredOn(), meta));
        List<StaffId> who = reviewers(command.reviewers(), staff, found);
        found.when(Set.copyOf(who).equals(Set.copyOf(reviewers)), LookBackRule.REVIEWERS_UNCHANGED);
        found.throwIfAny();
        // Whoever stays keeps their place.
        List<StaffId> inOrder = Stream.concat(
                        reviewers.stream().filter(who::contains),
                        who.stream().filter(person -> !reviewers.contains(person)))
                .toList();
        apply(new ReviewersChanged(id, name, inOrder, reviewers, on));
    }

    @CommandHandler
    void handle(PullData command, EventMeta meta) {
        require(CampaignState.SCOPED, meta);
        apply(new DataPulled(id, name, projects, cutOff, next(command.occurredOn(), meta)));
    }

    @CommandHandler
    void handle(CloseCampaign command, EventMeta meta, LookBackSources sources) {
        require(CampaignState.DATA_PULLED, meta);
        String conclusion = Checks.required(command.conclusion(), Checks.TEXT, "conclusion");
        LocalDate on = next(command.occurredOn(), meta);
        int unfinished = sources.get().unfinished(id);
        if (unfinished > 0) {
            throw new RuleViolated(LookBackRule.REVIEWS_UNFINISHED, unfinished);
        }
        apply(new CampaignClosed(id, conclusion, on));
    }

    private void require(CampaignState wanted, EventMeta meta) {
        require(EnumSet.of(wanted), meta);
    }

    private void require(Set<CampaignState> wanted, EventMeta meta) {
        ParkScope.checkEach(rule.parks(), meta);
        if (!wanted.contains(state)) {
            throw new RuleViolated(LookBackRule.WRONG_CAMPAIGN_STATE, state);
        }
    }

    private LocalDate next(LocalDate date, EventMeta meta) {
        Checks.happened(date, meta.today(), "occurredOn");
        return Checks.notBefore(date, lastStepOn, "occurredOn");
    }

    @EventSourcingHandler
    void on(CampaignEvent event) {
        switch (event) {
            case CampaignPlanned e -> {
                id = e.campaignId();
                state = CampaignState.PLANNED;
                planned(e.name(), e.rule(), e.cutOff(), e.finishBy(), e.reviewers(), e.occurredOn());
            }
            case PlanRevised e -> planned(e.name(), e.rule(), e.cutOff(), e.finishBy(), e.reviewers(), e.occurredOn());
            case ScopeFrozen e -> {
                state = CampaignState.SCOPED;
                projects = e.projects();
                lastStepOn = e.occurredOn();
            }
            case CampaignRescheduled e -> {
                finishBy = e.finishBy();
                lastStepOn = e.occurredOn();
            }
            case ReviewersChanged e -> {
                reviewers = e.reviewers();
                lastStepOn = e.occurredOn();
            }
            case DataPulled e -> {
                state = CampaignState.DATA_PULLED;
                lastStepOn = e.occurredOn();
            }
            case CampaignClosed e -> state = CampaignState.CLOSED;
        }
    }

    private void planned(String called, ScopeRule meant, LocalDate day, LocalDate by, List<StaffId> who, LocalDate on) {
        name = called;
        rule = meant;
        cutOff = day;
        finishBy = by;
        reviewers = who;
        lastStepOn = on;
    }
}
