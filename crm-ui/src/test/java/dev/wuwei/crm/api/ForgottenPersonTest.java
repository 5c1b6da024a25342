package dev.wuwei.crm.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wuwei.crm.projections.support.Rebuild;
import dev.wuwei.crm.projections.support.RebuildRun;
import dev.wuwei.crm.shared.PersonalData;
import dev.wuwei.crm.ui.component.I18n;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Somebody asks to be forgotten: nothing about the person is left anywhere, and the history stays readable. */
class ForgottenPersonTest extends RunningApi {
    private static final String NAME = "戌亥无名氏";
    private static final String PHONE = "13977665544";

    @Autowired
    Rebuild rebuild;

    private List<String> tables(String schemas) {
        return jdbc.sql("select format('%I.%I', table_schema, table_name) from information_schema.tables"
                        + " where table_type = 'BASE TABLE' and table_schema similar to ?")
                .param(schemas)
                .query(String.class)
                .list();
    }

    /** @return tables of which a row holds one of the texts; binary columns are read as the text they hold */
    private List<String> holders(String schemas) {
        return tables(schemas).stream()
                .filter(table -> Stream.of(NAME, PHONE)
                        .anyMatch(text -> jdbc.sql(
                                        "select exists (select 1 from " + table
                                                + " row where row::text like '%' || :text || '%' or row::text like '%' || :hex || '%')")
                                .param("text", text)
                                .param("hex", hex(text))
                                .query(Boolean.class)
                                .single()))
                .toList();
    }

    private static String hex(String text) {
        return java.util.HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void nothing_about_a_forgotten_person_is_left_in_any_table_or_answer() {
        String investor = accepted(
                        "investor.RegisterInvestor",
                        "zhuanyuan",
                        "{\"legalName\": \"甲申遗忘公司\", \"regionCode\": \"440000\", \"kind\": \"PRIVATE\", \"occurredOn\": \"2023-03-01\"}")
                .path("id")
                .stringValue();
        String person = accepted("investor.AddContact", "zhuanyuan", """
                        {"investorId": "%s", "name": "%s", "position": "总经理", "phone": "%s", "occurredOn": "2023-03-01"}
                        """.formatted(investor, NAME, PHONE))
                .path("created")
                .path("personId")
                .stringValue();
        JsonNode lead = accepted("lead.RegisterLead", "zhuanyuan", """
                {"details": {"name": "甲申遗忘项目", "investorId": "%s", "contactId": "%s", "sourceCode": "visit",
                 "methodCode": "by-park", "regionCode": "440000", "industryCode": "food", "kind": "NEWLY_INTRODUCED"},
                 "parkCode": "wuxi", "occurredOn": "2023-03-01"}
                """.formatted(investor, person));
        accepted("lead.LogVisit", "zhuanyuan", """
                {"leadId": "%s", "visit": {"kind": "VISIT", "occurredOn": "2023-03-03", "summary": "看厂房",
                 "theirPeople": [{"personId": "%s", "name": "%s", "position": "总经理"}]}}
                """.formatted(lead.path("id").stringValue(), person, NAME));
        String no = lead.path("projectNo").stringValue();
        assertThat(get("/api/v1/projects/" + no + "/history", "fuzeren").text())
                .as("it is readable before")
                .contains(NAME);
        assertThat(holders("es|public"))
                .as("never in clear where events are kept")
                .isEmpty();
        Instant before = Instant.now();

        accepted("investor.EraseContact", "fuzeren", """
                {"investorId": "%s", "personId": "%s", "reason": "本人要求删除"}
                """.formatted(investor, person));

        nothingIsLeft(no, before);
        RebuildRun run = rebuild.start(List.of());
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(run::isOver);
        assertThat(run.progress().phase()).isEqualTo(RebuildRun.Phase.DONE);
        nothingIsLeft(no, before);
    }

    private void nothingIsLeft(String no, Instant before) {
        assertThat(holders("%")).isEmpty();
        String project = "/api/v1/projects/" + no;
        Stream.of(
                        project,
                        project + "?knownAt=" + before,
                        project + "?asOf=2023-04-01",
                        project + "/history",
                        "/api/v1/projects?size=200",
                        "/api/v1/projects?q=" + URLEncoder.encode(NAME, StandardCharsets.UTF_8),
                        "/api/v1/visits?project=" + no,
                        "/api/v1/visits?knownAt=" + before,
                        "/api/v1/events?limit=1000")
                .forEach(path -> {
                    Answer answer = get(path, path.contains("knownAt") ? "lingdao" : "fuzeren");
                    assertThat(answer.status()).as(path + answer.text()).isEqualTo(200);
                    assertThat(answer.text()).as(path).doesNotContain(NAME, PHONE);
                });
        assertThat(get("/api/v1/projects?q=" + URLEncoder.encode(NAME, StandardCharsets.UTF_8), "fuzeren")
                        .json()
                        .path("rows"))
                .isEmpty();
        assertThat(get(project + "/history", "fuzeren").text())
                .contains("〔已删除〕")
                .contains("看厂房");
        assertThat(get(project, "fuzeren").text())
                .as("the contact, in the caller's language")
                .contains("〔已删除〕")
                .doesNotContain(PersonalData.ERASED_VALUE);
        assertThat(get(project, "fuzeren", "Accept-Language", "en").text())
                .contains(I18n.text(I18n.ENGLISH, "sentence.erased"))
                .doesNotContain("〔已删除〕");
    }
}
