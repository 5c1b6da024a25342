package dev.wuwei.crm.negotiation;

import dev.wuwei.crm.investor.InvestorId;
import dev.wuwei.crm.lead.LeadId;
import dev.wuwei.crm.negotiation.NegotiationEvent.AdmissionDecided;
import dev.wuwei.crm.negotiation.NegotiationEvent.AdmissionReviewRequested;
import dev.wuwei.crm.negotiation.NegotiationEvent.AdmissionReviewRequested.RequestedOpinion;
import dev.wuwei.crm.negotiation.NegotiationEvent.NegotiationOpened;
import dev.wuwei.crm.negotiation.NegotiationEvent.NegotiationShelved;
import dev.wuwei.crm.negotiation.NegotiationEvent.NegotiationSigned;
import dev.wuwei.crm.negotiation.NegotiationEvent.NegotiationTerminated;
import dev.wuwei.crm.negotiation.NegotiationEvent.OpinionGiven;
import dev.wuwei.crm.negotiation.NegotiationEvent.RoundLogged;
import dev.wuwei.crm.negotiation.NegotiationEvent.StageAdvanced;
import dev.wuwei.crm.negotiation.NegotiationEvent.TermsRevised;
import dev.wuwei.crm.negotiation.Terms.Incentive;
import dev.wuwei.crm.shared.Area;
import dev.wuwei.crm.shared.DomainEvent;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.OfficialLevel;
import dev.wuwei.crm.shared.OurPerson;
import dev.wuwei.crm.shared.PersonId;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.shared.ProjectKind;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.shared.TheirPerson;
import dev.wuwei.crm.signing.SigningId;
import dev.wuwei.crm.testing.AggregateScenario;
import dev.wuwei.crm.testing.TestDictionaries;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One negotiation and how far it has come. Today is 2026-06-15, a Monday. */
final class Given {
    static final NegotiationId ID = NegotiationId.of("018f0000-0000-7000-8000-000000000001");
    static final ProjectId PROJECT = ProjectId.of("018f0000-0000-7000-8000-000000000002");
    static final ReviewId REVIEW = ReviewId.of("018f0000-0000-7000-8000-000000000003");
    static final RoundId ROUND = RoundId.of("018f0000-0000-7000-8000-000000000004");
    static final SigningId SIGNING = SigningId.of("018f0000-0000-7000-8000-000000000005");
    static final StaffId OFFICER = StaffId.of("018f0000-0000-7000-8000-000000000006");
    static final StaffId LEADER = StaffId.of("018f0000-0000-7000-8000-000000000007");
    static final StaffId MEMBER = StaffId.of("018f0000-0000-7000-8000-000000000008");
    static final PersonId CONTACT = PersonId.of("018f0000-0000-7000-8000-000000000009");

    static final LocalDate TODAY = AggregateScenario.TODAY;
    static final LocalDate OPENED_ON = LocalDate.of(2026, 4, 1);
    static final LocalDate TERMS_ON = LocalDate.of(2026, 5, 6);
    static final LocalDate REQUESTED_ON = LocalDate.of(2026, 5, 20);
    static final LocalDate OPINION_ON = LocalDate.of(2026, 5, 25);
    static final LocalDate DECIDED_ON = LocalDate.of(2026, 5, 29);
    static final LocalDate EXPIRES_ON = DECIDED_ON.plusDays(180);

    private Given() {}

    static AggregateScenario<Negotiation> negotiation() {
        return negotiation(new TestGates());
    }

    static AggregateScenario<Negotiation> negotiation(TestGates gates) {
        AggregateScenario<Negotiation> negotiation =
                AggregateScenario.of(Negotiation.class).with(gates);
        negotiation.directory.withStaff(OFFICER, LEADER, MEMBER);
        return negotiation;
    }

    static NegotiationOpened opened() {
        return new NegotiationOpened(
                ID,
                PROJECT,
                "ZS-2026-0042",
                LeadId.of("018f0000-0000-7000-8000-00000000000a"),
                InvestorId.of("018f0000-0000-7000-8000-00000000000b"),
                "光伏组件项目",
                TestDictionaries.PARK,
                TestDictionaries.INDUSTRY,
                TestDictionaries.GBT4754,
                ProjectKind.NEWLY_INTRODUCED,
                Money.yi("5"),
                Area.mu("150"),
                OFFICER,
                OPENED_ON);
    }

    static List<DomainEvent> atTerms() {
        return after(
                List.of(opened()),
                advanced(NegotiationStage.FIRST_CONTACT, NegotiationStage.TERMS, TERMS_ON),
                revised(1, terms()));
    }

    /** With a preferential clause on the table. */
    static List<DomainEvent> atPreferentialTerms() {
        return after(
                List.of(opened()),
                advanced(NegotiationStage.FIRST_CONTACT, NegotiationStage.TERMS, TERMS_ON),
                revised(1, preferentialTerms()));
    }

    /** Environment and safety are asked. */
    static List<DomainEvent> inReview() {
        return after(
                atTerms(), requested(), advanced(NegotiationStage.TERMS, NegotiationStage.IN_REVIEW, REQUESTED_ON));
    }

