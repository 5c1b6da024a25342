package dev.wuwei.crm.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wuwei.crm.shared.Ids;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class CommandApiTest extends RunningApi {
    private static final String INVESTOR = """
            {"legalName": "%s", "regionCode": "%s", "kind": "PRIVATE", "occurredOn": "2023-03-01"}
            """;

    private String region() {
        return "440000";
    }

    private String investor(String name) {
        return INVESTOR.formatted(name, region());
    }

    @Test
    void a_command_answers_what_it_made_and_where_it_is() {
        JsonNode answer = accepted("investor.RegisterInvestor", "zhuanyuan", investor("甲子纺织"));

        assertThat(answer.propertyNames())
                .containsExactly("id", "projectId", "projectNo", "sequence", "position", "created");
        assertThat(UUID.fromString(answer.path("id").stringValue()).version()).isEqualTo(7);
        assertThat(answer.path("projectId").isNull()).isTrue();
        assertThat(answer.path("sequence").intValue()).isZero();
        assertThat(answer.path("position").longValue()).isPositive();
        assertThat(answer.path("created").path("investorId").stringValue())
                .isEqualTo(answer.path("id").stringValue());
        assertThat(jdbc.sql("select convert_from(meta_data, 'UTF8')::jsonb ->> 'channel' from es.domain_event"
                                + " where global_index = ?")
                        .param(answer.path("position").longValue())
                        .query(String.class)
                        .single())
                .isEqualTo("API");
    }

    @Test
    void a_lead_gets_its_project_and_number() {
        String investor = accepted("investor.RegisterInvestor", "zhuanyuan", investor("乙丑食品"))
                .path("id")
                .stringValue();
        JsonNode answer = accepted("lead.RegisterLead", "zhuanyuan", lead(investor, "452000.00"));

        assertThat(answer.path("projectNo").stringValue()).matches("ZS-2023-\\d{4}");
        assertThat(answer.path("created").path("leadId").stringValue())
                .isEqualTo(answer.path("id").stringValue());
        assertThat(answer.path("created").path("projectId").stringValue())
                .isEqualTo(answer.path("projectId").stringValue());
    }

    @Test
    void the_same_key_and_body_gives_the_first_answer_and_stores_nothing() {
        String key = Ids.next().toString();
        JsonNode first = accepted("investor.RegisterInvestor", "zhuanyuan", investor("丙寅电池"), "Idempotency-Key", key);
        long before = events();

        JsonNode second = accepted("investor.RegisterInvestor", "zhuanyuan", investor("丙寅电池"), "Idempotency-Key", key);
        Answer other = command("investor.RegisterInvestor", "zhuanyuan", investor("丁卯装备"), "Idempotency-Key", key);
        JsonNode somebodyElse =
                accepted("investor.RegisterInvestor", "fuzeren", investor("丙寅电池二"), "Idempotency-Key", key);

        assertThat(second).isEqualTo(first);
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.json().path("code").stringValue()).isEqualTo("shared.idempotency-conflict");
        assertThat(events()).isEqualTo(before + 1);
        assertThat(somebodyElse.path("id")).isNotEqualTo(first.path("id"));
    }

    @Test
    void ids_made_inside_under_a_key_stay_the_same() {
        String investor = accepted("investor.RegisterInvestor", "zhuanyuan", investor("戊辰机械"))
                .path("id")
                .stringValue();
        String contact =
                "{\"investorId\": \"%s\", \"name\": \"张三\", \"occurredOn\": \"2023-03-02\"}".formatted(investor);
        String key = Ids.next().toString();

        JsonNode first = accepted("investor.AddContact", "zhuanyuan", contact, "Idempotency-Key", key);
        JsonNode second = accepted("investor.AddContact", "zhuanyuan", contact, "Idempotency-Key", key);

        assertThat(first.path("id").stringValue()).isEqualTo(investor);
        assertThat(first.path("created").path("personId").isString()).isTrue();
        assertThat(second).isEqualTo(first);
    }

    @Test
    void six_at_once_with_one_key_store_one() throws Exception {
        String key = Ids.next().toString();
        long before = events();
        List<Callable<Answer>> calls = IntStream.range(0, 6)
                .<Callable<Answer>>mapToObj(i -> () ->
                        command("investor.RegisterInvestor", "zhuanyuan", investor("己巳新材"), "Idempotency-Key", key))
                .toList();
        List<String> answers = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(6)) {
            for (Future<Answer> answer : pool.invokeAll(calls)) {
                answers.add(answer.get().text());
            }
        }
        assertThat(answers).allSatisfy(answer -> assertThat(answer).isEqualTo(answers.getFirst()));
        assertThat(events()).isEqualTo(before + 1);
    }

    @Test
    void a_standard_is_adopted_and_withdrawn_without_naming_the_one_set_that_there_is() {
        String adoption = """
                {"standard": "TAX_PER_MU", "limit": %s, "holdsFrom": "2023-01-01", "occurredOn": "2023-01-01", "reason": "评价办法"}
                """;
        Answer worker = command("standard.AdoptStandard", "zhuanyuan", adoption.formatted("\"5\""));
        assertThat(worker.status()).isEqualTo(403);
        Answer none = command("standard.AdoptStandard", "lingdao", adoption.formatted("\"0\""));
        assertThat(none.status()).isEqualTo(422);
        assertThat(none.json().path("errors").get(0).path("field").stringValue())
                .isEqualTo("limit");
        assertThat(none.json().path("code").stringValue()).isEqualTo("standard.limit-form");

        String id = accepted("standard.AdoptStandard", "lingdao", adoption.formatted("\"5\""))
                .path("id")
                .stringValue();
        assertThat(accepted(
                                "standard.WithdrawStandard",
                                "lingdao",
                                "{\"standard\": \"TAX_PER_MU\", \"occurredOn\": \"2023-01-01\", \"reason\": \"推迟\"}")
                        .path("id")
                        .stringValue())
                .isEqualTo(id);
    }

    @Test
    void a_calendar_is_adopted_and_withdrawn_with_days_as_dates() {
        LocalDate monday =
                LocalDate.now(ZoneId.of("Asia/Shanghai")).plusYears(1).with(DayOfWeek.MONDAY);
        String adoption = """
                {"free": [%s], "work": ["%s"], "holdsFrom": "%s", "occurredOn": "2023-01-01", "reason": "国办发明电"}
                """;
        String free = "\"" + monday + "\", \"" + monday.plusDays(1) + "\"";
        String whole = adoption.formatted(free, monday.plusDays(6), monday);
        assertThat(command("calendar.AdoptCalendar", "zhuanyuan", whole).status())
                .isEqualTo(403);
        Answer none = command("calendar.AdoptCalendar", "guanli", adoption.formatted("", monday, monday));
        assertThat(none.status()).isEqualTo(422);
        assertThat(none.json().path("code").stringValue()).isEqualTo("calendar.worked-already");

        String id =
                accepted("calendar.AdoptCalendar", "guanli", whole).path("id").stringValue();
        assertThat(accepted(
                                "calendar.WithdrawCalendar",
                                "lingdao",
                                "{\"occurredOn\": \"2023-01-01\", \"reason\": \"改期\"}")
                        .path("id")
                        .stringValue())
                .isEqualTo(id);
    }

    @Test
    void a_batch_answers_per_row() {
        Answer answer = post("/api/v1/commands", "zhuanyuan", """
                [{"command": "investor.RegisterInvestor", "body": %s},
                 {"command": "investor.RegisterInvestor", "body": {"legalName": "", "kind": "PRIVATE", "occurredOn": "2023-03-01"}},
                 {"command": "investor.Nothing", "body": {}},
                 {"command": "investor.RegisterInvestor", "body": %s}]
                """.formatted(investor("庚午一"), investor("庚午二")));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json()).hasSize(4);
        assertThat(answer.json().get(0).path("status").intValue()).isEqualTo(200);
        assertThat(answer.json().get(0).path("id").isString()).isTrue();
        assertThat(answer.json().get(1).path("status").intValue()).isEqualTo(422);
        assertThat(answer.json().get(1).path("errors").get(0).path("field").stringValue())
                .isEqualTo("legalName");
        assertThat(answer.json().get(2).path("code").stringValue()).isEqualTo("api.unknown-command");
        assertThat(answer.json().get(3).path("row").intValue()).isEqualTo(3);
        assertThat(answer.json().get(3).path("status").intValue()).isEqualTo(200);
    }

    @Test
    void an_atomic_batch_is_all_or_nothing() {
        long before = events();
        String rows = """
                [{"command": "investor.RegisterInvestor", "body": %s},
                 {"command": "investor.RegisterInvestor", "body": {"legalName": "辛未", "kind": "PRIVATE", "occurredOn": "2093-03-01"}}]
                """.formatted(investor("辛未一"));
        Answer refused = post("/api/v1/commands?atomic=true", "zhuanyuan", rows);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(refused.json().path("code").stringValue()).isEqualTo("api.batch-refused");
        assertThat(refused.json().path("errors").get(0).path("field").stringValue())
                .isEqualTo("[1].occurredOn");
        assertThat(refused.json().path("rows").get(0).path("code").stringValue())
                .isEqualTo("api.rolled-back");
        assertThat(events()).isEqualTo(before);

        Answer stored = post(
                "/api/v1/commands?atomic=true",
                "zhuanyuan",
                rows.replace("2093-03-01", "2023-03-01")
                        .replace("\"辛未\"", "\"辛未二\", \"regionCode\": \"%s\"".formatted(region())));
        assertThat(stored.status()).as(stored.text()).isEqualTo(200);
        assertThat(events()).isEqualTo(before + 2);
    }

    @Test
    void a_batch_as_a_whole_takes_no_key_and_rows_of_others_do() {
        long before = events();
        String row = "[{\"command\": \"investor.RegisterInvestor\", \"body\": %s}]".formatted(investor("壬申一"));
        String key = Ids.next().toString();

        Answer whole = post("/api/v1/commands?atomic=true", "zhuanyuan", row, "Idempotency-Key", key);
        assertThat(whole.status()).isEqualTo(400);
        assertThat(whole.json().path("code").stringValue()).isEqualTo("api.key-for-a-whole-batch");

        Answer first = post("/api/v1/commands", "zhuanyuan", row, "Idempotency-Key", key);
        Answer second = post("/api/v1/commands", "zhuanyuan", row, "Idempotency-Key", key);
        assertThat(second.text()).isEqualTo(first.text());
        assertThat(events()).isEqualTo(before + 1);
    }

    @Test
    void every_answer_about_a_project_has_its_number() {
        String investor = accepted("investor.RegisterInvestor", "zhuanyuan", investor("癸酉一"))
                .path("id")
                .stringValue();
        JsonNode lead = accepted("lead.RegisterLead", "zhuanyuan", lead(investor, "1000"));
        JsonNode visit = accepted(
                "lead.LogVisit",
                "zhuanyuan",
                "{\"leadId\": \"%s\", \"visit\": {\"kind\": \"PHONE\", \"occurredOn\": \"2023-03-03\", \"summary\": \"问地价\"}}"
                        .formatted(lead.path("id").stringValue()));

        assertThat(visit.path("projectNo")).isEqualTo(lead.path("projectNo"));
        assertThat(visit.path("id")).isEqualTo(lead.path("id"));
        assertThat(visit.path("created").path("visitId").isString()).isTrue();
    }

    @Test
    void a_batch_has_a_size() {
        String row = "{\"command\": \"x\", \"body\": {}}";
        assertThat(post("/api/v1/commands", "zhuanyuan", "[]")
                        .json()
                        .path("code")
                        .stringValue())
                .isEqualTo("api.empty-batch");
        Answer tooMany = post("/api/v1/commands", "zhuanyuan", "[" + (row + ",").repeat(1000) + row + "]");
        assertThat(tooMany.status()).isEqualTo(413);
        assertThat(tooMany.json().path("detail").stringValue()).isEqualTo("一次最多 1000 行。");
    }

    @Test
    void a_refusal_speaks_the_callers_language_and_names_every_field() {
        String wrong = """
                {"legalName": " ", "creditCode": "91440101MA59ABCDE1", "regionCode": "%s", "kind": "PRIVATE",
                 "occurredOn": "2093-01-01"}
                """.formatted(region());
        long before = events();

        Answer chinese = command("investor.RegisterInvestor", "zhuanyuan", wrong);
        Answer english = command("investor.RegisterInvestor", "zhuanyuan", wrong, "Accept-Language", "en-GB,en;q=0.9");

        assertThat(chinese.status()).isEqualTo(422);
        assertThat(chinese.header("Content-Type")).startsWith("application/problem+json");
        assertThat(chinese.json().propertyNames())
                .containsExactly("type", "title", "status", "detail", "code", "errors");
        assertThat(chinese.json()
                        .path("errors")
                        .valueStream()
                        .map(error -> error.path("field").stringValue()))
                .contains("legalName", "creditCode", "occurredOn");
        assertThat(chinese.json()
                        .path("errors")
                        .valueStream()
                        .map(error -> error.path("message").stringValue()))
                .contains("这一项要填。", "校验位不对，请对照营业执照逐位核对。");
        assertThat(english.json()
                        .path("errors")
                        .valueStream()
                        .map(error -> error.path("message").stringValue()))
                .contains("This is needed.");
        assertThat(events()).isEqualTo(before);
    }

    @Test
    void unknown_fields_and_commands_are_named() {
        Answer field = command(
                "investor.RegisterInvestor",
                "zhuanyuan",
                investor("壬申").replace("\"kind\"", "\"colour\": 1, \"kind\""));
        assertThat(field.status()).isEqualTo(422);
        assertThat(field.json().path("detail").stringValue()).isEqualTo("没有“colour”这个字段。");
        Answer name = command("investor.Register", "zhuanyuan", "{}");
        assertThat(name.status()).isEqualTo(404);
        assertThat(name.json().path("code").stringValue()).isEqualTo("api.unknown-command");
    }

    @Test
    void what_only_the_system_sends_is_not_offered() {
        assertThat(command("negotiation.ExpireApproval", "guanli", "{}").status())
                .isEqualTo(404);
        assertThat(command("followup.OpenFollowUp", "guanli", "{}").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{ | 400 | api.malformed-json", "[] | 422 | api.object-expected", "'' | 400 | api.malformed-json"})
    void what_cannot_be_read_is_refused(String body, int status, String code) {
        Answer answer = command("investor.RegisterInvestor", "zhuanyuan", body);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.json().path("code").stringValue()).isEqualTo(code);
    }

    @Test
    void too_large_wrong_type_and_wrong_method_are_clear() {
        assertThat(command("investor.RegisterInvestor", "zhuanyuan", "\"" + "x".repeat(1_100_000) + "\"")
                        .status())
                .isEqualTo(413);
        Answer form = call(
                "POST",
                "/api/v1/commands/investor.RegisterInvestor",
                "zhuanyuan",
                BodyPublishers.ofString("a=b"),
                "Content-Type",
                "application/x-www-form-urlencoded");
        assertThat(form.status()).isEqualTo(415);
        assertThat(form.json().path("code").stringValue()).isEqualTo("api.media-type");
        Answer get = get("/api/v1/commands/investor.RegisterInvestor", "zhuanyuan");
        assertThat(get.status()).isEqualTo(405);
        assertThat(get.header("Allow")).contains("POST");
        Answer nowhere = get("/api/v1/nothing/here", "zhuanyuan");
        assertThat(nowhere.status()).isEqualTo(404);
        assertThat(nowhere.json().path("code").stringValue()).isEqualTo("api.not-found");
    }

    @Test
    void roles_are_checked() {
        Answer answer = command("investor.RegisterInvestor", "lingdao", investor("癸酉"));
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.json().path("detail").stringValue()).isEqualTo("这一步由系统管理员、部门负责人、招商专员来做。");
    }

    @Test
    void nobody_gets_in_without_the_right_password() {
        Answer nobody = command("investor.RegisterInvestor", null, "{}");
        assertThat(nobody.status()).isEqualTo(401);
        assertThat(nobody.header("WWW-Authenticate")).startsWith("Basic");
        assertThat(nobody.json().path("code").stringValue()).isEqualTo("api.sign-in");
        assertThat(nobody.header("Set-Cookie")).isNull();

        open(dispatcher, "gaosuo", java.util.Set.of(), dev.wuwei.crm.shared.Role.PROMOTER);
        for (int i = 0; i < 5; i++) {
            assertThat(get("/api/v1/nothing", "gaosuo:wrong").status()).isEqualTo(401);
        }
        Answer locked = get("/api/v1/nothing", "gaosuo");
        assertThat(locked.status()).isEqualTo(429);
        assertThat(locked.header("Retry-After")).isEqualTo("900");
    }

    private String lead(String investor, String amount) {
        return """
                {"details": {"name": "甲子纺织智能车间", "investorId": "%s", "sourceCode": "visit", "methodCode": "industry-chain",
                 "regionCode": "%s", "industryCode": "textile", "kind": "NEWLY_INTRODUCED",
                 "intendedInvestment": {"amount": "%s", "currency": "CNY", "unit": "万元"},
                 "landNeed": {"value": "120", "unit": "亩"}, "summary": "来电"},
                 "parkCode": "liangchan", "occurredOn": "2023-03-02"}
                """.formatted(investor, region(), amount);
    }
}
