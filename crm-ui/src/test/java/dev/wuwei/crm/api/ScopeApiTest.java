package dev.wuwei.crm.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** An id is never enough: whoever is of another park gets nothing by any read, neither the thing nor that it is there. */
class ScopeApiTest extends RunningApi {
    private static final String NAME = "壬午别园区项目";

    /** What a read without a path variable must be asked. */
    private static final Map<String, String> QUESTIONS = Map.of(
            "/api/v1/events", "?limit=1000",
            "/api/v1/tenure", "?as=OWNER&from=2023-03-01",
            "/api/v1/totals", "?measure=signed&by=park",
            "/api/v1/totals/compare", "?measure=signed&one=default&other=default@1",
            "/api/v1/totals/explain", "?measure=signed",
            "/api/v1/totals/waterfall", "?measure=signed&from=2023-03-01&to=2023-12-31");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    private String projectNo;
    private String projectId;
    private String leadId;
    private String sha256;

    @BeforeEach
    void a_project_with_a_file_in_a_park_that_yuanqu_is_not_of() throws IOException {
        String investor = accepted(
                        "investor.RegisterInvestor",
                        "zhuanyuan",
                        "{\"legalName\": \"壬午别园区公司\", \"regionCode\": \"440000\", \"kind\": \"PRIVATE\", \"occurredOn\": \"2023-03-01\"}")
                .path("id")
                .stringValue();
        JsonNode lead = accepted("lead.RegisterLead", "zhuanyuan", """
                {"details": {"name": "%s", "investorId": "%s", "sourceCode": "visit", "methodCode": "by-park",
                 "regionCode": "440000", "industryCode": "food", "kind": "NEWLY_INTRODUCED"},
                 "parkCode": "wuxi", "occurredOn": "2023-03-01"}
                """.formatted(NAME, investor));
        projectNo = lead.path("projectNo").stringValue();
        projectId = lead.path("projectId").stringValue();
        leadId = lead.path("id").stringValue();
        Answer file = upload("zhuanyuan", "会议纪要.pdf", "%PDF-1.7 纪要".getBytes(StandardCharsets.UTF_8));
        sha256 = file.json().path("sha256").stringValue();
        accepted("lead.LogVisit", "zhuanyuan", """
                {"leadId": "%s", "visit": {"kind": "VISIT", "occurredOn": "2023-03-03", "summary": "看厂房", "attachments": [%s]}}
                """.formatted(leadId, file.text()));
    }

    /** Every read that the application has, whoever added it. */
    private Set<String> reads() {
        return mappings.getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getValue().getBeanType().getPackageName().equals("dev.wuwei.crm.api"))
                .map(Map.Entry::getKey)
                .filter(info -> info.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(info -> info.getPatternValues().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Stream<String> of(String read) {
        return Stream.of(projectNo, projectId)
                .map(id -> read.replace("{idOrNo}", id).replace("{sha256}", sha256));
    }

    @Test
    void a_read_of_one_project_is_found_by_its_park_and_not_found_by_another() {
        List<String> ofOne =
                reads().stream().filter(read -> read.contains("{idOrNo}")).toList();
        assertThat(ofOne).hasSizeGreaterThanOrEqualTo(3);
        for (String read : ofOne) {
            of(read).forEach(path -> {
                assertThat(get(path, "zhuanyuan").status()).as(path).isEqualTo(200);
                Answer refused = get(path, "yuanqu");
                assertThat(refused.status()).as(path).isEqualTo(404);
                assertThat(refused.text()).as(path).doesNotContain(NAME, "壬午");
                assertThat(get(path + "?asOf=2023-06-01", "yuanqu").status())
                        .as(path)
                        .isEqualTo(404);
            });
        }
    }

    @Test
    void a_read_of_many_holds_nothing_of_another_park() {
        Set<String> ofMany =
                reads().stream().filter(read -> !read.contains("{")).collect(Collectors.toCollection(TreeSet::new));
        assertThat(ofMany).contains("/api/v1/projects", "/api/v1/visits").containsAll(QUESTIONS.keySet());
        for (String read : ofMany) {
            String path = read + QUESTIONS.getOrDefault(read, "");
            Answer answer = get(path, "yuanqu");
            assertThat(answer.status()).as(path + " " + answer.text()).isEqualTo(200);
            assertThat(answer.text()).as(path).doesNotContain(NAME, projectNo, projectId, leadId, "wuxi");
        }
        assertThat(get("/api/v1/visits?project=" + projectId, "yuanqu").status())
                .isEqualTo(404);
        assertThat(get("/api/v1/projects?park=wuxi", "yuanqu").json().path("rows"))
                .isEmpty();
    }

    @Test
    void a_command_about_it_is_refused_and_stores_nothing() {
        long before = events();
        Answer refused = command("lead.RespondToLead", "yuanqu", """
                        {"leadId": "%s", "summary": "抢先联系", "occurredOn": "2023-03-04"}
                        """.formatted(leadId));

        assertThat(refused.status()).as(refused.text()).isIn(403, 404);
        assertThat(refused.text()).doesNotContain(NAME);
        assertThat(events()).isEqualTo(before);
    }
}
