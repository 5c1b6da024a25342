package dev.wuwei.crm.reminder;

import dev.wuwei.crm.reminder.ReminderCommand.RaiseReminder;
import dev.wuwei.crm.reminder.ReminderEvent.ReminderRaised;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.testing.AggregateScenario;
import java.time.LocalDate;
import java.util.UUID;

/** {@link AggregateScenario#SENDER} is reminded on 10 June 2026 of a construction start agreed for the 1st. */
final class ReminderExamples {
    static final StaffId MINE = AggregateScenario.SENDER;
    static final StaffId ANOTHER = new StaffId(new UUID(0x7000L, 0x91));
    static final ProjectId PROJECT = new ProjectId(new UUID(0x7000L, 0x92));
    static final LocalDate DUE_ON = LocalDate.of(2026, 6, 1);
    static final LocalDate RAISED_ON = LocalDate.of(2026, 6, 10);
    static final ReminderId REMINDER = id(MINE);

    private ReminderExamples() {}

    static ReminderId id(StaffId recipient) {
        return ReminderId.about(recipient, ReminderKind.MILESTONE, PROJECT, "一期|CONSTRUCTION_START", DUE_ON, true);
    }

    static RaiseReminder raise(StaffId recipient) {
        return RaiseReminder.about(
                recipient,
                ReminderKind.MILESTONE,
                PROJECT,
                "ZS-2026-0007",
                "华安铝业",
                "wuxi",
                "一期|CONSTRUCTION_START",
                DUE_ON,
                RAISED_ON);
    }

    static ReminderRaised raised(StaffId recipient) {
        return new ReminderRaised(
                id(recipient),
                recipient,
                ReminderKind.MILESTONE,
                PROJECT,
                "ZS-2026-0007",
                "华安铝业",
                "wuxi",
                "一期|CONSTRUCTION_START",
                DUE_ON,
                true,
                RAISED_ON);
    }
}
