package dev.wuwei.crm.projections.project;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.wuwei.crm.negotiation.AdmissionOutcome;
import dev.wuwei.crm.negotiation.NegotiationEvent.AdmissionDecided;
import dev.wuwei.crm.negotiation.NegotiationEvent.ApprovalExpired;
import dev.wuwei.crm.platform.axon.EventNames;
import dev.wuwei.crm.platform.postgres.TestPostgres;
import dev.wuwei.crm.projections.project.ApprovalQuery.Approval;
import dev.wuwei.crm.projections.support.ReadModel;
import dev.wuwei.crm.projections.testing.History;
import dev.wuwei.crm.projections.testing.Story;
import dev.wuwei.crm.projections.timeline.ProjectHistory;
import dev.wuwei.crm.projections.timeline.TimelineReadModel;
import dev.wuwei.crm.testing.TestThresholds;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class ApprovalQueryTest {
    private static final EventNames NAMES = new EventNames();
    private static final LocalDate LAST_DAY = LocalDate.parse("2024-05-20");

    private final Story story = new Story();

    @Test
    void an_approval_has_ended_the_day_after_its_last_until_that_is_recorded() {
        story.history
                .on("2023-11-21")
                .record(new AdmissionDecided(
                        story.textileTalks,
                        story.textile,
                        story.textileReview,
                        AdmissionOutcome.APPROVED,
                        0,
                        List.of(),
                        null,
                        List.of(),
                        "纪要",
                        LAST_DAY,
                        LocalDate.parse("2023-11-20")));
        assertThat(endedBefore(LAST_DAY)).isEmpty();
        assertThat(endedBefore(LAST_DAY.plusDays(1)))
                .containsExactly(new Approval(story.textileTalks, story.textileReview));
        story.history
                .on("2024-05-21")
                .record(new ApprovalExpired(
                        story.textileTalks, story.textile, story.textileReview, LAST_DAY.plusDays(1)));
        assertThat(endedBefore(LAST_DAY.plusDays(1))).isEmpty();
    }

    private List<Approval> endedBefore(LocalDate day) {
        try (HikariDataSource dataSource = TestPostgres.migratedDataSource()) {
            for (ReadModel model : List.of(
                    new ProjectReadModel(dataSource, new TestThresholds()),
                    new TimelineReadModel(dataSource, story.history, NAMES))) {
                History.play(model, dataSource, story.history.entries(), 50);
            }
            JdbcClient jdbc = JdbcClient.create(dataSource);
            return new ApprovalQuery(jdbc, new ProjectHistory(jdbc, story.history, NAMES)).endedBefore(day);
        }
    }
}
