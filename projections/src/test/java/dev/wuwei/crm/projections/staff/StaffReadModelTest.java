package dev.wuwei.crm.projections.staff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wuwei.crm.projections.support.Page;
import dev.wuwei.crm.projections.support.ReadModel;
import dev.wuwei.crm.projections.support.Viewer;
import dev.wuwei.crm.projections.testing.History;
import dev.wuwei.crm.projections.testing.ReadModelContract;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.staff.StaffEvent;
import dev.wuwei.crm.staff.TeamId;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StaffReadModelTest extends ReadModelContract {
    private StaffQuery query;

    @Override
    protected ReadModel model() {
        return new StaffReadModel(dataSource);
    }

    @BeforeEach
    void query() {
        query = new StaffQuery(jdbc);
    }

    @Test
    void an_id_has_a_name_and_the_team_its_name_of_today() {
        assertThat(query.name(story.promoter))
                .contains(new StaffName(story.promoter, "赵甲", "招商专员", "招商一科", StaffState.ACTIVE));
        assertThat(query.names(List.of(story.leader, story.head))).hasSize(2);
        assertThat(query.teams(false)).singleElement().satisfies(team -> {
            assertThat(team.name()).isEqualTo("招商一科");
            assertThat(team.members()).isEqualTo(4);
        });
    }

    @Test
    void a_team_that_became_a_part_of_another_is_listed_with_it_and_chosen_no_more() {
        TeamId second = TeamId.next();
        int known = story.history.entries().size();
        story.history.on("2024-02-01").by(story.head);
        story.history.record(new StaffEvent.TeamOpened(second, "招商二科", null, LocalDate.parse("2024-01-01")));
        story.history.record(
                new StaffEvent.TeamMoved(second, new Coded("south", "城南园区"), LocalDate.parse("2024-01-05")));
        story.history.record(new StaffEvent.TeamMerged(second, story.firstTeam, "招商一科", LocalDate.parse("2024-02-01")));
        History.play(
                model(),
                dataSource,
                story.history.entries().subList(known, story.history.entries().size()),
                1);

        assertThat(query.teams(false)).extracting(Team::name).containsExactly("招商一科");
        assertThat(query.teams(true)).filteredOn(Team::closed).singleElement().satisfies(team -> {
            assertThat(team.mergedInto()).isEqualTo("招商一科");
            assertThat(team.park().code()).isEqualTo("south");
        });
    }

    @Test
    void people_are_sorted_by_pinyin_and_chosen_by_role_and_park() {
        assertThat(query.everybody()).extracting(StaffName::name).containsExactly("李丁", "钱乙", "孙丙", "赵甲");
        assertThat(query.choose(null, Role.PROMOTER, "south", 10))
                .extracting(StaffName::name)
                .containsExactly("钱乙");
        assertThat(query.choose("孙", null, null, 10)).hasSize(1);
    }

    @Test
    void only_those_who_keep_or_audit_accounts_list_them() {
        Viewer admin = new Viewer(story.head, Set.of(Role.ADMINISTRATOR), Set.of());
        Viewer promoter = new Viewer(story.promoter, Set.of(Role.PROMOTER), Set.of("north"));
        assertThat(query.accounts("zhao", null, null, Page.first(10), admin).rows())
                .singleElement()
                .satisfies(account -> {
                    assertThat(account.parks()).extracting("code").containsExactly("north");
                    assertThat(account.passwordChangedAt()).isNotNull();
                    assertThat(account.sequence()).isEqualTo(3);
                });
        assertThat(query.accounts(null, Role.SUPERVISOR, StaffState.ACTIVE, Page.first(10), admin)
                        .total())
                .isEqualTo(1);
        assertThat(query.accounts(null, null, null, Page.first(10), promoter).total())
                .isZero();
        assertThat(query.account(story.leader, promoter)).isEmpty();
        assertThat(query.account(story.promoter, promoter)).isPresent();
    }
}
