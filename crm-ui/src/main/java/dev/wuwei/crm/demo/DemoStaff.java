package dev.wuwei.crm.demo;

import dev.wuwei.crm.shared.Ids;
import dev.wuwei.crm.shared.OfficialLevel;
import dev.wuwei.crm.shared.OurPerson;
import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.shared.StaffId;
import java.util.Arrays;
import java.util.Set;

/** The people of the park, called by stems and branches so that nobody takes them for real. */
enum DemoStaff {
    ADMIN("admin", "卫丑", "信息中心", Role.ADMINISTRATOR, null, OfficialLevel.OFFICER),
    ZHUANYUAN("zhuanyuan", "李丁", "招商专员", Role.PROMOTER, DemoTeam.FIRST, OfficialLevel.OFFICER),
    QIANYI("qianyi", "钱乙", "招商专员", Role.PROMOTER, DemoTeam.FIRST, OfficialLevel.OFFICER),
    SUNBING("sunbing", "孙丙", "招商专员", Role.PROMOTER, DemoTeam.SECOND, OfficialLevel.OFFICER),
    ZHOUWU("zhouwu", "周戊", "招商专员", Role.PROMOTER, DemoTeam.SECOND, OfficialLevel.OFFICER),
    WUJI("wuji", "吴己", "项目服务专员", Role.PROMOTER, DemoTeam.SERVICE, OfficialLevel.OFFICER),
    FUZEREN("fuzeren", "郑庚", "招商局局长", Role.DEPARTMENT_HEAD, DemoTeam.FIRST, OfficialLevel.SECTION),
    LINGDAO("lingdao", "赵甲", "副县长", Role.LEADER, null, OfficialLevel.COUNTY_LEADER),
    WANGXIN("leader2", "王辛", "管委会主任", Role.LEADER, null, OfficialLevel.DIVISION),
    FENGREN("leader3", "冯壬", "管委会副主任", Role.LEADER, null, OfficialLevel.SECTION),
    DUCHA("ducha", "陈癸", "督查室主任", Role.SUPERVISOR, null, OfficialLevel.SECTION),
    SHENJI("shenji", "褚子", "审计专员", Role.AUDITOR, null, OfficialLevel.OFFICER);

    final String username;
    final String fullName;
    final String title;
    final Role role;
    final DemoTeam team;
    final OfficialLevel level;
    final StaffId id = Ids.next(StaffId::new);

    DemoStaff(String username, String fullName, String title, Role role, DemoTeam team, OfficialLevel level) {
        this.username = username;
        this.fullName = fullName;
        this.title = title;
        this.role = role;
        this.team = team;
        this.level = level;
    }

    static DemoStaff of(String username) {
        return Arrays.stream(values())
                .filter(person -> person.username.equals(username))
                .findFirst()
                .orElseThrow();
    }

    Set<Role> roles() {
        return Set.of(role);
    }

    OurPerson present() {
        return new OurPerson(id, level);
    }
}
