package dev.wuwei.crm.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.wuwei.crm.api.RunningApi;
import dev.wuwei.crm.shared.EventMeta;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A department head walks a project from a lead to a construction start, in a real Chromium, on real screens. */
class JourneyTest extends RunningApi {
    private static final int DESK = 1440;
    private static final int PHONE = 390;
    private static final List<String> DESK_PAGES = List.of(
            "",
            "leads",
            "negotiations",
            "signings",
            "followups",
            "wall",
            "returns",
            "commitments",
            "reviews",
            "tickets",
            "inbox",
            "cockpit",
            "audit");
    private static final List<String> TABS =
            List.of("overview", "talks", "admission", "agreement", "progress", "issues", "reviews", "files", "history");
    private static final List<String> ADMIN_PAGES = List.of(
            "admin",
            "admin?tab=teams",
            "admin?tab=dictionaries",
            "admin?tab=readers",
            "admin?tab=set-aside",
            "admin?tab=jobs");
    private static final Path PICTURES = Path.of("target", "journey");

    @Test
    void from_a_lead_to_a_construction_start_and_back_through_its_history() {
        assumeFalse(
                "missing".equals(System.getProperty("wuwei.browser")),
                "no Chromium on this machine: the journey was not walked");
        try (Browser me = new Browser("http://localhost:" + port, PICTURES)) {
            me.signIn("fuzeren", PASSWORD, DESK, "zh");
            String number = Road.walk(me, "丁卯精工", "测试zhuanyuan", LocalDate.now(EventMeta.ZONE));
            me.open("cockpit").sees("3.00").picture("cockpit");
            me.open("projects/" + number + "?tab=history")
                    .sees("签订正式协议")
                    .sees("没有一条被删除")
                    .picture("history");
            me.open("followups").sees("丁卯精工试验线").picture("followups");

            assertThat(me.press("记一笔").picture("visit").barriers()).as("记一笔").isEmpty();
            keepsNobodyOut(me, DESK_PAGES);
            String file = "projects/" + number;
            keepsNobodyOut(me, TABS.stream().map(tab -> file + "?tab=" + tab).toList());

            me.signIn("fuzeren", PASSWORD, PHONE, "en");
            for (String page :
                    new String[] {"", "leads", "signings", "projects/" + number, "followups", "cockpit", "audit"}) {
                me.open(page).picture("phone-" + page.replaceAll("\\W+", "-"));
                assertThat(me.overflowsSideways()).as(page).isFalse();
                assertThat(me.barriers()).as(page).isEmpty();
            }

            assertThat(me.atTheDoor(DESK, "zh").barriers()).as("login").isEmpty();
            me.enter("guanli", PASSWORD);
            keepsNobodyOut(me, ADMIN_PAGES);
        }
    }

    private static void keepsNobodyOut(Browser me, List<String> pages) {
        for (String page : pages) {
            assertThat(me.follow(page).barriers()).as(page).isEmpty();
        }
    }
}
