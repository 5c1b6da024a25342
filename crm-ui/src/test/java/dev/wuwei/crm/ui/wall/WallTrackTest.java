package dev.wuwei.crm.ui.wall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.wuwei.crm.followup.BackSchedule;
import dev.wuwei.crm.followup.Light;
import dev.wuwei.crm.followup.LightReason;
import dev.wuwei.crm.followup.LightVerdict;
import dev.wuwei.crm.followup.PhaseState;
import dev.wuwei.crm.followup.PlannedStep;
import dev.wuwei.crm.followup.ScheduleStep;
import dev.wuwei.crm.followup.StepForecast;
import dev.wuwei.crm.projections.dossier.DossierView.Schedule;
import dev.wuwei.crm.projections.ledger.FiveGapsQuery.PhaseView;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.WorkingCalendar;
import dev.wuwei.crm.testing.TestCalendar;
import dev.wuwei.crm.ui.wall.WallTrack.Kind;
import dev.wuwei.crm.ui.wall.WallTrack.Mark;
import dev.wuwei.crm.ui.wall.WallTrack.Stretch;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WallTrackTest {
    private static final LocalDate TODAY = LocalDate.parse("2023-11-30");
    private static final Stretch STRETCH = Stretch.around(TODAY);

    @Test
    void the_stretch_goes_from_five_months_back_to_six_ahead() {
        assertThat(STRETCH.first()).hasToString("2023-06");
        assertThat(STRETCH.at(LocalDate.parse("2023-06-01"))).isZero();
        assertThat(STRETCH.at(LocalDate.parse("2020-01-01"))).isZero();
        assertThat(STRETCH.at(LocalDate.parse("2024-06-01"))).isEqualTo(100);
        assertThat(STRETCH.at(LocalDate.parse("2023-12-01"))).isCloseTo(50, within(0.1));
    }

    @Test
    void a_project_not_started_in_time_is_late_from_the_agreed_start_to_today() {
        WallTrack track =
                track(PhaseState.SIGNED, 91, dates("2023-08-31", "2024-05-20", "2024-08-01", null, null), dates());

        assertThat(track.bars()).extracting(WallTrack.Bar::kind).containsExactly(Kind.PLAN, Kind.LATE);
        assertThat(track.bars().getLast().from()).isEqualTo(STRETCH.at(LocalDate.parse("2023-08-31")));
        assertThat(track.bars().getLast().to()).isEqualTo(STRETCH.at(TODAY));
        assertThat(track.marks()).extracting(Mark::recognised).containsExactly(false, false);
    }

    @Test
    void a_site_under_construction_is_done_up_to_today() {
        WallTrack track = track(
                PhaseState.STARTED,
                0,
                dates("2023-09-01", "2024-05-01", "2024-08-01", null, null),
                dates("2023-09-18"));

        assertThat(track.bars()).extracting(WallTrack.Bar::kind).containsExactly(Kind.PLAN, Kind.DONE);
        assertThat(track.bars().getLast().to()).isEqualTo(STRETCH.at(TODAY));
        assertThat(track.marks()).extracting(Mark::recognised).containsExactly(true, false);
    }

    @Test
    void what_produces_is_done_up_to_the_production_start_whatever_it_skipped() {
        WallTrack track = track(
                PhaseState.PRODUCING,
                0,
                dates(null, null, "2023-10-10", "2024-07-01", null),
                dates("2023-06-15", null, "2023-10-01"));

        assertThat(track.bars().getLast().kind()).isEqualTo(Kind.DONE);
        assertThat(track.bars().getLast().to()).isEqualTo(STRETCH.at(LocalDate.parse("2023-10-01")));
    }

    @Test
    void a_phase_without_any_date_draws_nothing() {
        WallTrack track = track(PhaseState.SIGNED, 0, dates(), dates());

        assertThat(track.bars()).isEmpty();
        assertThat(track.marks()).isEmpty();
    }

    private static List<LocalDate> dates(String... dates) {
        return Arrays.stream(Arrays.copyOf(dates, 5))
                .map(date -> date == null ? null : LocalDate.parse(date))
                .toList();
    }

    @Test
    void the_steps_that_lead_to_production_stand_by_their_latest_days_and_say_what_is_late() {
        ScheduleStep permit = step("permit", 20, List.of());
        ScheduleStep water = step("water", 5, List.of("permit"));
        ScheduleStep building = step("building", 60, List.of("permit"));
        ScheduleStep trial = step("trial", 20, List.of("building", "water"));
        WorkingCalendar calendar = new TestCalendar();
        LocalDate production = LocalDate.parse("2024-02-29");
        List<PlannedStep> plan = BackSchedule.of(List.of(permit, water, building, trial), production, calendar);
        Schedule schedule = new Schedule(
                "一期",
                new Coded("new-land", "新建用地"),
                1,
                production,
                null,
                plan,
                StepForecast.of(plan, Map.of(), TODAY, calendar));

        WallTrack track = WallTrack.of(
                phase(PhaseState.SIGNED, 0, dates("2023-12-01", null, null, null, null), dates()),
                schedule,
                STRETCH,
                TODAY);

        assertThat(track.steps()).extracting(WallTrack.Step::name).containsExactly("permit", "building", "trial");
        assertThat(track.steps())
                .allMatch(step -> step.state() == StepForecast.State.OPEN)
                .allMatch(step -> step.daysLate() > 0)
                .allMatch(step -> step.to() > step.from());
    }

    private static ScheduleStep step(String code, int days, List<String> after) {
        return new ScheduleStep(new Coded(code, code), days, 0, after, null, null, null);
    }

    private static WallTrack track(PhaseState state, int late, List<LocalDate> agreed, List<LocalDate> recognised) {
        return WallTrack.of(phase(state, late, agreed, recognised), null, STRETCH, TODAY);
    }

    private static PhaseView phase(PhaseState state, int late, List<LocalDate> agreed, List<LocalDate> recognised) {
        LocalDate due = late == 0 ? null : TODAY.minusDays(late);
        return new PhaseView(
                null,
                "ZS-2023-0001",
                "",
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
                "一期",
                true,
                state,
                state,
                state,
                null,
                null,
                false,
                false,
                null,
                due,
                false,
                late,
                null,
                null,
                null,
                null,
                agreed,
                recognised,
                null,
                new LightVerdict(
                        late == 0
                                ? List.of()
                                : List.of(new LightReason(LightReason.Kind.MILESTONE_LATE, Light.RED, late)),
                        false),
                null,
                null);
    }
}
