package dev.wuwei.crm.projections.commitment;

import dev.wuwei.crm.followup.ElementKind;
import dev.wuwei.crm.followup.EnterpriseActuals;
import dev.wuwei.crm.followup.FollowUpEvent;
import dev.wuwei.crm.followup.FollowUpId;
import dev.wuwei.crm.followup.Milestone;
import dev.wuwei.crm.followup.MonthlyReturn;
import dev.wuwei.crm.shared.Area;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.DomainEvent;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.signing.AgreedPhase;
import dev.wuwei.crm.signing.AgreementKind;
import dev.wuwei.crm.signing.AgreementTerms;
import dev.wuwei.crm.signing.CommitmentEvent;
import dev.wuwei.crm.signing.CommitmentEvent.CommitmentAssessed;
import dev.wuwei.crm.signing.CommitmentEvent.CommitmentWaived;
import dev.wuwei.crm.signing.CommitmentEvent.PromiseAdvanced;
import dev.wuwei.crm.signing.CommitmentEvent.PromisePaid;
import dev.wuwei.crm.signing.CommitmentEvent.RectificationOrdered;
import dev.wuwei.crm.signing.CommitmentVerdict;
import dev.wuwei.crm.signing.CompanyCommitment;
import dev.wuwei.crm.signing.CompanyCommitment.Operator;
import dev.wuwei.crm.signing.DueRule;
import dev.wuwei.crm.signing.EntryId;
import dev.wuwei.crm.signing.GovernmentCommitment;
import dev.wuwei.crm.signing.Metric;
import dev.wuwei.crm.signing.PromiseStep;
import dev.wuwei.crm.signing.SigningEvent;
import dev.wuwei.crm.signing.SigningId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** One agreement of 9亿元 on 140亩 in one phase, signed on 2021-03-26, and what happened since. */
final class CourseScenario {
    static final ProjectId PROJECT = new ProjectId(new UUID(1, 1));
    static final SigningId SIGNING = new SigningId(new UUID(1, 2));
    static final FollowUpId FOLLOW_UP = new FollowUpId(new UUID(1, 3));
    static final String PHASE = "一期";
    static final Coded PARK = new Coded("liangchan", "梁产城新区");

    final List<DomainEvent> events = new ArrayList<>();
    private int versions;
    private long entries;

    static LocalDate day(String date) {
        return LocalDate.parse(date);
    }

    static CompanyCommitment date(String clause, Metric metric, String value) {
        return new CompanyCommitment(
                clause, PHASE, metric, Operator.NOT_LATER_THAN, value, null, DueRule.on(day(value)), "开工令", null);
    }

    static CompanyCommitment figure(String clause, Metric metric, String value, DueRule due) {
        return new CompanyCommitment(clause, PHASE, metric, Operator.AT_LEAST, value, null, due, "审计报告", null);
    }

    static CompanyCommitment words(String clause, String promise, String due) {
        return new CompanyCommitment(
                clause, null, Metric.OTHER, Operator.EQUAL, promise, null, DueRule.on(day(due)), null, null);
    }

    static GovernmentCommitment incentive(String clause, String wan, String due) {
        return new GovernmentCommitment(
                clause,
                GovernmentCommitment.Kind.INCENTIVE,
                "固定资产投资奖励",
                Money.wan(wan),
                null,
                DueRule.on(day(due)),
                "财政局");
    }

    static GovernmentCommitment land(String clause, String due) {
        return new GovernmentCommitment(
                clause, GovernmentCommitment.Kind.LAND_HANDOVER, "一期供地", null, null, DueRule.on(day(due)), "自规局");
    }

    private static AgreementTerms terms(List<CompanyCommitment> company, List<GovernmentCommitment> government) {
        return new AgreementTerms(
                Money.yi("9"), Money.yi("8"), null, Area.mu("140"), List.of(), List.of(phase()), company, government);
    }

    private static AgreedPhase phase() {
        return new AgreedPhase(PHASE, Money.yi("9"), Area.mu("140"), null, null, null, null, null);
    }

    CourseScenario signed(CompanyCommitment... company) {
        return signed(List.of(company), List.of());
    }

    CourseScenario promised(GovernmentCommitment... government) {
        return signed(List.of(), List.of(government));
    }

