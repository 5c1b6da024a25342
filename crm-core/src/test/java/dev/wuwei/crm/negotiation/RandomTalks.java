package dev.wuwei.crm.negotiation;

import static dev.wuwei.crm.negotiation.Given.ID;
import static dev.wuwei.crm.negotiation.Given.LEADER;
import static dev.wuwei.crm.negotiation.Given.MEMBER;
import static dev.wuwei.crm.negotiation.Given.OFFICER;
import static dev.wuwei.crm.negotiation.Given.OPENED_ON;
import static dev.wuwei.crm.negotiation.Given.agreed;
import static dev.wuwei.crm.negotiation.Given.negotiation;
import static dev.wuwei.crm.negotiation.Given.open;
import static dev.wuwei.crm.negotiation.Given.opened;
import static dev.wuwei.crm.negotiation.Given.round;
import static dev.wuwei.crm.negotiation.Given.termsOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wuwei.crm.negotiation.NegotiationActions.Situation;
import dev.wuwei.crm.negotiation.NegotiationCommand.AdvanceStage;
import dev.wuwei.crm.negotiation.NegotiationCommand.Appoint;
import dev.wuwei.crm.negotiation.NegotiationCommand.CorrectOpinion;
import dev.wuwei.crm.negotiation.NegotiationCommand.CorrectRound;
import dev.wuwei.crm.negotiation.NegotiationCommand.DecideAdmission;
import dev.wuwei.crm.negotiation.NegotiationCommand.Dismiss;
import dev.wuwei.crm.negotiation.NegotiationCommand.ExpireApproval;
import dev.wuwei.crm.negotiation.NegotiationCommand.GiveOpinion;
import dev.wuwei.crm.negotiation.NegotiationCommand.LogRound;
import dev.wuwei.crm.negotiation.NegotiationCommand.OverruleVeto;
import dev.wuwei.crm.negotiation.NegotiationCommand.RecordFairCompetitionReview;
import dev.wuwei.crm.negotiation.NegotiationCommand.ReopenNegotiation;
import dev.wuwei.crm.negotiation.NegotiationCommand.RequestAdmissionReview;
import dev.wuwei.crm.negotiation.NegotiationCommand.ResumeNegotiation;
import dev.wuwei.crm.negotiation.NegotiationCommand.ReturnToStage;
import dev.wuwei.crm.negotiation.NegotiationCommand.ReviseTerms;
import dev.wuwei.crm.negotiation.NegotiationCommand.ShelveNegotiation;
import dev.wuwei.crm.negotiation.NegotiationCommand.TerminateNegotiation;
import dev.wuwei.crm.negotiation.Terms.Incentive;
import dev.wuwei.crm.shared.Command;
import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.signing.AgreementKind;
import dev.wuwei.crm.signing.GovernmentCommitment;
import dev.wuwei.crm.signing.SigningCommand.SignAgreement;
import dev.wuwei.crm.signing.SigningCommand.UpgradeAgreement;
import dev.wuwei.crm.testing.AggregateScenario;
import dev.wuwei.crm.testing.TestDictionaries;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Sends commands at random to the decisions of one negotiation, keeps what was decided, and forgets what was refused. */
final class RandomTalks {
    /** @param before what the screens would have known when the command was sent */
    record Accepted(Command command, Situation before, List<NegotiationEvent> events) {}

    private static final List<String> TOPICS = List.of("用地", "用电", "税收");
    private static final List<StaffId> PEOPLE = List.of(OFFICER, LEADER, MEMBER);

    final NegotiationState state = new NegotiationState();
    final List<NegotiationEvent> history = new ArrayList<>();
    final List<Accepted> accepted = new ArrayList<>();

    private final AggregateScenario<Negotiation> ports = negotiation();
    private final TestGates gates = new TestGates();
    private final List<ReviewId> reviews = new ArrayList<>();
    private final List<RoundId> rounds = new ArrayList<>();
    private LocalDate today = OPENED_ON;
    private Random random;

    RandomTalks(List<Integer> choices) {
        store(List.of(Decided.of(opened())));
        choices.forEach(this::step);
    }

