package dev.wuwei.crm.projections.ledger;

import dev.wuwei.crm.counting.CountingEvent;
import dev.wuwei.crm.counting.CountingPolicyId;
import dev.wuwei.crm.counting.CountingRules;
import dev.wuwei.crm.followup.Cause;
import dev.wuwei.crm.followup.EnterpriseActuals;
import dev.wuwei.crm.followup.FollowUpEvent;
import dev.wuwei.crm.followup.FollowUpId;
import dev.wuwei.crm.followup.Milestone;
import dev.wuwei.crm.followup.MonthlyReturn;
import dev.wuwei.crm.followup.SkipCause;
import dev.wuwei.crm.investor.InvestorId;
import dev.wuwei.crm.lead.LeadEvent;
import dev.wuwei.crm.lead.LeadId;
import dev.wuwei.crm.lead.LeadProfile;
import dev.wuwei.crm.negotiation.NegotiationEvent;
import dev.wuwei.crm.negotiation.NegotiationId;
import dev.wuwei.crm.negotiation.NegotiationStage;
import dev.wuwei.crm.negotiation.ProjectRole;
import dev.wuwei.crm.negotiation.Terms;
import dev.wuwei.crm.projections.testing.History;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.shared.ProjectKind;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.shared.Standard;
import dev.wuwei.crm.signing.AgreedPhase;
import dev.wuwei.crm.signing.AgreementKind;
import dev.wuwei.crm.signing.AgreementState;
import dev.wuwei.crm.signing.AgreementTerms;
import dev.wuwei.crm.signing.CompanyCommitment;
import dev.wuwei.crm.signing.EntryId;
import dev.wuwei.crm.signing.Metric;
import dev.wuwei.crm.signing.SigningEvent;
import dev.wuwei.crm.signing.SigningId;
import dev.wuwei.crm.staff.TeamId;
import dev.wuwei.crm.standard.StandardEvent;
import dev.wuwei.crm.standard.StandardEvent.StandardAdopted;
import dev.wuwei.crm.standard.Standards;
import dev.wuwei.crm.standard.StandardsId;
import dev.wuwei.crm.testing.TestDictionaries;
import dev.wuwei.crm.testing.TestThresholds;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/**
 * Lives of several projects, entered late, corrected, ended, taken back and merged, as the aggregates would allow them. The
 * same seed gives the same history.
 */
final class RandomHistory {
    static final LocalDate FIRST = LocalDate.of(2022, 1, 3);
    private static final List<Coded> PARKS = List.of(TestDictionaries.PARK, TestDictionaries.OTHER_PARK);
    private static final List<Coded> INDUSTRIES = List.of(TestDictionaries.INDUSTRY, TestDictionaries.OTHER_INDUSTRY);
    private static final List<Coded> METHODS = Arrays.asList(TestDictionaries.METHOD, new Coded("fund", "基金招商"), null);
    private static final List<Coded> ORIGINS =
            Arrays.asList(TestDictionaries.REGION, TestDictionaries.OTHER_REGION, new Coded("440300", "深圳市"), null);
    private static final List<Coded> CHAINS = Arrays.asList(TestDictionaries.CHAIN, new Coded("ev", "新能源汽车产业链"), null);
    private static final List<Coded> BODIES = List.of(TestDictionaries.REVIEW_BODY, TestDictionaries.OTHER_REVIEW_BODY);
    private static final List<ProjectKind> KINDS =
            Arrays.asList(ProjectKind.NEWLY_INTRODUCED, ProjectKind.EXPANSION, null);

    private final Random random;
    /** Of their own, so that they change nobody's life. */
    private final Random decisions;
    /** What a project is counted under, and by: of its own too. */
    private final Random classes;

    private final List<CountingRules> policies;
    private final List<Policy> defined = new ArrayList<>();

    private Standards standards = Standards.of(new TestThresholds());
    private final History history = new History();
    private final List<StaffId> staff = new ArrayList<>();
    private final List<Project> projects = new ArrayList<>();
    private LocalDate today = FIRST;