    CourseScenario signed(List<CompanyCommitment> company, List<GovernmentCommitment> government) {
        LocalDate on = day("2021-03-26");
        versions = 1;
        events.add(new SigningEvent.AgreementSigned(
                SIGNING,
                PROJECT,
                "ZS-2021-0017",
                null,
                AgreementKind.FORMAL,
                "LC-2021-017",
                List.of(),
                terms(company, government),
                null,
                false,
                false,
                null,
                PARK,
                new StaffId(new UUID(1, 9)),
                List.of(),
                on));
        return told(new FollowUpEvent.FollowUpOpened(
                FOLLOW_UP, PROJECT, "ZS-2021-0017", SIGNING, 1, PARK, List.of(phase()), on));
    }

    CourseScenario amended(String on, CompanyCommitment... company) {
        return told(new SigningEvent.AgreementAmended(
                SIGNING, PROJECT, ++versions, null, terms(List.of(company), List.of()), List.of(), day(on)));
    }

    CourseScenario rescinded(String on) {
        return told(new SigningEvent.AgreementRescinded(SIGNING, PROJECT, PARK, day(on)));
    }

    CourseScenario recognised(Milestone milestone, String on) {
        return told(new FollowUpEvent.MilestoneRecognised(
                FOLLOW_UP, PROJECT, PHASE, milestone, null, null, false, null, List.of(), day(on)));
    }

    CourseScenario handedOver(String on) {
        return told(new FollowUpEvent.ElementDelivered(
                FOLLOW_UP, PROJECT, ElementKind.LAND, null, null, null, List.of(), day(on)));
    }

    CourseScenario invested(String month, String wan) {
        YearMonth of = YearMonth.parse(month);
        return told(new FollowUpEvent.MonthlyReturnFiled(
                FOLLOW_UP,
                PROJECT,
                PHASE,
                of,
                new MonthlyReturn(Money.wan("0"), Money.wan(wan), BigDecimal.TEN, null, null, List.of()),
                of.atEndOfMonth()));
    }

    CourseScenario taxed(String first, String last, String wan) {
        return told(new FollowUpEvent.ActualsReported(
                FOLLOW_UP,
                PROJECT,
                YearMonth.parse(first),
                YearMonth.parse(last),
                new EnterpriseActuals(null, null, Money.wan(wan), null, "税务"),
                YearMonth.parse(last).atEndOfMonth()));
    }

    CourseScenario assessed(String clause, String actual, CommitmentVerdict verdict, String on) {
        return told(
                new CommitmentAssessed(SIGNING, PROJECT, entry(), clause, actual, verdict, "审计报告", List.of(), day(on)));
    }

    CourseScenario waived(String clause, String on) {
        return told(new CommitmentWaived(SIGNING, PROJECT, clause, "纪要 3 号", List.of(), day(on)));
    }

    CourseScenario ordered(String clause, String on, String deadline) {
        return told(new RectificationOrdered(SIGNING, PROJECT, clause, "限期整改", day(deadline), List.of(), day(on)));
    }

    CourseScenario advanced(String clause, PromiseStep step, String on) {
        return told(new PromiseAdvanced(SIGNING, PROJECT, clause, step, null, List.of(), day(on)));
    }

    CourseScenario paid(String clause, String wan, String on) {
        return told(new PromisePaid(
                SIGNING, PROJECT, entry(), clause, Money.wan(wan), day(on).getYear(), "拨付凭证", List.of(), day(on)));
    }

    private EntryId entry() {
        return new EntryId(new UUID(2, ++entries));
    }

    CourseScenario told(DomainEvent event) {
        events.add(event);
        return this;
    }

    /** @return every line that stands on that day, as far as these events tell */
    static List<Stretch> on(List<DomainEvent> events, LocalDate day) {
        SiteFacts site = new SiteFacts();
        AgreementFacts agreement = new AgreementFacts(SIGNING);
        events.forEach(event -> {
            switch (event) {
                case SigningEvent e -> agreement.know(e);
                case CommitmentEvent e -> agreement.know(e);
                case FollowUpEvent e -> site.know(e);
                default -> throw new IllegalArgumentException();
            }
        });
        return new CommitmentCourse(agreement, site, 80)
                .stretches().stream()
                        .filter(stretch -> !stretch.from().isAfter(day)
                                && (stretch.to() == null || stretch.to().isAfter(day)))
                        .toList();
    }

    /** @return how the only line of that clause, or the last one, stands on a day */
    Standing on(String clause, String date) {
        return lines(clause, date).getLast();
    }

    List<Standing> lines(String clause, String date) {
        return on(events, day(date)).stream()
                .filter(stretch -> stretch.clause().equals(clause))
                .map(Stretch::standing)
                .toList();
    }
}
