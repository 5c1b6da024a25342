package dev.wuwei.crm.signing;

import static dev.wuwei.crm.signing.SigningExamples.*;
import static dev.wuwei.crm.testing.AggregateScenario.SENDER;
import static dev.wuwei.crm.testing.AggregateScenario.TODAY;
import static dev.wuwei.crm.testing.TestDictionaries.PARK;

import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.signing.SigningCommand.MoveCredit;
import dev.wuwei.crm.signing.SigningEvent.CreditMoved;
import dev.wuwei.crm.staff.TeamId;
import dev.wuwei.crm.testing.AggregateScenario;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class MoveCreditTest {
    private static final LocalDate ON = LocalDate.of(2026, 5, 8);
    private static final StaffId OTHER = StaffId.next();
    private static final TeamId TEAM = TeamId.next();

    private final AggregateScenario<Signing> agreement = agreement().given(signed());

    MoveCreditTest() {
        agreement.directory.withStaff(OTHER).withTeam(TEAM, "招商一科", PARK);
    }

    private static MoveCredit move(StaffId owner, TeamId team, LocalDate on) {
        return new MoveCredit(SIGNING, owner, team, on, "工作调整");
    }

    @Test
    void emits_new_owner_and_the_name_of_the_team() {
        agreement.when(move(OTHER, TEAM, ON)).emits(new CreditMoved(SIGNING, PROJECT, OTHER, TEAM, "招商一科", ON));
    }

    @Test
    void emits_owner_without_team() {
        agreement.when(move(OTHER, null, ON)).emits(new CreditMoved(SIGNING, PROJECT, OTHER, null, null, ON));
    }

    @Test
    void rejects_owner_who_has_it_already() {
        agreement.when(move(SENDER, null, ON)).rejects(SigningRule.SAME_OWNER);
        agreement
                .given(signed(), new CreditMoved(SIGNING, PROJECT, OTHER, TEAM, "招商一科", ON))
                .when(move(OTHER, TEAM, ON))
                .rejects(SigningRule.SAME_OWNER);
    }

    @Test
    void rejects_strangers_and_unknown_teams() {
        agreement.when(move(StaffId.next(), null, ON)).rejects(SigningRule.UNKNOWN_OWNER);
        agreement.when(move(OTHER, TeamId.next(), ON)).rejects(SigningRule.UNKNOWN_TEAM);
        agreement.when(move(null, TEAM, ON)).rejectsAt("owner", SharedRule.REQUIRED);
    }

    @Test
    void rejects_dates_and_missing_reason() {
        agreement.when(move(OTHER, TEAM, TODAY.plusDays(1))).rejects(SharedRule.IN_FUTURE);
        agreement.when(move(OTHER, TEAM, SIGNED_ON.minusDays(1))).rejects(SigningRule.BEFORE_SIGNING);
        agreement.when(new MoveCredit(SIGNING, OTHER, TEAM, ON, null)).rejects(SharedRule.REASON_REQUIRED);
    }
}
