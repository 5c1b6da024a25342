package dev.wuwei.crm.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wuwei.crm.shared.CreditCode;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What people and programs send by mistake or malice: named at its field, and nothing is stored. */
class BadInputApiTest extends RunningApi {
    private static final JsonMapper MAPPER = new JsonMapper();
    private String investor;

    @BeforeEach
    void a_company() {
        investor = accepted("investor.RegisterInvestor", "zhuanyuan", company("癸未错输公司", null))
                .path("id")
                .stringValue();
    }

    private static String company(String name, String creditCode) {
        return """
                {"legalName": "%s", "creditCode": %s, "regionCode": "440000", "kind": "PRIVATE", "occurredOn": "2023-03-01"}
                """.formatted(name, creditCode == null ? "null" : '"' + creditCode + '"');
    }

    private ObjectNode lead() {
        return (ObjectNode) MAPPER.readTree("""
                {"details": {"name": "癸未错输项目", "investorId": "%s", "sourceCode": "visit", "methodCode": "industry-chain",
                 "regionCode": "440000", "industryCode": "textile", "kind": "NEWLY_INTRODUCED",
                 "intendedInvestment": {"amount": "1000", "currency": "CNY", "unit": "万元"},
                 "landNeed": {"value": "120", "unit": "亩"}, "summary": "来电"},
                 "parkCode": "liangchan", "occurredOn": "2023-03-02"}
                """.formatted(investor));
    }

    @ParameterizedTest(name = "{0} = {1} is refused with {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "occurredOn | \"2093-01-01\" | shared.in-future",
                "occurredOn | \"0001-01-01\" | shared.too-early",
                "occurredOn | \"2023-02-30\" | api.date-form",
                "details.name | \"\" | shared.required",
                "details.name | \"甲\\u0007乙\" | shared.forbidden-characters",
                "details.name | \"甲\\u202e乙\" | shared.forbidden-characters",
                "details.industryCode | \"astrology\" | shared.unknown-code",
                "details.regionCode | \"999999\" | shared.unknown-code",
                "parkCode | \"nowhere\" | shared.unknown-code",
                "details.intendedInvestment | {\"amount\": \"-1\", \"currency\": \"CNY\", \"unit\": \"万元\"} | shared.negative-amount",
                "details.intendedInvestment | {\"amount\": \"99999999999999\", \"currency\": \"CNY\", \"unit\": \"亿元\"} | shared.absurd-amount",
                "details.intendedInvestment | {\"amount\": \"0.0000001\", \"currency\": \"CNY\", \"unit\": \"万元\"} | shared.too-precise",
            })
    void is_named_at_its_field_and_stores_nothing(String field, String value, String code) {
        long before = events();
        ObjectNode body = lead();
        ObjectNode holder = field.startsWith("details.") ? (ObjectNode) body.path("details") : body;
        holder.set(field.substring(field.lastIndexOf('.') + 1), MAPPER.readTree(value));

        Answer answer = command("lead.RegisterLead", "zhuanyuan", body.toString());

        assertThat(answer.status()).as(answer.text()).isIn(400, 422);
        assertThat(answer.json()
                        .path("errors")
                        .valueStream()
                        .map(error -> error.path("field").asString("") + " "
                                + error.path("code").asString("")))
                .as(answer.text())
                .anyMatch(error -> error.startsWith(field) && error.endsWith(code));
        assertThat(events()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"details.name, 500", "details.summary, 20000"})
    void over_long_text_is_refused(String field, int length) {
        long before = events();
        ObjectNode body = lead();
        ((ObjectNode) body.path("details")).put(field.substring("details.".length()), "长".repeat(length));

        Answer answer = command("lead.RegisterLead", "zhuanyuan", body.toString());

        assertThat(answer.json().path("errors").get(0).path("code").asString(""))
                .as(answer.text())
                .isEqualTo("shared.too-long");
        assertThat(events()).isEqualTo(before);
    }

    @Test
    void a_number_that_never_ends_is_refused_at_once() {
        long before = events();
        String body = lead().toString().replace("\"1000\"", "\"1e999999999\"");

        Answer answer = command("lead.RegisterLead", "zhuanyuan", body);

        assertThat(answer.status()).as(answer.text()).isIn(400, 422);
        assertThat(events()).isEqualTo(before);
    }

    @Test
    void of_six_who_register_the_same_company_one_gets_it_and_five_are_told_who_was_first() throws Exception {
        String seventeen = "91000000MA7777777";
        String code = seventeen + CreditCode.checkCharacter(seventeen);
        long before = events();
        List<Callable<Answer>> people = IntStream.range(0, 6)
                .<Callable<Answer>>mapToObj(i -> () -> command(
                        "investor.RegisterInvestor", i % 2 == 0 ? "zhuanyuan" : "fuzeren", company("癸未同一公司" + i, code)))
                .toList();
        List<Answer> answers;
        try (ExecutorService pool = Executors.newFixedThreadPool(6)) {
            answers = pool.invokeAll(people).stream().map(Future::resultNow).toList();
        }

        assertThat(answers.stream().filter(answer -> answer.status() == 200)).hasSize(1);
        List<JsonNode> refusals = answers.stream()
                .filter(answer -> answer.status() != 200)
                .map(answer -> answer.json().path("errors").get(0))
                .toList();
        assertThat(refusals).hasSize(5).allSatisfy(error -> {
            assertThat(error.path("field").asString("")).isEqualTo("creditCode");
            assertThat(error.path("code").asString("")).isEqualTo("shared.already-taken");
            assertThat(error.path("message").asString(""))
                    .contains(code, "测试")
                    .containsPattern("测试(zhuanyuan|fuzeren)");
        });
        assertThat(events()).isEqualTo(before + 1);
    }
}