    static List<DomainEvent> approved() {
        return approved(List.of());
    }

    static List<DomainEvent> approved(List<String> conditions) {
        return approvedFrom(atTerms(), conditions);
    }

    static List<DomainEvent> approvedFrom(List<DomainEvent> atTerms, List<String> conditions) {
        return after(
                atTerms,
                requested(),
                advanced(NegotiationStage.TERMS, NegotiationStage.IN_REVIEW, REQUESTED_ON),
                opinion(ReviewTopic.ENVIRONMENT, OpinionVerdict.AGREE),
                opinion(ReviewTopic.SAFETY, OpinionVerdict.AGREE),
                decided(
                        conditions.isEmpty() ? AdmissionOutcome.APPROVED : AdmissionOutcome.APPROVED_WITH_CONDITIONS,
                        conditions),
                advanced(NegotiationStage.IN_REVIEW, NegotiationStage.READY_TO_SIGN, DECIDED_ON));
    }

    static List<DomainEvent> signed() {
        return after(
                approved(),
                new NegotiationSigned(ID, PROJECT, SIGNING, DECIDED_ON.plusDays(3)),
                advanced(NegotiationStage.READY_TO_SIGN, NegotiationStage.SIGNED, DECIDED_ON.plusDays(3)));
    }

    static List<DomainEvent> shelved() {
        return after(atTerms(), new NegotiationShelved(ID, PROJECT, TODAY.plusDays(60), TERMS_ON.plusDays(7)));
    }

    static List<DomainEvent> terminated() {
        return after(
                atTerms(),
                new NegotiationTerminated(ID, PROJECT, TestDictionaries.TERMINATION_REASON, TERMS_ON.plusDays(7)));
    }

    static List<DomainEvent> after(List<? extends DomainEvent> history, DomainEvent... more) {
        List<DomainEvent> all = new ArrayList<>(history);
        all.addAll(Arrays.asList(more));
        return all;
    }

    static StageAdvanced advanced(NegotiationStage from, NegotiationStage to, LocalDate on) {
        return new StageAdvanced(ID, PROJECT, from, to, on);
    }

    static TermsRevised revised(int version, Terms terms) {
        return new TermsRevised(ID, PROJECT, version, terms, null, TERMS_ON);
    }

    static AdmissionReviewRequested requested() {
        return new AdmissionReviewRequested(
                ID,
                PROJECT,
                REVIEW,
                1,
                List.of(
                        new RequestedOpinion(
                                ReviewTopic.ENVIRONMENT, TestDictionaries.REVIEW_BODY, REQUESTED_ON.plusDays(7)),
                        new RequestedOpinion(
                                ReviewTopic.SAFETY, TestDictionaries.REVIEW_BODY, REQUESTED_ON.plusDays(7))),
                REQUESTED_ON);
    }

    static OpinionGiven opinion(ReviewTopic topic, OpinionVerdict verdict, String... conditions) {
        return new OpinionGiven(ID, PROJECT, REVIEW, topic, verdict, "意见", List.of(conditions), OPINION_ON);
    }

    static AdmissionDecided decided(AdmissionOutcome outcome, List<String> conditions) {
        return new AdmissionDecided(
                ID,
                PROJECT,
                REVIEW,
                outcome,
                1,
                TestGates.PASSED,
                "gates@7",
                conditions,
                "会议纪要〔2026〕5 号",
                outcome.isApproval() ? EXPIRES_ON : null,
                DECIDED_ON);
    }

    static Terms terms() {
        return termsOf(List.of(new Incentive("技改补助按普惠政策", false)));
    }

    static Terms preferentialTerms() {
        return termsOf(List.of(new Incentive("设备投资奖补 3%", true)));
    }

    static Terms termsOf(List<Incentive> incentives) {
        return new Terms(
                Money.yi("5"),
                Money.yi("3.5"),
                Area.mu("150"),
                null,
                new BigDecimal("1.2"),
                new BigDecimal("320"),
                new BigDecimal("300"),
                new BigDecimal("8"),
                200,
                LocalDate.of(2026, 10, 1),
                LocalDate.of(2027, 10, 1),
                LocalDate.of(2028, 1, 1),
                LocalDate.of(2029, 1, 1),
                LocalDate.of(2030, 1, 1),
                incentives);
    }

    static RoundDetails round(LocalDate on, TopicPosition... positions) {
        return new RoundDetails(
                on,
                "招商中心",
                List.of(new OurPerson(OFFICER, OfficialLevel.SECTION)),
                List.of(new TheirPerson(CONTACT, "丁总", "总经理")),
                "谈用地与用电",
                List.of(positions),
                "报送方案",
                on.plusDays(14),
                List.of());
    }

    static RoundLogged logged(RoundId id, int number, RoundDetails round, TopicPosition... carriedOver) {
        return new RoundLogged(ID, PROJECT, id, number, round, List.of(carriedOver), round.occurredOn());
    }

    static TopicPosition open(String topic) {
        return new TopicPosition(topic, "要求", "回应", null, true);
    }

    static TopicPosition agreed(String topic) {
        return new TopicPosition(topic, "要求", "回应", "达成一致", false);
    }
}
