package dev.wuwei.crm.demo;

import dev.wuwei.crm.followup.FollowUpCommand;
import dev.wuwei.crm.followup.FollowUpId;
import dev.wuwei.crm.followup.MeetingId;
import dev.wuwei.crm.followup.MeetingKind;
import dev.wuwei.crm.followup.ResolutionDraft;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Meetings about projects of the demo park: some resolutions are done, some were extended, one was dropped, some wait. */
final class DemoMeetings {
    private static final int FIRST_PLACE = 135;

    private final DemoProject row;
    private final int seed;
    private final LocalDate lastDay;
    private final DemoStaff officer;
    private final DemoStaff leader;
    private final List<DemoFollowUpStep> steps = new ArrayList<>();

    private DemoMeetings(DemoProject row, LocalDate lastDay) {
        this.row = row;
        this.seed = row.index();
        this.lastDay = lastDay;
        officer = DemoStaff.of(row.text("officer"));
        leader = DemoStaff.of(row.text("leader"));
    }

    static List<DemoFollowUpStep> of(DemoProject row, LocalDate signed, LocalDate lastDay) {
        DemoMeetings meetings = new DemoMeetings(row, lastDay);
        if (meetings.seed % 3 == 2) {
            meetings.afterSigning(signed.plusDays(21));
        }
        if (row.has("start") && meetings.seed % 4 == 3) {
            meetings.onSite(row.date("start").plusDays(75));
        }
        return meetings.steps;
    }

    private void afterSigning(LocalDate day) {
        MeetingId meeting = MeetingId.next();
        LocalDate first = day.plusDays(15);
        LocalDate second = day.plusDays(30);
        hold(
                meeting,
                seed % 2 == 0 ? MeetingKind.SPECIAL : MeetingKind.COORDINATION,
                day,
                "管委会三楼会议室",
                "自然资源和规划局、住建局、生态环境局",
                row.text("project") + "开工前期手续与用地移交",
                List.of(
                        new ResolutionDraft("出具规划设计条件", "自然资源和规划局", DemoStaff.WUJI.id, first),
                        new ResolutionDraft("完成地面附着物清表", "所在镇政府", officer.id, second),
                        new ResolutionDraft("明确临时施工便道走向", "住建局", null, second)));
        fulfil(meeting, 1, first.plusDays(seed % 5 == 1 ? 8 : -2), "规划设计条件已出具");
        if (seed % 6 == 5) {
            LocalDate until = second.plusDays(20);
            add(
                    second.minusDays(2),
                    DemoStaff.FUZEREN,
                    id -> new FollowUpCommand.ExtendResolution(
                            id, meeting, 2, until, second.minusDays(2), "两户附着物补偿协议未签"));
            fulfil(meeting, 2, until.minusDays(3), "清表完成，已移交施工单位");
        } else {
            fulfil(meeting, 2, second.plusDays(3), "清表完成，已移交施工单位");
        }
        if (seed % 6 == 2) {
            add(
                    second,
                    DemoStaff.FUZEREN,
                    id -> new FollowUpCommand.DropResolution(id, meeting, 3, second, "企业改用既有道路进场"));
        } else {
            fulfil(meeting, 3, second.plusDays(1), "便道走向已确定并放线");
        }
    }

    private void onSite(LocalDate day) {
        MeetingId meeting = MeetingId.next();
        LocalDate due = day.plusDays(25);
        hold(
                meeting,
                MeetingKind.ON_SITE,
                day,
                "项目现场",
                "供电公司、供水公司、施工单位",
                "施工用电用水与进度节点",
                List.of(
                        new ResolutionDraft("10kV 施工电源接入", "供电公司", DemoStaff.FENGREN.id, due),
                        new ResolutionDraft("补充夜间施工降噪措施", row.text("company"), officer.id, due.plusDays(10))));
        fulfil(meeting, 1, due.plusDays(seed % 8 == 3 ? 6 : -4), "施工电源已送电");
        if (seed % 8 != 3) {
            fulfil(meeting, 2, due.plusDays(9), "降噪围挡已安装");
        }
    }

    private void hold(
            MeetingId meeting,
            MeetingKind kind,
            LocalDate day,
            String place,
            String units,
            String agenda,
            List<ResolutionDraft> resolutions) {
        add(
                day,
                officer,
                id -> new FollowUpCommand.HoldMeeting(
                        id,
                        meeting,
                        kind,
                        day,
                        place,
                        leader.id,
                        List.of(leader.present(), officer.present()),
                        units,
                        agenda,
                        resolutions,
                        null,
                        List.of()));
    }

    private void fulfil(MeetingId meeting, int number, LocalDate day, String outcome) {
        add(day, officer, id -> new FollowUpCommand.FulfilResolution(id, meeting, number, outcome, List.of(), day));
    }

    private void add(LocalDate on, DemoStaff by, Function<FollowUpId, FollowUpCommand> command) {
        if (on.isBefore(lastDay)) {
            steps.add(new DemoFollowUpStep(on, FIRST_PLACE + steps.size(), by, command));
        }
    }
}
