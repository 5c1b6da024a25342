package dev.wuwei.crm.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class DocsAndFilesApiTest extends RunningApi {
    private static final byte[] PDF = "%PDF-1.7 纪要".getBytes(StandardCharsets.UTF_8);

    @Autowired
    CommandCatalog catalog;

    @Test
    void the_description_is_open_api_3_1_and_knows_every_command() {
        JsonNode api = get("/api/openapi.json", null).json();

        assertThat(api.path("openapi").stringValue()).startsWith("3.1");
        Set<String> described = api.path("paths").propertyNames().stream()
                .filter(path -> path.startsWith("/api/v1/commands/"))
                .map(path -> path.substring("/api/v1/commands/".length()))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(described)
                .isEqualTo(catalog.all().stream()
                        .map(CommandCatalog.Entry::name)
                        .collect(Collectors.toCollection(TreeSet::new)));
        JsonNode post =
                api.path("paths").path("/api/v1/commands/lead.RegisterLead").path("post");
        assertThat(post.path("summary").stringValue()).contains("登记线索");
        assertThat(post.path("requestBody").toString()).contains("#/components/schemas/RegisterLead");
        assertThat(post.path("responses").path("422").toString()).contains("#/components/schemas/Problem");
        JsonNode lead = api.path("components").path("schemas").path("RegisterLead");
        assertThat(lead.path("type").stringValue()).isEqualTo("object");
        assertThat(lead.path("properties").path("details").toString()).contains("LeadDetails");
        assertThat(lead.path("properties").path("parkCode").path("description").stringValue())
                .contains("liangchan");
        assertThat(api.path("components")
                        .path("schemas")
                        .path("Money")
                        .path("properties")
                        .propertyNames())
                .containsExactlyInAnyOrder("amount", "currency", "unit");
        assertThat(api.path("paths").propertyNames())
                .contains("/api/v1/projects", "/api/v1/totals", "/api/v1/projects/{idOrNo}/history", "/api/v1/events");
    }

    @Test
    void every_reference_of_the_description_is_there() {
        JsonNode api = get("/api/openapi.json", null).json();
        Set<String> known = new TreeSet<>(api.path("components").path("schemas").propertyNames());
        Set<String> used = java.util.regex.Pattern.compile("#/components/schemas/([A-Za-z0-9_]+)")
                .matcher(api.toString())
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(known).containsAll(used);
    }

    @Test
    void the_description_is_browsable_without_an_account_and_without_the_internet() {
        Answer docs = get("/api/docs", null);
        assertThat(docs.status()).isEqualTo(302);
        String page = docs.header("Location");
        String path = page.startsWith("http") ? page.substring(page.indexOf("/", 8)) : page;
        Answer index = get(path, null);
        assertThat(index.status()).isEqualTo(200);
        assertThat(index.header("Content-Security-Policy")).contains("default-src 'self'");
        String base = path.substring(0, path.lastIndexOf('/') + 1);
        String initializer = get(base + "swagger-initializer.js", null).text();
        assertThat(initializer).doesNotContain("petstore");
        JsonNode config = get("/api/openapi.json/swagger-config", null).json();
        assertThat(config.path("url").stringValue()).isEqualTo("/api/openapi.json");
        assertThat(config.path("validatorUrl").asString("")).isIn("none", "");
    }

    @Test
    void a_file_is_handed_in_named_by_a_visit_and_read_through_its_project() throws IOException {
        String investor = accepted(
                        "investor.RegisterInvestor",
                        "zhuanyuan",
                        "{\"legalName\": \"附件测试公司\", \"regionCode\": \"440000\", \"kind\": \"PRIVATE\", \"occurredOn\": \"2023-03-01\"}")
                .path("id")
                .stringValue();
        JsonNode lead = accepted("lead.RegisterLead", "zhuanyuan", """
                {"details": {"name": "附件测试项目", "investorId": "%s", "sourceCode": "visit", "methodCode": "by-park",
                 "regionCode": "440000", "industryCode": "food", "kind": "NEWLY_INTRODUCED"},
                 "parkCode": "wuxi", "occurredOn": "2023-03-01"}
                """.formatted(investor));
        Answer handed = upload("zhuanyuan", "会议纪要.pdf", PDF);
        assertThat(handed.status()).as(handed.text()).isEqualTo(200);
        assertThat(handed.json().propertyNames()).containsExactly("sha256", "fileName", "contentType", "size");
        accepted("lead.LogVisit", "zhuanyuan", """
                {"leadId": "%s", "visit": {"kind": "VISIT", "occurredOn": "2023-03-03", "summary": "看厂房", "attachments": [%s]}}
                """.formatted(lead.path("id").stringValue(), handed.text()));

        String path = "/api/v1/projects/" + lead.path("projectNo").stringValue() + "/attachments/"
                + handed.json().path("sha256").stringValue();
        Answer read = get(path, "fuzeren");
        assertThat(read.response().body()).isEqualTo(PDF);
        assertThat(read.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(read.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(get(path, "yuanqu").status()).isEqualTo(404);
        assertThat(get(path, null).status()).isEqualTo(401);

        JsonNode dossier = get("/api/v1/projects/" + lead.path("projectNo").stringValue(), "fuzeren")
                .json();
        assertThat(dossier.path("file").path("attachments")).hasSize(1);
    }

    @Test
    void what_is_no_honest_file_is_refused() throws IOException {
        assertThat(upload("zhuanyuan", "run.exe", PDF).json().path("code").stringValue())
                .isEqualTo("files.type-not-allowed");
        Answer pretending = upload("zhuanyuan", "图.png", PDF);
        assertThat(pretending.status()).isEqualTo(422);
        assertThat(pretending.json().path("errors").get(0).path("field").stringValue())
                .isEqualTo("file");
        assertThat(upload("zhuanyuan", "空.pdf", new byte[0]).json().path("code").stringValue())
                .isEqualTo("files.empty");
        Answer large = upload("zhuanyuan", "大.pdf", new byte[22 * 1024 * 1024]);
        assertThat(large.status()).isEqualTo(413);
    }
}