    private final class Project {
        final ProjectId id = new ProjectId(uuid());
        final LeadId lead = new LeadId(uuid());
        final String no = "ZS-2022-" + (1000 + projects.size());
        LocalDate registered;
        boolean merged;
        NegotiationId talks;
        String talking = "";
        SigningId signing;
        AgreementKind kind;
        int version;
        LocalDate versionOn;
        boolean signature;
        Money total;
        Money foreign;
        LocalDate endedOn;
        final Map<EntryId, LocalDate> arrived = new LinkedHashMap<>();
        FollowUpId followUp;
        int milestones;
        YearMonth nextActuals;
        LocalDate includedOn;
        /** As a lead; the next step is not before. */
        LocalDate steppedOn;

        boolean pooled;
        final Map<Coded, LocalDate> recognised = new LinkedHashMap<>();
        /** That of 二期, and that of 一期 from 上规 on. */
        LocalDate withdrawnOn;

        LocalDate droppedOn;
        int milestonesDropped;
        /** What is recognised or skipped is so once. */
        boolean secondStarted;

        boolean secondSkipped;
    }

    private static final class Policy {
        final CountingPolicyId id;
        final String code;
        int versions = 1;
        LocalDate countsFrom;

        Policy(int number) {
            id = new CountingPolicyId(new UUID(7, number));
            code = "policy-" + number;
        }
    }

    private RandomHistory(long seed, List<CountingRules> policies) {
        random = new Random(seed);
        decisions = new Random(seed);
        classes = new Random(seed + 1);
        this.policies = policies;
    }

    /** @param projects how many @param steps how many events or so */
    static List<History.Entry> of(long seed, int projects, int steps) {
        return counted(seed, projects, steps, List.of());
    }

    /** @param policies that are defined, revised, adopted and retired on the way, two of them with several versions */
    static List<History.Entry> counted(long seed, int projects, int steps, List<CountingRules> policies) {
        RandomHistory of = new RandomHistory(seed, policies);
        for (int i = 0; i < 4; i++) {
            of.staff.add(new StaffId(of.uuid()));
        }
        for (int i = 0; i < projects; i++) {
            of.projects.add(of.new Project());
        }
        for (int i = 0; i < steps; i++) {
            of.today = of.today.plusDays(1 + of.random.nextInt(9));
            of.history.on(of.today.toString());
            Project project = of.projects.get(of.random.nextInt(projects));
            of.step(project);
            if (of.classes.nextInt(3) == 0) {
                of.classify(project);
            }
            if (of.decisions.nextInt(30) == 0) {
                of.decide();
            }
            if (!policies.isEmpty() && of.classes.nextInt(Math.max(2, steps / 16)) == 0) {
                of.count();
            }
        }
        return of.history.entries();
    }

    /** A standard is adopted, for a day that is over, today or to come, or the last adoption is withdrawn. */
    private void decide() {
        Standard standard = Standard.values()[decisions.nextInt(Standard.values().length)];
        StandardAdopted last = standards.last(standard).orElse(null);
        StandardEvent event;
        if (last != null && decisions.nextInt(3) == 0) {
            event = new StandardEvent.StandardWithdrawn(
                    StandardsId.ALL, standard, last.limit(), last.formerly(), last.from(), today);
        } else {
            BigDecimal limit = standard == Standard.FULL_CAPACITY
                    ? BigDecimal.valueOf(60 + decisions.nextInt(80))
                    : BigDecimal.valueOf(1 + decisions.nextInt(40));
            LocalDate from = today.minusDays(decisions.nextInt(400) - 60);
            event = new StandardAdopted(
                    StandardsId.ALL,
                    standard,
                    limit,
                    standards.limit(standard, from),
                    last == null || last.from().isBefore(from)
                            ? from
                            : last.from().plusDays(1),
                    today);
        }
        standards = standards.after(event);
        history.record(event);
    }

    /** A policy is defined, revised, adopted from a day that is over or to come, or retired. */
    private void count() {
        Policy policy = defined.isEmpty() ? null : pick(defined);
        int choice = defined.size() < 2 ? 0 : classes.nextInt(4);
        LocalDate around = today.plusDays(classes.nextInt(260) - 200);
        if (choice == 0 && defined.size() < 2) {
            policy = new Policy(defined.size() + 1);
            defined.add(policy);
            history.record(new CountingEvent.CountingPolicyDefined(
                    policy.id, policy.code, policy.versions, "另一口径", pick(policies), today));
        } else if (choice == 0) {
            policy.versions++;
            history.record(new CountingEvent.CountingPolicyRevised(
                    policy.id, policy.code, policy.versions, "另一口径", pick(policies), today));
        } else if (choice == 1 && policy.countsFrom != null) {
            LocalDate from = around.isBefore(policy.countsFrom) ? policy.countsFrom : around;
            history.record(new CountingEvent.CountingPolicyRetired(policy.id, policy.code, from, today));
            policy.countsFrom = null;
        } else {
            policy.countsFrom = around;
            history.record(new CountingEvent.CountingPolicyAdopted(
                    policy.id, policy.code, 1 + classes.nextInt(policy.versions), around, today));
        }
    }

