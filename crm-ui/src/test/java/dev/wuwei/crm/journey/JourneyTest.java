package dev.wuwei.crm.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.wuwei.crm.api.RunningApi;
import dev.wuwei.crm.shared.EventMeta;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** A department head walks a project from a lead to a construction start, in a real Chromium, on real screens. */
class JourneyTest extends RunningApi {
    private static final int DESK = 1440;
    private static final int PHONE = 390;
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

            me.signIn("fuzeren", PASSWORD, PHONE, "en");
            for (String page :
                    new String[] {"", "leads", "signings", "projects/" + number, "followups", "cockpit", "audit"}) {
                me.open(page).picture("phone-" + page.replaceAll("\\W+", "-"));
                assertThat(me.overflowsSideways()).as(page).isFalse();
            }
        }
    }
}
