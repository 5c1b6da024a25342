package dev.wuwei.crm.projections.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.wuwei.crm.platform.axon.EventNames;
import dev.wuwei.crm.projections.project.ProjectReadModel;
import dev.wuwei.crm.projections.support.AsOf;
import dev.wuwei.crm.projections.support.ReadModel;
import dev.wuwei.crm.projections.support.Viewer;
import dev.wuwei.crm.projections.testing.ReadModelContract;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.OfficialLevel;
import dev.wuwei.crm.shared.OurPerson;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.testing.TestThresholds;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TimelineReadModelTest extends ReadModelContract {
    private static final EventNames NAMES = new EventNames();
    private static final Viewer EVERYBODY = Viewer.everything();
    private TimelineQuery query;

    @Override
    protected ReadModel model() {
        return new TimelineReadModel(dataSource, story.history, NAMES);
    }

    @Override
    protected List<ReadModel> others() {
        return List.of(new ProjectReadModel(dataSource, new TestThresholds()));
    }

    @BeforeEach
    void query() {
        query = new TimelineQuery(jdbc, story.history, NAMES);
    }

    private List<TimelineEntry> history(ProjectId project) {
        return query.history(project, HistoryFilter.ALL, HistoryOrder.RECORDED, null, 1000, EVERYBODY, AsOf.NOW);
    }

    private TimelineEntry at(long position) {
        return history(story.food).stream()
                .filter(entry -> entry.position() == position)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_correction_shows_what_was_and_what_is_and_marks_what_it_corrects() {
        TimelineEntry correction = at(story.visitCorrected.position());
        assertThat(correction.changes())
                .containsExactly(new FieldChange(
                        "ourPeople",
                        null,
                        FieldKind.OUR_PEOPLE,
                        List.of(new OurPerson(story.leader, OfficialLevel.COUNTY_LEADER)),
                        List.of(new OurPerson(story.head, OfficialLevel.SECTION))));
        assertThat(correction.reason()).isEqualTo("参加人选错");
        assertThat(correction.corrects()).isTrue();
        assertThat(correction.daysLate()).isZero();

        TimelineEntry corrected = at(story.visitLogged.position());
        assertThat(corrected.correctedBy()).isEqualTo(correction.position());
        assertThat(corrected.daysLate()).isEqualTo(12);
        assertThat(corrected.changes())
                .contains(new FieldChange("nextContactOn", null, FieldKind.DATE, null, LocalDate.parse("2023-01-28")));
    }

    @Test
    void an_amendment_shows_amounts_and_dates_that_moved_and_nothing_else() {
        TimelineEntry amendment = history(story.food).stream()
                .filter(entry -> entry.name().equals("signing.AgreementAmended"))
                .findFirst()
                .orElseThrow();
        assertThat(amendment.changes())
                .extracting(FieldChange::field, FieldChange::item, FieldChange::before, FieldChange::after)
                .contains(
                        tuple("totalInvestment", null, Money.yi("9.6"), Money.yi("10.2")),
                        tuple("phases.completeBy", "二期", LocalDate.parse("2024-06-30"), LocalDate.parse("2024-12-31")));
        assertThat(amendment.changes())
                .extracting(FieldChange::field)
                .doesNotContain("contractNo", "phases.startBy", "companyCommitments.value");
        assertThat(amendment.fact("contractNo")).isEqualTo("LQ-2023-006-B1");
    }

    @Test
    void a_milestone_taken_back_leaves_nothing() {
        TimelineEntry withdrawn = history(story.food).stream()
                .filter(entry -> entry.name().equals("followup.MilestoneWithdrawn"))
                .findFirst()
                .orElseThrow();
        assertThat(withdrawn.changes())
                .contains(new FieldChange(
                        "reportedOn", "CONSTRUCTION_START", FieldKind.DATE, LocalDate.parse("2023-09-15"), null));
        assertThat(withdrawn.corrects()).isTrue();
    }

    @Test
    void every_event_is_there_once() {
        assertThat(query.feed(0, 1000, EVERYBODY))
                .extracting(TimelineEntry::position)
                .isEqualTo(story.history.entries().stream()
                        .map(entry -> entry.meta().position())
                        .toList());
        assertThat(query.feed(3, 2, EVERYBODY))
                .extracting(TimelineEntry::position)
                .containsExactly(4L, 5L);
    }

    @Test
    void one_who_looked_at_a_thing_is_told_what_became_of_it_since() {
        List<TimelineEntry> all = history(story.food);
        UUID signing = all.stream()
                .filter(entry -> entry.name().equals("signing.AgreementAmended"))
                .findFirst()
                .orElseThrow()
                .aggregateId();
        long last = query.lastSequence(signing);

        assertThat(query.behind(signing, last, 10, EVERYBODY)).isEmpty();
        assertThat(query.behind(signing, last - 2, 10, EVERYBODY))
                .extracting(TimelineEntry::aggregateId, TimelineEntry::sequence)
                .containsExactly(tuple(signing, last), tuple(signing, last - 1));
        assertThat(query.lastSequence(UUID.randomUUID())).isEqualTo(-1);
        Viewer elsewhere = new Viewer(StaffId.next(), Set.of(Role.PROMOTER), Set.of("NO-SUCH-PARK"));
        assertThat(query.behind(signing, -1, 10, elsewhere)).isEmpty();
    }

    @Test
    void no_personal_data_ever_gets_in() {
        assertThat(jdbc.sql("select string_agg(t::text, '') from timeline t")
                        .query(String.class)
                        .single())
                .doesNotContain("段辰", "武巳", "石午", "13812340000", "13912345678", "duan@example.com")
                .contains(story.erased.toString());
    }

    @Test
    void history_is_counted_for_its_filters() {
        HistorySummary summary = query.summary(story.food, EVERYBODY, AsOf.NOW);
        assertThat(summary.total()).isEqualTo(history(story.food).size());
        assertThat(summary.earliest()).isEqualTo(LocalDate.parse("2023-01-05"));
        assertThat(summary.corrections()).isEqualTo(6);
        assertThat(summary.amountChanges()).isEqualTo(5);
        assertThat(summary.byTopic().values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(summary.total());
        assertThat(query.history(
                        story.food,
                        HistoryFilter.ALL.only(true, false, false),
                        HistoryOrder.OCCURRED,
                        null,
                        100,
                        EVERYBODY,
                        AsOf.NOW))
                .hasSize(6);
    }

    @Test
    void pages_follow_each_other_without_gap_or_overlap() {
        for (HistoryOrder order : HistoryOrder.values()) {
            List<TimelineEntry> paged = new ArrayList<>();
            HistoryCursor cursor = null;
            List<TimelineEntry> page;
            do {
                page = query.history(story.food, HistoryFilter.ALL, order, cursor, 7, EVERYBODY, AsOf.NOW);
                paged.addAll(page);
                cursor = page.isEmpty() ? null : HistoryCursor.behind(page.getLast());
            } while (!page.isEmpty());
            assertThat(paged)
                    .extracting(TimelineEntry::position)
                    .isEqualTo(
                            query
                                    .history(story.food, HistoryFilter.ALL, order, null, 1000, EVERYBODY, AsOf.NOW)
                                    .stream()
                                    .map(TimelineEntry::position)
                                    .toList())
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void what_was_corrected_later_was_not_yet_known_to_be_wrong() {
        Instant between = story.visitCorrected.recordedAt().minusSeconds(3600);
        List<TimelineEntry> then = query.history(
                story.food, HistoryFilter.ALL, HistoryOrder.RECORDED, null, 100, EVERYBODY, new AsOf(null, between));
        assertThat(then.getFirst().position()).isEqualTo(story.visitLogged.position());
        assertThat(then.getFirst().correctedBy()).isNull();
    }

    @Test
    void a_field_knows_its_past() {
        assertThat(query.past(story.food, "totalInvestment", null, EVERYBODY, AsOf.NOW))
                .extracting(past -> past.name(), past -> past.change().after())
                .startsWith(
                        tuple("signing.AmountCorrected", Money.yi("10.5")),
                        tuple("signing.AgreementAmended", Money.yi("10.2")),
                        tuple("signing.AgreementSigned", Money.yi("9.6")));
    }

    @Test
    void a_park_sees_its_own_projects_and_no_accounts() {
        Viewer south = new Viewer(StaffId.next(), Set.of(Role.PROMOTER), Set.of("south"));
        assertThat(query.history(story.food, HistoryFilter.ALL, HistoryOrder.RECORDED, null, 10, south, AsOf.NOW))
                .isEmpty();
        assertThat(query.summary(story.food, south, AsOf.NOW).total()).isZero();
        assertThat(query.past(story.food, "totalInvestment", null, south, AsOf.NOW))
                .isEmpty();
        assertThat(query.audit(HistoryFilter.ALL, HistoryOrder.RECORDED, null, 1000, south))
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(
                                entry.projectId() == null
                                        ? entry.capability().equals("investor")
                                        : entry.projectId().equals(story.textile))
                        .isTrue());
        assertThat(query.feed(0, 1000, south)).noneMatch(entry -> story.food.equals(entry.projectId()));
        Viewer onTheTeam = new Viewer(story.promoter, Set.of(Role.PROMOTER), Set.of("south"));
        assertThat(query.history(story.food, HistoryFilter.ALL, HistoryOrder.RECORDED, null, 10, onTheTeam, AsOf.NOW))
                .isNotEmpty();
    }

    @Test
    void the_audit_is_filtered_by_who_what_and_when() {
        HistoryFilter filter = HistoryFilter.ALL
                .withRecordedBy(story.head)
                .withNames(Set.of("signing.AmountCorrected", "signing.ArrivedCapitalCorrected"));
        assertThat(query.audit(filter, HistoryOrder.RECORDED, null, 10, EVERYBODY))
                .extracting(TimelineEntry::name)
                .containsExactly("signing.AmountCorrected", "signing.ArrivedCapitalCorrected");
        assertThat(query.auditCount(filter, EVERYBODY, 1000)).isEqualTo(2);
        assertThat(query.names())
                .contains("lead.VisitLogged", "staff.AccountOpened")
                .isSorted();
    }
}