    /** Something else becomes true of a project than how far it is: under what it counts, for whom, and who recognised it. */
    private void classify(Project p) {
        if (p.registered == null || p.merged) {
            return;
        }
        LocalDate on = lately(p.registered);
        if (p.talks == null) {
            asALead(p);
        } else if (p.signing == null || p.endedOn != null || classes.nextInt(3) == 0) {
            inHand(p, on);
        } else {
            underAgreement(p, lately(p.versionOn));
        }
    }

    private void asALead(Project p) {
        LocalDate on = lately(p.steppedOn);
        p.steppedOn = on;
        if (p.pooled) {
            p.pooled = false;
            history.record(new LeadEvent.LeadDrawnFromPool(p.lead, p.id, pick(staff), null, on));
            return;
        }
        switch (classes.nextInt(3)) {
            case 0 -> {
                p.pooled = true;
                history.record(new LeadEvent.LeadPooled(p.lead, p.id, null, on));
            }
            case 1 -> {
                Coded park = pick(PARKS);
                TeamId team = team();
                history.record(new LeadEvent.LeadCirculated(p.lead, p.id, null, park, team, name(team), on));
                history.record(
                        new LeadEvent.CirculationAccepted(p.lead, p.id, park, team, name(team), pick(staff), on));
            }
            default -> {
                TeamId team = team();
                history.record(new LeadEvent.LeadAssigned(p.lead, p.id, pick(staff), null, team, name(team), on));
            }
        }
    }

    private void inHand(Project p, LocalDate on) {
        switch (classes.nextInt(5)) {
            case 0 -> history.record(new LeadEvent.LeadRevised(p.lead, p.id, profile(null), on));
            case 1 ->
                history.record(
                        new NegotiationEvent.Appointed(p.talks, p.id, ProjectRole.LEAD_OFFICER, pick(staff), null, on));
            case 2 ->
                history.record(new NegotiationEvent.Dismissed(
                        p.talks,
                        p.id,
                        pick(List.of(ProjectRole.LEAD_OFFICER, ProjectRole.LINKING_LEADER)),
                        pick(staff),
                        on));
            case 3 ->
                history.record(new NegotiationEvent.TermsRevised(
                        p.talks,
                        p.id,
                        1,
                        new Terms(
                                Money.wanUsd("8000"),
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                List.of()),
                        null,
                        on));
            default ->
                history.record(new NegotiationEvent.Appointed(
                        p.talks, p.id, ProjectRole.LINKING_LEADER, pick(staff), null, on));
        }
    }

    private void underAgreement(Project p, LocalDate on) {
        switch (classes.nextInt(4)) {
            case 0 -> {
                TeamId team = team();
                history.record(new SigningEvent.CreditMoved(p.signing, p.id, pick(staff), team, name(team), on));
            }
            case 1, 2 -> {
                Coded body = pick(BODIES);
                LocalDate recognisedOn = p.recognised.remove(body);
                if (recognisedOn == null) {
                    p.recognised.put(body, on);
                    history.record(new SigningEvent.SigningRecognised(
                            p.signing, p.id, body, Money.yi(String.valueOf(1 + classes.nextInt(9))), on));
                } else {
                    history.record(
                            new SigningEvent.RecognitionWithdrawn(p.signing, p.id, body, Money.yi("1"), recognisedOn));
                }
            }
            default -> {
                if (p.followUp != null) {
                    phases(p, on);
                }
            }
        }
    }

