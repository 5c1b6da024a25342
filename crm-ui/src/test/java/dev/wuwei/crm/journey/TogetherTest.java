package dev.wuwei.crm.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.wuwei.crm.api.RunningApi;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What one person does reaches the open screens of another, in a real Chromium. */
class TogetherTest extends RunningApi {
    private static final int DESK = 1440;
    private static final Path PICTURES = Path.of("target", "journey");

    @BeforeEach
    void today() {
        assumeFalse(
                "missing".equals(System.getProperty("wuwei.browser")),
                "no Chromium on this machine: nobody worked together");
    }

    @Test
    void what_another_does_appears_on_an_open_page_without_reloading() {
        JsonNode lead = lead("己丑同看项目");
        try (Browser me = browser()) {
            me.signIn("fuzeren", PASSWORD, DESK, "zh");
            me.open("projects/" + lead.path("projectNo").stringValue() + "?tab=history")
                    .sees("己丑同看项目")
                    .mark();

            logVisit(lead, "问了污水处理能力");

            me.sees("问了污水处理能力").picture("together-seen");
            assertThat(me.isMarked()).isTrue();
        }
    }

    @Test
    void a_form_tells_who_changed_what_meanwhile_keeps_what_was_typed_and_sends_it_when_told_to() {
        JsonNode lead = lead("庚寅同改项目");
        long before = responses();
        try (Browser me = browser()) {
            me.signIn("fuzeren", PASSWORD, DESK, "zh");
            me.open("projects/" + lead.path("projectNo").stringValue()).sees("庚寅同改项目");
            me.choose("响应").type("概要", "已电话联系，约定周三。");

            logVisit(lead, "问了天然气管网");

            me.sees("填写期间，这里被改过").sees("问了天然气管网").picture("together-told");
            assertThat(me.toldInTheBox()).contains("测试zhuanyuan").contains("问了天然气管网");
            assertThat(me.typed("概要")).isEqualTo("已电话联系，约定周三。");
            assertThat(responses()).isEqualTo(before);

            me.sendAnyway();
            assertThat(responses()).isEqualTo(before + 1);
        }
    }

    @Test
    void a_button_pressed_twice_saves_once() {
        JsonNode lead = lead("癸巳双击项目");
        long before = responses();
        try (Browser me = browser()) {
            me.signIn("fuzeren", PASSWORD, DESK, "zh");
            me.open("projects/" + lead.path("projectNo").stringValue()).sees("癸巳双击项目");
            me.choose("响应").type("概要", "已电话联系。").saveTwice("响应");
        }
        assertThat(responses()).isEqualTo(before + 1);
    }

    @Test
    void a_rebuild_started_on_the_screen_comes_to_its_end() {
        lead("辛卯重建项目");
        try (Browser me = browser()) {
            me.signIn("guanli", PASSWORD, DESK, "zh");
            me.open("admin?tab=readers").rebuildAll().sees("　完成　").picture("rebuilt");
        }
    }

    private Browser browser() {
        return new Browser("http://localhost:" + port, PICTURES);
    }

    private long responses() {
        return jdbc.sql("select count(*) from es.domain_event where payload_type like '%LeadResponded%'")
                .query(Long.class)
                .single();
    }

    private JsonNode lead(String name) {
        String investor = accepted("investor.RegisterInvestor", "zhuanyuan", """
                {"legalName": "%s公司", "kind": "PRIVATE", "regionCode": "440000", "occurredOn": "2023-03-01"}
                """.formatted(name))
                .path("id")
                .stringValue();
        return accepted("lead.RegisterLead", "zhuanyuan", """
                {"details": {"name": "%s", "investorId": "%s", "sourceCode": "visit", "methodCode": "industry-chain",
                 "regionCode": "440000", "industryCode": "textile", "kind": "NEWLY_INTRODUCED",
                 "intendedInvestment": {"amount": "1000", "currency": "CNY", "unit": "万元"}},
                 "parkCode": "liangchan", "occurredOn": "2023-03-02"}
                """.formatted(name, investor));
    }

    private void logVisit(JsonNode lead, String summary) {
        accepted("lead.LogVisit", "zhuanyuan", """
                {"leadId": "%s", "visit": {"kind": "PHONE", "occurredOn": "2023-03-03", "summary": "%s"}}
                """.formatted(lead.path("id").stringValue(), summary));
    }
}
