package dev.wuwei.crm.projections.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.wuwei.crm.followup.ElementKind;
import dev.wuwei.crm.followup.FollowUpEvent;
import dev.wuwei.crm.projections.project.ProjectReadModel;
import dev.wuwei.crm.projections.support.AsOf;
import dev.wuwei.crm.projections.support.Page;
import dev.wuwei.crm.projections.support.ReadModel;
import dev.wuwei.crm.projections.support.Viewer;
import dev.wuwei.crm.projections.testing.ReadModelContract;
import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.signing.CommitmentEvent;
import dev.wuwei.crm.signing.CommitmentSide;
import dev.wuwei.crm.signing.CommitmentState;
import dev.wuwei.crm.signing.EntryId;
import dev.wuwei.crm.signing.PromiseStep;
import dev.wuwei.crm.testing.TestThresholds;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CommitmentReadModelTest extends ReadModelContract {
    private static final LocalDate TODAY = LocalDate.of(2023, 11, 30);
    private static final EntryId AUDIT = new EntryId(new UUID(5, 1));

    private CommitmentQuery query;

    CommitmentReadModelTest() {
        story.history.on("2023-11-25").by(story.head);
        story.history.record(new FollowUpEvent.ElementDelivered(
                story.foodFollowUp, story.food, ElementKind.LAND, null, null, "交地确认书", List.of(), day("2023-07-20")));
        story.history.on("2023-11-26");
        story.history.record(new CommitmentEvent.CommitmentAssessed(
                story.foodAgreement, story.food, AUDIT, "03", "210", null, "审计报告", List.of(), day("2023-10-31")));
        story.history.on("2023-11-27").because("看错了表");
        story.history.record(new CommitmentEvent.AssessmentWithdrawn(
                story.foodAgreement, story.food, AUDIT, "03", day("2023-10-31")));
        story.history.on("2023-11-28");
        story.history.record(new CommitmentEvent.PromiseAdvanced(
                story.foodAgreement, story.food, "21", PromiseStep.CLAIMED, null, List.of(), day("2023-06-10")));
        story.history.record(new CommitmentEvent.PromiseStepWithdrawn(
                story.foodAgreement, story.food, "21", PromiseStep.CLAIMED, day("2023-06-10")));
    }

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }

    @Override
    protected ReadModel model() {
        return new CommitmentReadModel(dataSource, new TestThresholds());
    }

    @Override
    protected List<ReadModel> others() {
        return List.of(new ProjectReadModel(dataSource, new TestThresholds()));
    }

    @BeforeEach
    void query() {
        query = new CommitmentQuery(jdbc);
    }

    private List<CommitmentView> food(AsOf asOf) {
        return query.of(story.food, asOf, Viewer.everything(), TODAY);
    }

    @Test
    void both_sides_are_held_against_what_happened() {
        assertThat(food(AsOf.NOW))
                .filteredOn(line -> line.state() != CommitmentState.SUPERSEDED)
                .extracting(CommitmentView::clause, CommitmentView::state, CommitmentView::daysLate)
                .contains(tuple("05", CommitmentState.MET, -11L), tuple("21", CommitmentState.HONOURED, 20L));
    }

    @Test
    void as_of_a_day_before_the_land_was_handed_over_the_promise_is_late_and_not_kept() {
        assertThat(food(AsOf.on(day("2023-07-19"))))
                .filteredOn(line -> line.side() == CommitmentSide.GOVERNMENT)
                .singleElement()
                .returns(CommitmentState.PROMISED, CommitmentView::state)
                .returns(19L, CommitmentView::daysLate)
                .returns(true, CommitmentView::isNotKept);
    }

    @Test
    void what_was_known_then_is_shown_as_it_was_known() {
        AsOf before = new AsOf(null, Instant.parse("2023-11-26T23:00:00Z"));
        assertThat(food(before))
                .filteredOn(line -> line.clause().equals("03") && line.frozenOn() == null)
                .singleElement()
                .returns("210", CommitmentView::actual);
        assertThat(query.records(story.food, before, Viewer.everything(), TODAY))
                .singleElement()
                .returns(AUDIT, CommitmentRecord::entryId);
        assertThat(query.records(story.food, AsOf.NOW, Viewer.everything(), TODAY))
                .isEmpty();
    }

    @Test
    void rates_open_to_their_lists() {
        var rates = query.fulfilment(CommitmentFilter.ALL, AsOf.NOW, Viewer.everything(), TODAY);
        for (CommitmentSide side : CommitmentSide.values()) {
            for (CommitmentFilter.Outcome outcome : CommitmentFilter.Outcome.values()) {
                Fulfilment rate = rates.get(side);
                var list = query.page(
                        CommitmentFilter.ALL.side(side).outcome(outcome),
                        Page.first(100),
                        AsOf.NOW,
                        Viewer.everything(),
                        TODAY);
                assertThat(list.total())
                        .as(side + " " + outcome)
                        .isEqualTo(
                                switch (outcome) {
                                    case KEPT -> rate.kept();
                                    case NOT_KEPT -> rate.notKept();
                                    case OPEN -> rate.open();
                                });
                assertThat(list.rows()).allMatch(line -> switch (outcome) {
                    case KEPT -> line.isKept();
                    case NOT_KEPT -> line.isNotKept();
                    case OPEN -> !line.isKept() && !line.isNotKept();
                });
            }
        }
        assertThat(rates.get(CommitmentSide.GOVERNMENT).rate()).isEqualByComparingTo("100.0");
    }

    @Test
    void another_park_sees_nothing() {
        Viewer elsewhere = new Viewer(null, Set.of(Role.LEADER), Set.of("nowhere"));
        assertThat(query.of(story.food, AsOf.NOW, elsewhere, TODAY)).isEmpty();
        assertThat(query.records(story.food, AsOf.NOW, elsewhere, TODAY)).isEmpty();
        assertThat(query.page(CommitmentFilter.ALL, Page.first(10), AsOf.NOW, elsewhere, TODAY)
                        .total())
                .isZero();
    }
}