    private void phases(Project p, LocalDate on) {
        if (p.droppedOn != null) {
            history.record(new FollowUpEvent.ScaleDropWithdrawn(p.followUp, p.id, "一期", p.droppedOn));
            p.milestones = Math.max(p.milestones, p.milestonesDropped);
            p.droppedOn = null;
        } else if (p.milestones >= 4 && classes.nextInt(3) == 0) {
            p.droppedOn = on;
            p.milestonesDropped = p.milestones;
            p.milestones = 3;
            history.record(new FollowUpEvent.ScaleDropped(p.followUp, p.id, "一期", on));
        } else if (p.withdrawnOn != null) {
            history.record(new FollowUpEvent.PhaseReinstated(
                    p.followUp, p.id, "二期", on.isBefore(p.withdrawnOn) ? p.withdrawnOn : on));
            p.withdrawnOn = null;
        } else if (classes.nextBoolean()) {
            p.withdrawnOn = on;
            history.record(new FollowUpEvent.PhaseWithdrawn(p.followUp, p.id, "二期", Cause.MARKET, on));
        } else if (!p.secondSkipped) {
            p.secondSkipped = true;
            history.record(new FollowUpEvent.MilestoneSkipped(
                    p.followUp, p.id, "二期", Milestone.COMPLETION, SkipCause.RENTED_FACTORY, on));
        }
    }

    private TeamId team() {
        return new TeamId(new UUID(3, classes.nextInt(3)));
    }

    private static String name(TeamId team) {
        return team.value().getLeastSignificantBits() + "科";
    }

    private <T> T pick(List<T> of) {
        return of.get(classes.nextInt(of.size()));
    }

    private LocalDate lately(LocalDate earliest) {
        LocalDate on = classes.nextInt(3) > 0 ? today : today.minusDays(classes.nextInt(150));
        return on.isBefore(earliest) ? earliest : on;
    }

    private UUID uuid() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private Money money() {
        return Money.yi(String.valueOf(1 + random.nextInt(12)));
    }

    private Money dollars() {
        return random.nextBoolean() ? null : Money.wanUsd(String.valueOf(100 + random.nextInt(900)));
    }

    /** Some time before today, but not before {@code earliest}. */
    private LocalDate since(LocalDate earliest) {
        LocalDate on = random.nextInt(3) > 0 ? today : today.minusDays(random.nextInt(150));
        return on.isBefore(earliest) ? earliest : on;
    }

    private void step(Project p) {
        if (p.registered == null) {
            register(p);
        } else if (p.talks == null) {
            beforeTalks(p);
        } else if (p.signing == null) {
            inTalks(p);
        } else {
            signed(p);
        }
    }

    private void register(Project p) {
        p.registered = today.minusDays(random.nextInt(40));
        p.steppedOn = p.registered;
        LeadProfile profile = profile();
        Coded park = any(PARKS);
        StaffId reporter = any(staff);
        StaffId owner = any(staff);
        TeamId team = new TeamId(new UUID(3, random.nextInt(2)));
        history.record(new LeadEvent.LeadRegistered(
                p.lead, p.id, p.no, profile, park, reporter, owner, team, name(team), null, p.registered));
    }

    private LeadProfile profile() {
        Coded industry = any(INDUSTRIES);
        Money intended = random.nextBoolean() ? money() : null;
        return profile(classes.nextInt(5) == 0 ? null : industry, intended);
    }

    private LeadProfile profile(Money intended) {
        return profile(pick(INDUSTRIES), intended);
    }

    private LeadProfile profile(Coded industry, Money intended) {
        return new LeadProfile(
                "项目",
                new InvestorId(new UUID(5, 5)),
                null,
                null,
                null,
                pick(METHODS),
                pick(ORIGINS),
                industry,
                null,
                pick(CHAINS),
                intended,
                null,
                null,
                pick(KINDS),
                null);
    }

    private void beforeTalks(Project p) {
        LocalDate on = since(p.steppedOn);
        if (p.pooled) {
            asALead(p);
            return;
        }
        if (p.merged) {
            p.merged = false;
            history.record(new LeadEvent.LeadUnmerged(p.lead, p.id, new LeadId(new UUID(9, 9)), on));
            return;
        }
        switch (random.nextInt(6)) {
            case 0 -> {
                p.merged = true;
                history.record(new LeadEvent.LeadMerged(p.lead, p.id, new LeadId(new UUID(9, 9)), on));
            }
            case 1 -> history.record(new LeadEvent.LeadRevised(p.lead, p.id, profile(), on));
            case 2 -> history.record(new LeadEvent.LeadAssigned(p.lead, p.id, any(staff), null, null, null, on));
            default -> {
                p.talks = new NegotiationId(uuid());
                p.talking = "ACTIVE";
                history.record(new LeadEvent.LeadAdopted(p.lead, p.id, p.talks, on));
                history.record(new NegotiationEvent.NegotiationOpened(
                        p.talks,
                        p.id,
                        p.no,
                        p.lead,
                        null,
                        "项目",
                        null,
                        pick(INDUSTRIES),
                        null,
                        pick(KINDS),
                        money(),
                        null,
                        any(staff),
                        on));
            }
        }
    }