    private void step(int choice) {
        random = new Random(choice);
        today = today.plusDays(random.nextInt(30) == 0 ? 200 : random.nextInt(8));
        gates.measuring(random.nextInt(4) == 0 ? TestGates.MISSED : TestGates.PASSED);
        Command command = command();
        Situation before = situation();
        try {
            List<Decided> decided = decide(command);
            store(decided);
            accepted.add(new Accepted(
                    command, before, decided.stream().map(Decided::event).toList()));
        } catch (RuleViolated refused) {
            assertThat(refused.violations()).isNotEmpty();
        }
    }

    private void store(List<Decided> decided) {
        decided.forEach(one -> {
            state.on(one.event(), meta());
            history.add(one.event());
        });
    }

    private EventMeta meta() {
        return ports.on(today).meta();
    }

    Situation situation() {
        return new Situation(
                state.status(),
                state.stage(),
                state.termsVersion(),
                !state.preferentialClauses().isEmpty(),
                state.isApproved(today),
                state.hasAgreementInForce());
    }

    private Command command() {
        return switch (random.nextInt(32)) {
            case 0, 1 -> new AdvanceStage(ID, any(NegotiationStage.values()), day());
            case 2 -> new ReturnToStage(ID, any(NegotiationStage.values()), day(), "理由");
            case 3 -> new ShelveNegotiation(ID, today.plusDays(30), day(), "理由");
            case 4, 5 -> new ResumeNegotiation(ID, day());
            case 6 ->
                random.nextInt(8) == 0
                        ? new TerminateNegotiation(ID, TestDictionaries.TERMINATION_REASON.code(), day(), "理由")
                        : new ReopenNegotiation(ID, day(), "理由");
            case 7 -> new Appoint(ID, any(ProjectRole.values()), any(PEOPLE), day());
            case 8 -> new Dismiss(ID, ProjectRole.MEMBER, any(PEOPLE), day(), "理由");
            case 9, 10 -> new LogRound(ID, fresh(rounds, RoundId.next()), talks());
            case 11 -> new CorrectRound(ID, known(rounds, RoundId.next()), talks(), "理由");
            case 12, 13 -> new ReviseTerms(ID, state.termsVersion(), someTerms(), "说明", day());
            case 14, 15, 16 -> new RequestAdmissionReview(ID, fresh(reviews, ReviewId.next()), asked(), day());
            case 17, 18, 19, 20, 21 -> opinion();
            case 22 ->
                new CorrectOpinion(ID, review(), any(ReviewTopic.values()), OpinionVerdict.VETO, "不行", null, "理由");
            case 23 ->
                new OverruleVeto(
                        ID, review(), any(ReviewTopic.values()), TestDictionaries.REVIEW_BODY.code(), "纪要", day());
            case 24 ->
                new RecordFairCompetitionReview(
                        ID, TestDictionaries.REVIEW_BODY.code(), random.nextInt(4) > 0, "文号", day());
            case 25, 26, 27 -> decision();
            case 28 -> new ExpireApproval(ID, known(reviews, ReviewId.next()), day());
            case 29, 30 -> sign();
            default -> Papers.upgrade(any(AgreementKind.values()), day());
        };
    }

    private Command opinion() {
        OpinionVerdict verdict = random.nextInt(4) == 0 ? any(OpinionVerdict.values()) : OpinionVerdict.AGREE;
        ReviewTopic topic = state.review() == null
                ? any(ReviewTopic.values())
                : any(List.copyOf(state.review().opinions().keySet()));
        return new GiveOpinion(
                ID,
                review(),
                topic,
                verdict,
                "意见",
                verdict == OpinionVerdict.AGREE_WITH_CONDITIONS ? List.of("条件 " + random.nextInt(3)) : null,
                day());
    }

    private Command decision() {
        boolean heard = state.review() != null
                && state.review().opinions().values().stream().allMatch(opinion -> opinion.verdict() != null);
        AdmissionOutcome outcome = heard && random.nextInt(4) > 0
                ? AdmissionOutcome.APPROVED_WITH_CONDITIONS
                : any(AdmissionOutcome.values());
        return new DecideAdmission(
                ID,
                review(),
                outcome,
                outcome == AdmissionOutcome.APPROVED_WITH_CONDITIONS ? List.of("条件 9") : null,
                "纪要",
                day());
    }

