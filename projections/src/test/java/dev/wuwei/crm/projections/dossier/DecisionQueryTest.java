package dev.wuwei.crm.projections.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.wuwei.crm.followup.ElementKind;
import dev.wuwei.crm.followup.EnterpriseActuals;
import dev.wuwei.crm.followup.FollowUpEvent;
import dev.wuwei.crm.platform.axon.EventNames;
import dev.wuwei.crm.platform.postgres.TestPostgres;
import dev.wuwei.crm.projections.commitment.CommitmentQuery;
import dev.wuwei.crm.projections.commitment.CommitmentReadModel;
import dev.wuwei.crm.projections.dossier.DecisionReplay.Item;
import dev.wuwei.crm.projections.investor.InvestorQuery;
import dev.wuwei.crm.projections.investor.InvestorReadModel;
import dev.wuwei.crm.projections.ledger.PolicyQuery;
import dev.wuwei.crm.projections.lookback.LookBackQuery;
import dev.wuwei.crm.projections.project.ProjectQuery;
import dev.wuwei.crm.projections.project.ProjectReadModel;
import dev.wuwei.crm.projections.staff.StaffQuery;
import dev.wuwei.crm.projections.staff.StaffReadModel;
import dev.wuwei.crm.projections.support.AsOf;
import dev.wuwei.crm.projections.support.ReadModel;
import dev.wuwei.crm.projections.support.Viewer;
import dev.wuwei.crm.projections.testing.History;
import dev.wuwei.crm.projections.testing.Story;
import dev.wuwei.crm.projections.testing.TestLedger;
import dev.wuwei.crm.projections.timeline.ProjectHistory;
import dev.wuwei.crm.projections.timeline.TimelineReadModel;
import dev.wuwei.crm.shared.Area;
import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.signing.SigningEvent;
import dev.wuwei.crm.testing.TestCalendar;
import dev.wuwei.crm.testing.TestCountingRules;
import dev.wuwei.crm.testing.TestThresholds;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The story, whose agreement was entered as signed on March 26: corrected to March 16 first, to March 30 then. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DecisionQueryTest {
    private static final Viewer EVERYBODY = Viewer.everything();
    private static final LocalDate TODAY = LocalDate.parse("2023-11-30");

    private final Story story = new Story();
    private final EventMeta earlier;
    private HikariDataSource dataSource;
    private DossierQuery dossiers;
    private DecisionQuery query;

    DecisionQueryTest() {
        story.history.on("2023-11-24").by(story.head);
        story.history.record(new FollowUpEvent.ElementDelivered(
                story.foodFollowUp,
                story.food,
                ElementKind.LAND,
                Area.mu("40"),
                null,
                "交地确认书",
                List.of(),
                day("2023-07-20")));
        employs("2023-06", 60);
        employs("2023-10", 85);
        earlier = signedOn("2023-11-26", "2023-03-16");
        signedOn("2023-11-28", "2023-03-30");
    }

    private void employs(String month, int jobs) {
        YearMonth of = YearMonth.parse(month);
        story.history.record(new FollowUpEvent.ActualsReported(
                story.foodFollowUp,
                story.food,
                of,
                of,
                new EnterpriseActuals(null, null, null, jobs, "企业"),
                of.atEndOfMonth()));
    }

    private EventMeta signedOn(String entered, String day) {
        return story.history
                .on(entered)
                .because("与协议原件不符")
                .correcting(story.signed)
                .record(new SigningEvent.AgreementCorrected(
                        story.foodAgreement,
                        story.food,
                        "LQ-2023-006",
                        day(day),
                        null,
                        Story.FOOD,
                        true,
                        true,
                        day(day)));
    }

    @BeforeAll
    void open() {
        dataSource = TestPostgres.migratedDataSource();
        JdbcClient jdbc = JdbcClient.create(dataSource);
        EventNames names = new EventNames();
        TestThresholds thresholds = new TestThresholds();
        List<ReadModel> models = List.of(
                new TimelineReadModel(dataSource, story.history, names),
                new StaffReadModel(dataSource),
                new InvestorReadModel(dataSource),
                new ProjectReadModel(dataSource, thresholds),
                new CommitmentReadModel(dataSource, thresholds),
                TestLedger.model(dataSource, story.history));
        models.forEach(model -> History.play(model, dataSource, story.history.entries(), 7));
        CommitmentQuery commitments = new CommitmentQuery(jdbc);
        dossiers = new DossierQuery(
                jdbc,
                new ProjectHistory(jdbc, story.history, names),
                new ProjectQuery(jdbc, thresholds, new TestCalendar()),
                new InvestorQuery(jdbc),
                new StaffQuery(jdbc),
                commitments,
                new LookBackQuery(jdbc),
                thresholds,
                new TestCalendar(),
                day -> Optional.empty());
        query = new DecisionQuery(dossiers, commitments, new PolicyQuery(jdbc, TestCountingRules::standard));
    }

    @AfterAll
    void close() {
        dataSource.close();
    }

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }

    private DossierView.Agreement agreement(AsOf asOf) {
        return dossiers.find(story.food, asOf, EVERYBODY, TODAY)
                .orElseThrow()
                .agreement()
                .orElseThrow();
    }

    private String admission() {
        return DecisionQuery.idOf(dossiers.find(story.food, AsOf.NOW, EVERYBODY, TODAY)
                .orElseThrow()
                .reviews()
                .getFirst());
    }

    private String signature() {
        return DecisionQuery.idOf(agreement(AsOf.NOW).versions().getFirst());
    }

    private Optional<DecisionReplay> decision(String id, AsOf asOf, Viewer viewer) {
        return query.replay("ZS-2023-0001", id, asOf, viewer, TODAY);
    }

    private DecisionReplay decision(String id) {
        return decision(id, AsOf.NOW, EVERYBODY).orElseThrow();
    }

    private static List<Object> line(DecisionReplay replay, Item item) {
        return replay.since().stream()
                .filter(line -> line.item() == item)
                .findFirst()
                .map(line -> Arrays.asList(line.decided(), line.agreed(), line.actual()))
                .orElseThrow();
    }

    @Test
    void an_admission_opens_with_what_it_was_decided_on_and_what_has_become_of_it() {
        DecisionReplay replay = decision(admission());

        assertThat(replay.decidedOn()).isEqualTo(day("2023-03-10"));
        assertThat(replay.terms().version()).isEqualTo(2);
        assertThat(replay.review().opinions()).hasSize(2);
        assertThat(replay.review().decision().gatesVersion()).isEqualTo("gates@1");
        assertThat(replay.countingPolicy().policy().id()).isEqualTo("default@1");
        assertThat(replay.then().agreements()).as("nothing was signed then").isEmpty();
        assertThat(line(replay, Item.TOTAL_INVESTMENT).subList(0, 2))
                .as("decided on 9.6, amended to 10.2, which was corrected to 10.5")
                .containsExactly(Money.yi("9.6"), Money.yi("10.5"));
        assertThat(line(replay, Item.CONSTRUCTION_START).getLast()).isEqualTo(day("2023-08-20"));
    }

    @Test
    void what_has_happened_since_tells_of_fixed_assets_and_land_and_of_the_latest_jobs() {
        DecisionReplay replay = decision(admission());

        assertThat(line(replay, Item.FIXED_ASSETS))
                .containsExactly(Money.yi("3.5"), Money.yi("3.5"), Money.wan("8900"));
        assertThat(line(replay, Item.LAND).getLast()).isEqualTo(Area.mu("40"));
        assertThat(line(replay, Item.JOBS).getLast()).isEqualTo(85);
    }

    @Test
    void a_version_of_an_agreement_opens_as_it_was_signed_though_it_was_corrected_later() {
        assertThat(agreement(AsOf.NOW).inForce().terms().totalInvestment()).isEqualTo(Money.yi("10.5"));

        DecisionReplay signed = decision(signature());
        DecisionReplay amended = decision(DecisionQuery.idOf(agreement(AsOf.NOW).inForce()));

        assertThat(signed.version().terms().totalInvestment()).isEqualTo(Money.yi("9.6"));
        assertThat(signed.review().decision().outcome().isApproval())
                .as("the approval that it rests on")
                .isTrue();
        assertThat(amended.version().terms().totalInvestment()).isEqualTo(Money.yi("10.2"));
        assertThat(amended.agreement().versions()).hasSize(2);
        assertThat(line(amended, Item.TOTAL_INVESTMENT).subList(0, 2))
                .containsExactly(Money.yi("10.2"), Money.yi("10.5"));
        assertThat(line(signed, Item.CONSTRUCTION_START))
                .containsExactly(day("2023-08-31"), day("2023-08-31"), day("2023-08-20"));
    }

    @Test
    void a_signature_opens_as_of_the_day_that_was_believed_then_whatever_it_was_corrected_to() {
        for (AsOf asOf : List.of(new AsOf(null, earlier.recordedAt()), AsOf.NOW)) {
            assertThat(agreement(asOf).signedOn()).isNotEqualTo(day("2023-03-26"));

            DecisionReplay replay = decision(signature(), asOf, EVERYBODY).orElseThrow();

            assertThat(replay.decidedOn()).isEqualTo(day("2023-03-26"));
            assertThat(replay.asOf()).isEqualTo(new AsOf(day("2023-03-26"), story.signed.recordedAt()));
            assertThat(replay.agreement().signedOn()).isEqualTo(day("2023-03-26"));
            assertThat(replay.now().agreement().orElseThrow().signedOn())
                    .isEqualTo(agreement(asOf).signedOn());
        }
    }

    @Test
    void a_decision_that_there_is_not_or_that_is_not_ones_own_opens_nothing() {
        Viewer south = new Viewer(StaffId.next(), Set.of(Role.PROMOTER), Set.of("south"));

        assertThat(decision("no-such-decision", AsOf.NOW, EVERYBODY)).isEmpty();
        assertThat(decision(admission(), AsOf.NOW, south)).isEmpty();
    }
}