    private void inTalks(Project p) {
        LocalDate on = since(p.registered);
        if (!p.talking.equals("ACTIVE")) {
            if (p.talking.equals("SHELVED")) {
                history.record(new NegotiationEvent.NegotiationResumed(p.talks, p.id, NegotiationStage.IN_DEPTH, on));
            } else {
                history.record(new NegotiationEvent.NegotiationReopened(p.talks, p.id, NegotiationStage.IN_DEPTH, on));
            }
            p.talking = "ACTIVE";
            return;
        }
        switch (random.nextInt(8)) {
            case 0 -> {
                p.talking = "SHELVED";
                history.record(new NegotiationEvent.NegotiationShelved(p.talks, p.id, null, on));
            }
            case 1 -> {
                p.talking = "TERMINATED";
                history.record(new NegotiationEvent.NegotiationTerminated(p.talks, p.id, null, on));
            }
            case 2 ->
                history.record(new NegotiationEvent.Appointed(
                        p.talks, p.id, ProjectRole.LINKING_LEADER, any(staff), null, on));
            case 3 ->
                history.record(new NegotiationEvent.TermsRevised(
                        p.talks,
                        p.id,
                        1,
                        new Terms(
                                money(), null, null, null, null, null, null, null, null, null, null, null, null, null,
                                List.of()),
                        null,
                        on));
            case 4 ->
                history.record(new NegotiationEvent.StageAdvanced(
                        p.talks, p.id, NegotiationStage.FIRST_CONTACT, NegotiationStage.TERMS, on));
            default -> sign(p, on);
        }
    }

    private void sign(Project p, LocalDate on) {
        p.signing = new SigningId(uuid());
        p.kind = random.nextInt(3) == 0 ? AgreementKind.FRAMEWORK : AgreementKind.FORMAL;
        p.version = 1;
        p.versionOn = on;
        p.signature = true;
        p.total = money();
        p.foreign = dollars();
        p.endedOn = null;
        p.arrived.clear();
        p.recognised.clear();
        history.record(new SigningEvent.AgreementSigned(
                p.signing,
                p.id,
                p.no,
                p.talks,
                p.kind,
                "C-" + p.signing,
                List.of(),
                terms(p),
                null,
                random.nextBoolean(),
                random.nextBoolean(),
                any(INDUSTRIES),
                any(PARKS),
                any(staff),
                List.of(),
                on));
        if (p.kind == AgreementKind.FORMAL) {
            formal(p, on);
        }
    }

    private void formal(Project p, LocalDate on) {
        history.record(new NegotiationEvent.NegotiationSigned(p.talks, p.id, p.signing, on));
        p.talking = "SIGNED";
        p.followUp = new FollowUpId(uuid());
        p.milestones = 0;
        p.nextActuals = null;
        p.withdrawnOn = null;
        p.droppedOn = null;
        p.secondStarted = false;
        p.secondSkipped = false;
        history.record(new FollowUpEvent.FollowUpOpened(
                p.followUp,
                p.id,
                p.no,
                p.signing,
                p.version,
                null,
                List.of(
                        new AgreedPhase(
                                "一期", p.total, null, on.plusDays(60), on.plusDays(300), on.plusDays(360), null, null),
                        new AgreedPhase("二期", p.total, null, on.plusDays(120), null, on.plusDays(700), null, null)),
                on));
    }

    private static AgreementTerms terms(Project p) {
        return new AgreementTerms(
                p.total,
                null,
                p.foreign,
                null,
                List.of(),
                List.of(),
                List.of(new CompanyCommitment(
                        "三", null, Metric.OUTPUT, CompanyCommitment.Operator.AT_LEAST, "1200", "万元", null, null, null)),
                List.of());
    }