    private Command sign() {
        List<GovernmentCommitment> government = random.nextInt(4) == 0 ? List.of(Papers.incentive()) : List.of();
        AgreementKind kind = random.nextInt(3) > 0 ? AgreementKind.FORMAL : any(AgreementKind.values());
        return Papers.sign(kind, day(), government);
    }

    private List<OpinionRequest> asked() {
        List<ReviewTopic> topics = new ArrayList<>(List.of(ReviewTopic.values()));
        Collections.shuffle(topics, random);
        return topics.subList(0, 1 + random.nextInt(2)).stream()
                .map(topic -> new OpinionRequest(topic, TestDictionaries.REVIEW_BODY.code(), null))
                .toList();
    }

    private Terms someTerms() {
        return termsOf(List.of(new Incentive("条款 " + random.nextInt(6), random.nextInt(3) == 0)));
    }

    private RoundDetails talks() {
        List<TopicPosition> positions = TOPICS.stream()
                .filter(topic -> random.nextBoolean())
                .map(topic -> random.nextInt(3) == 0 ? agreed(topic) : open(topic))
                .toList();
        return round(today.minusDays(random.nextInt(40)), positions.toArray(TopicPosition[]::new));
    }

    private List<Decided> decide(Command command) {
        EventMeta meta = meta();
        return switch (command) {
            case AdvanceStage c -> Steps.advance(state, c, meta);
            case ReturnToStage c -> Steps.goBack(state, c, meta);
            case ShelveNegotiation c -> Steps.shelve(state, c, meta);
            case ResumeNegotiation c -> Steps.resume(state, c, meta);
            case TerminateNegotiation c -> Steps.terminate(state, c, ports.dictionaries, meta);
            case ReopenNegotiation c -> Steps.reopen(state, c, meta);
            case Appoint c -> TeamAndPlan.appoint(state, c, ports.directory, meta);
            case Dismiss c -> TeamAndPlan.dismiss(state, c, meta);
            case LogRound c -> Talks.log(state, c, meta);
            case CorrectRound c -> Talks.correct(state, c, meta);
            case ReviseTerms c -> Talks.revise(state, c, meta);
            case RequestAdmissionReview c ->
                Admission.request(state, c, ports.dictionaries, ports.calendar, ports.thresholds, meta);
            case GiveOpinion c -> Admission.opine(state, c, meta);
            case CorrectOpinion c -> Admission.correct(state, c);
            case OverruleVeto c -> Admission.overrule(state, c, ports.dictionaries, meta);
            case RecordFairCompetitionReview c -> Admission.reviewFairCompetition(state, c, ports.dictionaries, meta);
            case DecideAdmission c -> Admission.decide(state, c, gates, ports.thresholds, meta);
            case ExpireApproval c -> Admission.expire(state, c, meta);
            case SignAgreement c -> {
                Signature.permit(state, c, meta);
                yield Signature.signed(state, c.signingId(), c.kind(), c.occurredOn());
            }
            case UpgradeAgreement c -> {
                Signature.permit(state, c, meta);
                yield Signature.signed(state, c.signingId(), c.kind(), c.occurredOn());
            }
            default -> throw new IllegalStateException("unexpected " + command);
        };
    }

    /** Mostly today, now and then an entry of some days ago. */
    private LocalDate day() {
        return random.nextInt(4) == 0 ? today.minusDays(random.nextInt(10)) : today;
    }

    private ReviewId review() {
        return state.review() == null
                ? known(reviews, ReviewId.next())
                : state.review().id();
    }

    private <T> T fresh(List<T> known, T id) {
        known.add(id);
        return id;
    }

    private <T> T known(List<T> known, T otherwise) {
        return known.isEmpty() ? otherwise : any(known);
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private <T> T any(T[] choices) {
        return choices[random.nextInt(choices.length)];
    }
}