    private void signed(Project p) {
        if (p.endedOn != null) {
            if (random.nextBoolean()) {
                history.record(new SigningEvent.AgreementReinstated(p.signing, p.id, AgreementState.SIGNED, p.endedOn));
                if (p.talking.equals("ENDED")) {
                    history.record(new NegotiationEvent.AgreementRestored(p.talks, p.id, p.signing, p.endedOn));
                    p.talking = "SIGNED";
                }
                p.endedOn = null;
            } else {
                history.record(new NegotiationEvent.NegotiationReopened(
                        p.talks, p.id, NegotiationStage.TERMS, since(p.endedOn)));
                p.talking = "ACTIVE";
                p.signing = null;
            }
            return;
        }
        LocalDate next = since(p.versionOn);
        switch (random.nextInt(12)) {
            case 0 -> {
                if (p.kind != AgreementKind.FORMAL) {
                    p.total = money();
                    versioned(p, next, true);
                    history.record(new SigningEvent.AgreementUpgraded(
                            p.signing,
                            p.id,
                            p.no,
                            p.version,
                            p.kind,
                            AgreementKind.FORMAL,
                            "F-" + p.signing,
                            List.of(),
                            terms(p),
                            random.nextBoolean(),
                            null,
                            List.of(),
                            next));
                    p.kind = AgreementKind.FORMAL;
                    formal(p, next);
                }
            }
            case 1 -> {
                Money by = money();
                p.total = p.total.plus(by);
                versioned(p, next, false);
                history.record(new SigningEvent.CapitalIncreased(p.signing, p.id, p.version, by, p.total, null, next));
            }
            case 2 -> {
                Money by = Money.yi("0.5");
                p.total = p.total.minus(by);
                versioned(p, next, false);
                history.record(new SigningEvent.CapitalDecreased(p.signing, p.id, p.version, by, p.total, null, next));
            }
            case 3 -> {
                p.total = money();
                p.foreign = dollars();
                history.record(new SigningEvent.AmountCorrected(
                        p.signing, p.id, p.version, p.total, null, p.foreign, p.versionOn));
            }
            case 4 -> {
                p.total = money();
                versioned(p, next, false);
                history.record(
                        new SigningEvent.AgreementAmended(p.signing, p.id, p.version, null, terms(p), List.of(), next));
            }
            case 5 -> {
                if (p.signature && p.version == 1) {
                    LocalDate moved = p.versionOn.minusDays(random.nextInt(30));
                    p.versionOn = moved.isBefore(p.registered) ? p.registered : moved;
                    history.record(new SigningEvent.AgreementCorrected(
                            p.signing,
                            p.id,
                            "K-" + p.signing,
                            p.versionOn,
                            null,
                            any(INDUSTRIES),
                            random.nextBoolean(),
                            random.nextBoolean(),
                            p.versionOn));
                }
            }
            case 6 -> {
                p.endedOn = next;
                history.record(
                        random.nextBoolean()
                                ? new SigningEvent.AgreementRescinded(p.signing, p.id, null, next)
                                : new SigningEvent.AgreementTerminated(p.signing, p.id, null, next));
                history.record(new NegotiationEvent.AgreementEnded(p.talks, p.id, p.signing, next));
                p.talking = p.talking.equals("SIGNED") ? "ENDED" : p.talking;
            }
            case 7 -> history.record(new SigningEvent.CreditMoved(p.signing, p.id, any(staff), null, null, next));
            case 8 -> {
                EntryId entry = new EntryId(uuid());
                p.arrived.put(entry, next);
                history.record(new SigningEvent.CapitalArrived(p.signing, p.id, entry, money(), null, List.of(), next));
            }
            case 9 -> {
                if (!p.arrived.isEmpty()) {
                    EntryId entry = any(List.copyOf(p.arrived.keySet()));
                    history.record(new SigningEvent.ArrivedCapitalCorrected(
                            p.signing,
                            p.id,
                            entry,
                            random.nextInt(3) == 0 ? Money.yi("0") : money(),
                            null,
                            p.arrived.get(entry)));
                }
            }
            case 10 -> {
                EntryId entry = new EntryId(uuid());
                history.record(new SigningEvent.ForeignCapitalUsed(
                        p.signing, p.id, entry, Money.wanUsd("50"), null, List.of(), next));
            }
            default -> followUp(p, next);
        }
    }

    private void versioned(Project p, LocalDate on, boolean signature) {
        p.version++;
        p.versionOn = on;
        p.signature = signature;
    }

    /** What lights depend on besides the milestones. */
    private void lights(Project p, LocalDate on) {
        Milestone next = Milestone.values()[Math.min(p.milestones, 4)];
        switch (random.nextInt(4)) {
            case 0 -> {
                if (p.includedOn == null) {
                    history.record(new FollowUpEvent.StatisticalInclusionRecorded(
                            p.followUp, p.id, "一期", "5115", null, null, List.of(), on));
                    p.includedOn = on;
                } else {
                    history.record(
                            new FollowUpEvent.StatisticalInclusionWithdrawn(p.followUp, p.id, "一期", p.includedOn));
                    p.includedOn = null;
                }
            }
            case 1 -> {
                history.record(new FollowUpEvent.DelayExplained(
                        p.followUp, p.id, "一期", next, Cause.MARKET, "订单减少", null, "走访", on.plusDays(9), on));
                history.record(new FollowUpEvent.DelayJustified(
                        p.followUp, p.id, "一期", next, Cause.MARKET, on.plusDays(40), on.plusDays(1)));
                if (random.nextInt(3) == 0) {
                    history.record(new FollowUpEvent.JustificationWithdrawn(p.followUp, p.id, "一期", on.plusDays(1)));
                }
            }
            default ->
                history.record(new FollowUpEvent.MonthlyReturnFiled(
                        p.followUp,
                        p.id,
                        "一期",
                        YearMonth.from(on),
                        new MonthlyReturn(
                                Money.wan("10"),
                                Money.wan("100"),
                                BigDecimal.valueOf(random.nextInt(100)),
                                null,
                                null,
                                List.of()),
                        on));
        }
    }

    /** A year at the line first, then a few months that may be below it; or somebody records that it fell back. */
    private void afterFullCapacity(Project p, LocalDate on) {
        if (random.nextInt(4) == 0) {
            history.record(new FollowUpEvent.CapacityDropped(p.followUp, p.id, "一期", on));
            history.record(
                    random.nextBoolean()
                            ? new FollowUpEvent.CapacityDropWithdrawn(p.followUp, p.id, "一期", on)
                            : new FollowUpEvent.CapacityRegained(p.followUp, p.id, "一期", "月报", on.plusDays(2)));
            return;
        }
        if (p.nextActuals == null) {
            p.nextActuals = YearMonth.from(on);
            for (int month = 12; month > 0; month--) {
                actuals(p, p.nextActuals.minusMonths(month), 100);
            }
        }
        for (int i = 0; i < 4; i++) {
            actuals(p, p.nextActuals, 80 + random.nextInt(40));
            p.nextActuals = p.nextActuals.plusMonths(1);
        }
    }

    private void actuals(Project p, YearMonth month, int wan) {
        history.record(new FollowUpEvent.ActualsReported(
                p.followUp,
                p.id,
                month,
                month,
                new EnterpriseActuals(Money.wan("" + wan), null, null, null, "统计"),
                month.atEndOfMonth()));
    }

    private void followUp(Project p, LocalDate on) {
        if (p.followUp == null) {
            return;
        }
        if (random.nextInt(3) == 0) {
            lights(p, on);
            return;
        }
        if (random.nextInt(6) == 0) {
            if (p.secondStarted) {
                return;
            }
            p.secondStarted = true;
            history.record(new FollowUpEvent.MilestoneRecognised(
                    p.followUp, p.id, "二期", Milestone.CONSTRUCTION_START, null, null, false, null, List.of(), on));
            return;
        }
        if (p.milestones == 5 && random.nextInt(4) != 0) {
            afterFullCapacity(p, on);
            return;
        }
        if (p.milestones > 0 && random.nextInt(4) == 0) {
            p.milestones--;
            history.record(
                    new FollowUpEvent.MilestoneWithdrawn(p.followUp, p.id, "一期", Milestone.values()[p.milestones], on));
        } else if (random.nextInt(5) == 0) {
            history.record(new FollowUpEvent.PhaseSuspended(p.followUp, p.id, "一期", Cause.MARKET, false, on));
            history.record(new FollowUpEvent.PhaseResumed(p.followUp, p.id, "一期", on.plusDays(3)));
        } else {
            int last = random.nextInt(4) == 0 ? 5 : Math.min(5, p.milestones + 1);
            for (; p.milestones < last; p.milestones++) {
                history.record(new FollowUpEvent.MilestoneRecognised(
                        p.followUp,
                        p.id,
                        "一期",
                        Milestone.values()[p.milestones],
                        null,
                        null,
                        false,
                        null,
                        List.of(),
                        on));
            }
        }
    }
}
