package dev.wuwei.crm.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** Reads over the demo park, whose counts and sums are those of the source texts. */
@InDemoPark
class ReadApiTest extends RunningApi {
    private static final String LINGDAO = "lingdao:demo-2026";
    private static final String YEAR = "&from=2023-01-01&to=2023-12-31";

    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    private JsonNode ok(String path) {
        Answer answer = get("/api/v1" + path, LINGDAO);
        assertThat(answer.status()).as(path + " " + answer.text()).isEqualTo(200);
        return answer.json();
    }

    private static List<String> texts(JsonNode rows, String field) {
        return rows.valueStream().map(row -> row.path(field).asString("")).toList();
    }

    private static BigDecimal cny(JsonNode figures) {
        JsonNode sum = figures.path("sums").get(0);
        assertThat(sum.propertyNames()).containsExactly("amount", "currency", "unit");
        assertThat(sum.path("currency").stringValue()).isEqualTo("CNY");
        assertThat(sum.path("unit").stringValue()).isEqualTo("亿元");
        return new BigDecimal(sum.path("amount").stringValue());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void totals_are_counted_by_any_policy_and_two_are_compared() {
        JsonNode city = ok("/totals?measure=signed&policy=city" + YEAR);
        assertThat(city.path("policy").stringValue()).isEqualTo("city@2");
        JsonNode compared = ok("/totals/compare?measure=signed&one=default&other=city" + YEAR);
        assertThat(cny(compared.path("one"))).isEqualByComparingTo("247.9");
        assertThat(cny(compared.path("other"))).isEqualTo(cny(city.path("total")));
        BigDecimal moved = compared.path("differences")
                .valueStream()
                .map(row -> new BigDecimal(row.path("other").path("amount").stringValue())
                        .subtract(new BigDecimal(row.path("one").path("amount").stringValue())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(moved.movePointLeft(4))
                .isEqualByComparingTo(cny(compared.path("other")).subtract(cny(compared.path("one"))));
        List<String> leave = compared.path("differences")
                .valueStream()
                .filter(row -> row.path("effect").stringValue().equals("LEAVES"))
                .map(row -> row.path("projectNo").stringValue())
                .toList();
        JsonNode excluded =
                ok("/totals/explain?measure=signed&policy=city" + YEAR).path("excluded");
        assertThat(leave).isNotEmpty();
        assertThat(excluded.valueStream()
                        .filter(row -> List.of("SMALL", "RENOVATION")
                                .contains(row.path("rule").stringValue()))
                        .map(row -> row.path("projectNo").stringValue()))
                .containsExactlyInAnyOrderElementsOf(leave);
    }

    @Test
    void exclusive_bands_add_up_and_an_unknown_policy_is_refused() {
        JsonNode bands = ok("/totals?measure=signed&by=sizeBand&bands=exclusive" + YEAR);
        assertThat(bands.path("rows")
                        .valueStream()
                        .mapToInt(row -> row.path("count").intValue())
                        .sum())
                .isEqualTo(bands.path("total").path("count").intValue());
        assertThat(get("/api/v1/totals?measure=signed&policy=generous@9", LINGDAO)
                        .status())
                .isEqualTo(422);
        assertThat(ok("/totals?measure=signed&by=park&tree=today" + YEAR).path("total"))
                .isEqualTo(ok("/totals?measure=signed&by=park" + YEAR).path("total"));
        assertThat(get("/api/v1/totals?measure=signed&tree=oak", LINGDAO).status())
                .isEqualTo(400);
        assertThat(get("/api/v1/totals/waterfall?measure=signed&from=2023-01-01&to=2023-12-31&tree=oak", LINGDAO)
                        .status())
                .isEqualTo(400);
        assertThat(get("/api/v1/totals?measure=signed&bands=wide", LINGDAO).status())
                .isEqualTo(400);
    }

    @Test
    void totals_by_industry_are_those_of_the_texts() {
        JsonNode totals = ok("/totals?measure=signed&by=industry" + YEAR);

        assertThat(totals.propertyNames())
                .containsExactly("measure", "policy", "asOf", "knownAt", "by", "rows", "total");
        assertThat(totals.path("policy").stringValue()).isEqualTo("default@1");
        assertThat(totals.path("rows").get(0).propertyNames()).containsExactly("key", "code", "count", "sums");
        Map<String, String> rows = totals.path("rows")
                .valueStream()
                .collect(Collectors.toMap(
                        row -> row.path("key").path("industry").stringValue(),
                        row -> row.path("count").intValue() + " " + cny(row),
                        (a, b) -> a,
                        TreeMap::new));
        assertThat(rows)
                .isEqualTo(new TreeMap<>(Map.of(
                        "纺织鞋服", "3 45.30",
                        "食品医药", "5 34.40",
                        "新能源电池", "3 135.80",
                        "装备制造", "11 30.30",
                        "其他", "3 2.10")));
        assertThat(totals.path("total").path("count").intValue()).isEqualTo(25);
        assertThat(cny(totals.path("total"))).isEqualByComparingTo("247.90");
    }

    @Test
    void the_same_period_last_year_and_shares_stand_beside_the_rows_where_they_are_asked_for() {
        JsonNode totals = ok("/totals?measure=signed&by=industry&lastYear=true&asOf=2023-08-31" + YEAR);
        JsonNode lastYear = totals.path("lastYear");
        assertThat(lastYear.path("from").stringValue()).isEqualTo("2022-01-01");
        assertThat(lastYear.path("to").stringValue()).isEqualTo("2022-08-31");
        assertThat(totals.path("rows")
                        .valueStream()
                        .mapToInt(row -> row.path("lastYear").path("count").intValue())
                        .sum())
                .isEqualTo(lastYear.path("total").path("count").intValue());
        assertThat(totals.path("rows")
                        .valueStream()
                        .map(row -> cny(row.path("lastYear")))
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(cny(lastYear.path("total")));
        assertThat(totals.path("rows")
                        .valueStream()
                        .mapToDouble(row -> row.path("share").doubleValue())
                        .sum())
                .isCloseTo(1, offset(0.001));
        assertThat(lastYear.path("total"))
                .isEqualTo(ok("/totals?measure=signed&from=2022-01-01&to=2022-08-31&asOf=2023-08-31")
                        .path("total"));
    }

    @Test
    void a_class_without_entries_opens_to_nothing_and_provinces_have_their_names() {
        JsonNode none = ok("/totals/explain?measure=signed&cell=industry:textile&from=2021-01-04&to=2021-01-05");
        assertThat(none.path("rows")).isEmpty();
        assertThat(none.path("count").intValue()).isZero();
        JsonNode provinces = ok("/totals?measure=signed&by=province" + YEAR).path("rows");
        assertThat(provinces).isNotEmpty();
        JsonNode first = provinces.get(0);
        String name = first.path("key").path("province").stringValue();
        assertThat(name).doesNotContainPattern("\\d");
        assertThat(ok("/totals/explain?measure=signed&cell=province:" + encoded(name) + YEAR)
                        .path("count"))
                .isEqualTo(first.path("count"));
    }

    @Test
    void what_is_in_no_class_is_called_the_same_everywhere_and_opens_by_its_name() {
        for (String by : List.of("chain", "leader", "sizeBand")) {
            JsonNode rows = ok("/totals?measure=inTalks&by=" + by).path("rows");
            rows.valueStream().filter(row -> row.path("code").path(by).isNull()).forEach(row -> {
                String name = row.path("key").path(by).stringValue();
                assertThat(name).startsWith("其他");
                JsonNode opened = ok("/totals/explain?measure=inTalks&cell=" + by + ":" + encoded(name));
                assertThat(opened.path("count")).isEqualTo(row.path("count"));
                assertThat(opened.path("sums")).isEqualTo(row.path("sums"));
            });
        }
    }

    @Test
    void an_explained_row_is_in_its_own_currency_and_says_who_entered_it() {
        JsonNode rows = ok("/totals/explain?measure=inTalks").path("rows");
        assertThat(rows).isNotEmpty();
        rows.valueStream().forEach(row -> {
            assertThat(row.path("amounts").get(0).propertyNames()).containsExactly("amount", "currency", "unit");
            assertThat(row.path("amounts").valueStream().toList()).contains(row.path("amount"));
            assertThat(row.path("events").get(0).path("recordedBy").asString(""))
                    .isNotBlank();
        });
    }

    @Test
    void totals_as_of_a_day_are_what_had_been_signed_by_then() {
        JsonNode august = ok("/totals?measure=signed&by=industry&asOf=2023-08-31" + YEAR);
        assertThat(august.path("asOf").stringValue()).isEqualTo("2023-08-31");
        assertThat(august.path("total").path("count").intValue()).isEqualTo(10);
        assertThat(cny(august.path("total"))).isEqualByComparingTo("60.00");
    }

    @Test
    void an_explanation_ties_to_the_total_it_explains() {
        JsonNode byName = ok("/totals/explain?measure=signed&by=industry&cell=industry:" + encoded("纺织鞋服") + YEAR);
        JsonNode byCode = ok("/totals/explain?measure=signed&by=industry&cell=industry:textile" + YEAR);

        assertThat(byName.path("cell").path("industry").stringValue()).isEqualTo("纺织鞋服");
        assertThat(byName.path("rows")).hasSize(3);
        BigDecimal sum = byName.path("rows")
                .valueStream()
                .map(row -> new BigDecimal(row.path("amount").path("amount").stringValue()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(sum).isEqualByComparingTo("453000");
        assertThat(byName.path("rows").get(0).path("amount").path("unit").stringValue())
                .isEqualTo("万元");
        assertThat(cny(byName)).isEqualByComparingTo("45.30");
        assertThat(texts(byName.path("rows").get(0).path("events"), "name")).contains("signing.AgreementSigned");
        assertThat(byCode.path("rows")).isEqualTo(byName.path("rows"));
        assertThat(byName.path("excluded").isArray()).isTrue();
    }

    @Test
    void a_waterfall_balances_on_both_axes() {
        for (String ends :
                List.of("from=2023-08-31&to=2023-11-30", "from=2023-09-01T00:00:00Z&to=2024-01-01T00:00:00Z")) {
            JsonNode waterfall = ok("/totals/waterfall?measure=signed&" + ends);
            BigDecimal opening = cny(waterfall.path("opening"));
            BigDecimal bars =
                    waterfall.path("bars").valueStream().map(ReadApiTest::cny).reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(opening.add(bars)).as(ends).isEqualByComparingTo(cny(waterfall.path("closing")));
            assertThat(waterfall.path("bars").get(0).propertyNames())
                    .containsExactly("cause", "label", "count", "sums");
        }
    }

    @Test
    void the_list_has_total_and_sum_of_everything_filtered() {
        JsonNode list = ok("/projects?industry=textile&sort=-amount&page=0&size=2");

        assertThat(list.path("rows")).hasSize(2);
        assertThat(list.path("total").intValue()).isGreaterThan(2);
        assertThat(list.path("sum").get(0).path("unit").stringValue()).isEqualTo("亿元");
        assertThat(texts(list.path("rows"), "projectNo")).allMatch(no -> no.startsWith("ZS-"));
        JsonNode first = list.path("rows").get(0);
        assertThat(first.path("industry").path("code").stringValue()).isEqualTo("textile");
        assertThat(new BigDecimal(first.path("amount").path("amount").stringValue()))
                .isGreaterThanOrEqualTo(new BigDecimal(
                        list.path("rows").get(1).path("amount").path("amount").stringValue()));
    }

    @Test
    void a_dossier_is_found_by_number_and_by_id_on_any_day() {
        JsonNode row = ok("/projects?stage=STARTED&size=1").path("rows").get(0);
        String no = row.path("projectNo").stringValue();

        JsonNode byNo = ok("/projects/" + no);
        JsonNode byId = ok("/projects/" + row.path("projectId").stringValue());
        JsonNode then =
                ok("/projects/" + no + "?asOf=" + row.path("registeredOn").stringValue());

        assertThat(byNo.path("project")).isEqualTo(byId.path("project"));
        assertThat(byNo.path("phases")).isNotEmpty();
        assertThat(byNo.path("ids").path("signingId").isString()).isTrue();
        assertThat(then.path("project").path("stage").stringValue()).isEqualTo("LEAD");
        assertThat(then.path("availableActions")).isEmpty();
    }

    @Test
    void a_history_tells_every_event_in_a_sentence() {
        String no = ok("/projects?stage=PRODUCING&size=1")
                .path("rows")
                .get(0)
                .path("projectNo")
                .stringValue();
        JsonNode history = ok("/projects/" + no + "/history");

        assertThat(history.path("projectNo").stringValue()).isEqualTo(no);
        JsonNode first = history.path("events").get(0);
        assertThat(first.propertyNames())
                .startsWith(
                        "position",
                        "name",
                        "occurredOn",
                        "recordedAt",
                        "recordedBy",
                        "onBehalfOf",
                        "reason",
                        "correctionOf",
                        "text",
                        "changes");
        assertThat(first.path("name").stringValue()).isEqualTo("lead.LeadRegistered");
        assertThat(first.path("text").stringValue()).contains("登记线索");
        assertThat(texts(history.path("events"), "text"))
                .allSatisfy(text -> assertThat(text).isNotBlank().doesNotContain("{", "[", "null"));
        assertThat(first.path("changes").get(0).propertyNames()).contains("field", "before", "after");
        Answer english = get("/api/v1/projects/" + no + "/history", LINGDAO, "Accept-Language", "en");
        assertThat(english.json().path("events").get(0).path("text").stringValue())
                .contains("registered the lead");
    }

    @Test
    void every_event_of_the_demo_is_told() {
        List<String> numbers = texts(ok("/projects?size=1000").path("rows"), "projectNo");
        assertThat(numbers).hasSizeGreaterThan(40);
        for (String no : numbers) {
            assertThat(texts(ok("/projects/" + no + "/history").path("events"), "text"))
                    .allSatisfy(text -> assertThat(text).isNotBlank().doesNotContain("{", "}", "[", "null", "记了一件事"));
        }
    }

    @Test
    void the_pipeline_has_every_stage_with_its_sum() {
        JsonNode pipeline = ok("/pipeline");
        assertThat(pipeline.path("stages").get(0).propertyNames())
                .contains("stage", "label", "count", "sums", "medianDays", "conversion");
        assertThat(texts(pipeline.path("stages"), "label")).startsWith("线索", "首次接触");
    }

    @Test
    void cohorts_tie_to_their_projects_and_leave_out_months_that_nobody_has_lived() {
        JsonNode all = ok("/cohorts?asOf=2023-11-30");
        assertThat(all.path("cohorts").get(0).path("year").intValue()).isEqualTo(2023);
        assertThat(all.path("cohorts").get(0).path("rows")).isEmpty();
        JsonNode cohort = ok("/cohorts?asOf=2023-11-30&year=2022&months=0,12,120")
                .path("cohorts")
                .get(0);
        assertThat(cohort.propertyNames())
                .containsExactly("year", "count", "sums", "left", "milestones", "states", "relapses", "rows");
        JsonNode start = cohort.path("milestones").get(0);
        assertThat(start.path("label").stringValue()).isEqualTo("开工");
        assertThat(start.path("reached").propertyNames()).containsExactly("count", "sums", "share", "amountShare");
        assertThat(start.path("byMonth")
                        .valueStream()
                        .map(month -> month.path("months").intValue()))
                .contains(0)
                .doesNotContain(120);
        List<String> started = cohort.path("rows")
                .valueStream()
                .map(row -> row.path("reached").path("CONSTRUCTION_START").asString(""))
                .filter(day -> !day.isEmpty())
                .toList();
        assertThat(cohort.path("rows").size()).isEqualTo(cohort.path("count").intValue());
        assertThat(started)
                .isNotEmpty()
                .hasSize(start.path("reached").path("count").intValue());
    }

    @Test
    void a_tenure_balances_and_a_promoter_reads_their_own_alone() {
        String owner = ok("/projects?size=1&stage=STARTED")
                .path("rows")
                .get(0)
                .path("owner")
                .path("id")
                .stringValue();
        JsonNode tenure = ok("/tenure?as=OWNER&from=2022-01-01&to=2023-11-30&who=" + owner);
        assertThat(tenure.propertyNames())
                .containsExactly("as", "who", "name", "from", "to", "knownAt", "opening", "moves", "deeds", "closing");
        int came = (int) tenure.path("moves")
                .valueStream()
                .filter(move -> List.of("NEW", "TAKEN_OVER", "REVIVED")
                        .contains(move.path("kind").stringValue()))
                .count();
        assertThat(tenure.path("opening").path("count").intValue()
                        + 2 * came
                        - tenure.path("moves").size())
                .isEqualTo(tenure.path("closing").path("count").intValue())
                .isPositive();
        assertThat(texts(tenure.path("deeds"), "kind")).contains("AGREEMENT", "MILESTONE");
        Answer refused = get(
                "/api/v1/tenure?as=OWNER&from=2022-01-01&who=0193a0c0-0000-7000-8000-000000000000",
                "zhuanyuan:demo-2026");
        assertThat(refused.json().path("code").asString("")).isEqualTo("tenure.not-yours");
        assertThat(refused.status()).isEqualTo(403);
    }

    @Test
    void the_five_gaps_tie_to_their_rows() {
        JsonNode gaps = ok("/five-gaps");
        JsonNode state = gaps.path("states").get(0);
        assertThat(state.propertyNames()).containsExactly("state", "label", "count", "overdue", "sums", "lights");
        assertThat(state.path("label").stringValue()).isEqualTo("签约未开工");
        assertThat(state.path("lights").propertyNames()).containsExactly("green", "yellow", "red");
        long counted = gaps.path("states")
                .valueStream()
                .mapToLong(each -> each.path("count").longValue())
                .sum();
        long decisive = gaps.path("rows")
                .valueStream()
                .filter(row -> row.path("decisive").booleanValue())
                .count();
        assertThat(counted).isEqualTo(decisive).isPositive();
        assertThat(gaps.path("rows").get(0).propertyNames())
                .contains("projectNo", "phase", "state", "dueOn", "daysLate", "light", "cause");
    }

    @Test
    void the_feed_gives_everything_in_order() throws InterruptedException {
        untilNothingIsEntered();
        long last = 0;
        long read = 0;
        for (JsonNode page = ok("/events?after=0&limit=500");
                !page.path("events").isEmpty();
                page = ok("/events?limit=500&after=" + last)) {
            for (JsonNode event : page.path("events")) {
                assertThat(event.path("position").longValue()).isGreaterThan(last);
                last = event.path("position").longValue();
                read++;
            }
            assertThat(page.path("next").longValue()).isEqualTo(last);
        }
        assertThat(read).isEqualTo(eventsUpTo(last));
        JsonNode one = ok("/events?limit=1").path("events").get(0);
        assertThat(one.path("data").isObject()).isTrue();
        assertThat(one.path("name").stringValue()).contains(".");
    }

    /** The job that reminds runs on after the park is loaded. */
    private void untilNothingIsEntered() throws InterruptedException {
        for (long before = -1; before != events(); ) {
            before = events();
            Thread.sleep(1500);
        }
    }

    @Test
    void visits_are_listed_as_they_stand() {
        JsonNode visits = ok("/visits?from=2023-01-01&to=2023-12-31&limit=5");
        assertThat(visits.path("rows")).hasSize(5);
        assertThat(visits.path("rows").get(0).path("summary").isString()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "/totals?measure=nothing, 422, ledger.unknown-measure",
        "/totals, 422, shared.required",
        "/totals?measure=signed&by=colour, 422, ledger.unknown-dimension",
        "/totals/explain?measure=signed&cell=industry:typo, 422, ledger.unknown-class",
        "/totals/explain?measure=signed&cell=sizeBand:ge7, 422, ledger.unknown-class",
        "/totals/explain?measure=signed&cell=owner:nobody, 422, ledger.unknown-class",
        "/totals/waterfall?measure=signed&from=2023-01-01&to=2023-12-31&cell=park:typo, 422, ledger.unknown-class",
        "/totals?measure=signed&lastYear=true, 400, api.parameter-form",
        "/projects?asOf=2093-01-01, 422, api.in-future",
        "/projects?asOf=2023-02-30, 400, api.parameter-form",
        "/projects?knownAt=yesterday, 400, api.parameter-form",
        "/projects?size=100000, 400, api.page-range",
        "/projects?stage=NOWHERE, 400, api.parameter-form",
        "/projects?sort=colour, 422, ledger.unknown-sort",
        "/cohorts?months=many, 400, api.parameter-form",
        "/cohorts?months=1000, 400, api.page-range",
        "/cohorts?asOf=1999-01-01, 422, ledger.before-first-event",
        "/tenure?as=KING&from=2023-01-01, 400, api.parameter-form",
        "/tenure?as=OWNER&from=2023-02-01&to=2023-01-01, 422, ledger.period-ends-before-start",
        "/tenure?as=OWNER&from=2023-02-01&to=2093-01-01, 422, api.in-future",
        "/targets?year=soon, 400, api.parameter-form",
        "/targets?year=99, 400, api.page-range",
        "/projects/ZS-1999-0001, 404, api.not-found",
        "/projects/0193a0c0-0000-7000-8000-000000000000, 404, api.not-found",
        "/totals/waterfall?measure=signed&from=2023-01-01&to=2023-09-01T00:00:00Z, 422, ledger.mixed-axes",
        "/totals/waterfall?measure=signed&from=1999-12-31&to=2023-09-01, 422, ledger.before-first-event",
        "/totals/waterfall?measure=signed&from=1999-12-31T00:00:00Z&to=2023-09-01T00:00:00Z, 422, ledger.before-first-event"
    })
    void a_wrong_question_is_answered_clearly(String path, int status, String code) {
        Answer answer = get("/api/v1" + path, LINGDAO);
        assertThat(answer.json().path("code").asString("")).as(answer.text()).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void no_read_answers_for_a_point_before_anything_happened() {
        List<String> asked = new ArrayList<>();
        requestMappingHandlerMapping.getHandlerMethods().forEach((mapping, handler) -> {
            boolean takesADay = Arrays.stream(handler.getMethodParameters())
                    .anyMatch(parameter -> parameter.hasParameterAnnotation(RequestParam.class)
                            && parameter.getParameter().getName().equals("asOf"));
            if (takesADay) {
                asked.addAll(mapping.getPatternValues());
            }
        });
        assertThat(asked).hasSizeGreaterThan(15).contains("/api/v1/projects/{idOrNo}/history", "/api/v1/targets");
        for (String read : asked) {
            for (String point : List.of("asOf=1999-01-01", "knownAt=1999-01-01T00:00:00Z", "to=1999-01-01")) {
                Answer answer = get(read.replaceAll("\\{[^}]*}", "any") + "?" + point, LINGDAO);
                assertThat(answer.json().path("code").asString(""))
                        .as(read + " " + answer.text())
                        .isEqualTo("ledger.before-first-event");
                assertThat(answer.status()).isEqualTo(422);
                assertThat(texts(answer.json().path("errors"), "field"))
                        .containsExactly(point.substring(0, point.indexOf('=')));
            }
        }
    }

    @Test
    void what_was_known_at_an_instant_is_for_who_judges_it_and_as_of_that_day() {
        for (String user : List.of("zhuanyuan", "fuzeren", "admin")) {
            Answer refused = get("/api/v1/projects?knownAt=2023-09-01T00:00:00Z", user + ":demo-2026");
            assertThat(refused.status()).as(refused.text()).isEqualTo(403);
            assertThat(refused.json().path("code").stringValue()).isEqualTo("ledger.as-known-not-allowed");
        }
        for (String user : List.of("lingdao", "ducha", "shenji")) {
            assertThat(get("/api/v1/projects?knownAt=2023-09-01T00:00:00Z", user + ":demo-2026")
                            .status())
                    .as(user)
                    .isEqualTo(200);
        }
        JsonNode then = ok("/five-gaps?knownAt=2023-08-31T17:00:00Z");
        assertThat(then.path("asOf").stringValue()).isEqualTo("2023-09-01");
        assertThat(ok("/five-gaps?knownAt=2023-08-31T17:00:00Z&asOf=2023-09-01"))
                .isEqualTo(then);
    }

    @Test
    void a_parameter_that_takes_several_values_says_which() {
        assertThat(get("/api/v1/projects?stage=NOWHERE", LINGDAO)
                        .json()
                        .path("errors")
                        .get(0)
                        .path("message")
                        .stringValue())
                .contains("LEAD", "FIRST_CONTACT")
                .doesNotContain("Set");
    }

    @Test
    void somebody_of_one_park_sees_that_park_alone() {
        open(dispatcher, "yuanqu.du", java.util.Set.of("wuxi"), dev.wuwei.crm.shared.Role.PROMOTER);
        JsonNode all = ok("/projects?size=1000");
        JsonNode foreign = all.path("rows")
                .valueStream()
                .filter(row -> !"wuxi".equals(row.path("park").path("code").asString("")))
                .findFirst()
                .orElseThrow();

        Answer list = get("/api/v1/projects?size=1000", "yuanqu.du");
        assertThat(list.json()
                        .path("rows")
                        .valueStream()
                        .map(row -> row.path("park").path("code").stringValue()))
                .isNotEmpty()
                .containsOnly("wuxi");
        String no = foreign.path("projectNo").stringValue();
        for (String path : List.of("/projects/" + no, "/projects/" + no + "/history", "/visits?project=" + no)) {
            assertThat(get("/api/v1" + path, "yuanqu.du").status()).as(path).isEqualTo(404);
        }
        assertThat(get("/api/v1/events?limit=1000", "yuanqu.du").text())
                .doesNotContain(foreign.path("projectId").stringValue());
    }

    @Test
    void tickets_are_listed_counted_and_told_as_of_any_day() {
        JsonNode all = ok("/tickets?size=5&sort=-raised&raisedTo=2023-12-31");
        assertThat(all.path("rows")).hasSize(5);
        assertThat(all.path("total").intValue()).isEqualTo(20);
        assertThat(all.path("counts").path("total").intValue())
                .as("withdrawn ones never count")
                .isEqualTo(19);
        JsonNode open = ok("/tickets?open=true&raisedTo=2023-12-31");
        assertThat(open.path("total").intValue())
                .isEqualTo(all.path("counts").path("open").intValue());

        JsonNode early = ok("/tickets?asOf=2023-03-01");
        assertThat(early.path("total").intValue()).isEqualTo(5);
        assertThat(early.path("rows").get(0).path("availableActions")).isEmpty();
        assertThat(ok("/tickets?closedFrom=2022-01-01&closedTo=2022-12-31")
                        .path("total")
                        .intValue())
                .isEqualTo(4);

        String id =
                ok("/tickets?notice=RED").path("rows").get(0).path("ticketId").stringValue();
        JsonNode one = ok("/tickets/" + id);
        assertThat(texts(one.path("steps"), "state")).containsExactly("RAISED", "ASSIGNED", "SIGNED_FOR", "HANDLING");
        assertThat(one.path("notices").get(0).path("recipients")).isNotEmpty();
        assertThat(one.path("notices").get(0).path("interview").stringValue()).contains("节能备案");
    }

    private static JsonNode target(JsonNode targets, String measure, String kind) {
        return targets.path("rows")
                .valueStream()
                .filter(row -> row.path("measure").stringValue().equals(measure)
                        && row.path("scope").path("kind").stringValue().equals(kind)
                        && row.path("period").path("kind").stringValue().equals("YEAR"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void targets_stand_beside_what_the_totals_say_and_open_to_the_same_rows() {
        JsonNode targets = ok("/targets?year=2023&asOf=2023-11-30");
        assertThat(targets.propertyNames()).containsExactly("year", "asOf", "knownAt", "rows", "total");

        JsonNode amount = target(targets, "SIGNED_AMOUNT", "WHOLE");
        assertThat(amount.path("target").path("amount").path("amount").stringValue())
                .isEqualTo("50.00");
        assertThat(amount.path("actual").path("amount").path("amount").stringValue())
                .isEqualTo("247.90");
        assertThat(amount.path("actual").path("amount").path("unit").stringValue())
                .isEqualTo("亿元");
        assertThat(amount.path("pace").path("by").stringValue()).isEqualTo("PARTS");
        assertThat(amount.path("explain").stringValue()).endsWith("&asOf=2023-11-30");
        assertThat(target(ok("/targets?year=2023&knownAt=2023-11-30T08:00:00Z"), "SIGNED_AMOUNT", "WHOLE")
                        .path("explain")
                        .stringValue())
                .endsWith("&asOf=2023-11-30&knownAt=2023-11-30T08:00:00Z");
        assertThat(amount.path("forecast").path("talks").size()).isPositive();
        JsonNode rows = get(amount.path("explain").stringValue(), LINGDAO).json();
        assertThat(cny(rows)).isEqualByComparingTo("247.90");

        assertThat(target(targets, "SIGNED_COUNT", "WHOLE")
                        .path("actual")
                        .path("count")
                        .intValue())
                .isEqualTo(25);
        assertThat(target(targets, "SIGNED_GE5", "WHOLE")
                        .path("actual")
                        .path("count")
                        .intValue())
                .isEqualTo(6);
        assertThat(target(targets, "PRODUCING", "WHOLE")
                        .path("pace")
                        .path("share")
                        .doubleValue())
                .isEqualTo(0.9151);
        assertThat(target(targets, "REVITALISED_LAND", "WHOLE")
                        .path("actual")
                        .path("land")
                        .path("value")
                        .stringValue())
                .as("as the park told for the year")
                .isEqualTo("120");
        assertThat(target(targets, "ARRIVED_AMOUNT", "WHOLE").path("steps").size())
                .isEqualTo(2);
        assertThat(target(ok("/targets?year=2023&asOf=2023-06-30"), "ARRIVED_AMOUNT", "WHOLE")
                        .path("target")
                        .path("amount")
                        .path("amount")
                        .stringValue())
                .as("as it stood before it was revised in July")
                .isEqualTo("30.00");
    }

    @Test
    void a_scorecard_gives_places_and_what_each_point_was_made_of() {
        JsonNode parks = ok("/targets/scorecards?year=2023").path("rows").get(0);
        assertThat(parks.path("version").intValue()).isEqualTo(2);
        assertThat(parks.path("ranking")
                        .valueStream()
                        .map(standing -> standing.path("place").intValue()))
                .containsExactly(1, 2, 3);
        JsonNode first = parks.path("ranking").get(0);
        BigDecimal points = first.path("scores")
                .valueStream()
                .map(score -> score.path("points").decimalValue())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(first.path("total").decimalValue()).isEqualByComparingTo(points);
    }

    @Test
    void commitments_are_listed_with_the_rates_they_make() {
        JsonNode broken = ok("/commitments?party=GOVERNMENT&outcome=NOT_KEPT&size=100");
        JsonNode rate = broken.path("fulfilment").path("GOVERNMENT");
        assertThat(broken.path("total").intValue())
                .isPositive()
                .isEqualTo(rate.path("judged").intValue() - rate.path("kept").intValue());
        assertThat(broken.path("rows").valueStream())
                .allMatch(row -> row.path("party").stringValue().equals("GOVERNMENT")
                        && row.path("notKept").booleanValue());

        JsonNode kept = ok("/commitments?state=BREACHED&size=100");
        assertThat(kept.path("rows").valueStream())
                .as("a breach under version 1 that a supplement did not wash away")
                .anyMatch(row -> row.path("version").intValue() == 1
                        && !row.path("supersededOn").isNull());
        String project = kept.path("rows").get(0).path("projectNo").stringValue();
        assertThat(texts(ok("/commitments?project=" + project).path("rows"), "projectNo"))
                .containsOnly(project);
        assertThat(get("/api/v1/commitments?state=nonsense", LINGDAO).status()).isEqualTo(400);
    }

    @Test
    void a_campaign_opens_to_its_sheets_which_stay_as_they_were_pulled() {
        JsonNode campaigns = ok("/campaigns");
        assertThat(texts(campaigns.path("rows"), "state")).containsExactly("DATA_PULLED", "CLOSED");
        JsonNode running = campaigns.path("rows").get(0);
        String id = running.path("campaignId").stringValue();
        JsonNode one = ok("/campaigns/" + id);
        assertThat(one.path("reviews").size())
                .isEqualTo(running.path("projects").intValue());

        String no = one.path("reviews").get(3).path("projectNo").stringValue();
        JsonNode sheet = ok("/campaigns/" + id + "/" + no);
        JsonNode before = ok("/campaigns/" + id + "/" + no + "?asOf=2023-11-04");
        assertThat(sheet.path("commitments")).isNotEmpty().isEqualTo(before.path("commitments"));
        assertThat(before.path("review").path("state").stringValue()).isEqualTo("DATA_PULLED");
        assertThat(ok("/commitments?project=" + no + "&party=COMPANY&asOf="
                                + sheet.path("cutOff").stringValue() + "&knownAt="
                                + sheet.path("sheetKnownAt").stringValue())
                        .path("fulfilment")
                        .path("COMPANY")
                        .path("judged")
                        .intValue())
                .as("the sheet says what the commitments said then")
                .isEqualTo(sheet.path("review").path("company").path("judged").intValue());
        assertThat(get("/api/v1/campaigns/nonsense", LINGDAO).status()).isEqualTo(404);
        assertThat(get("/api/v1/campaigns/" + id + "/ZS-1999-0001", LINGDAO).status())
                .isEqualTo(404);
    }

    @Test
    void a_ticket_of_another_park_or_of_no_name_is_not_there() {
        assertThat(get("/api/v1/tickets/nonsense", LINGDAO).status()).isEqualTo(404);
        assertThat(get("/api/v1/tickets?sort=nonsense", LINGDAO)
                        .json()
                        .path("code")
                        .stringValue())
                .isEqualTo("ledger.unknown-sort");
        open(dispatcher, "wuxi", java.util.Set.of("wuxi"), dev.wuwei.crm.shared.Role.PROMOTER);
        JsonNode narrow = get("/api/v1/tickets?size=100", "wuxi").json();
        assertThat(narrow.path("total").intValue()).isPositive().isLessThan(20);
        assertThat(narrow.path("rows")
                        .valueStream()
                        .map(row -> row.path("park").path("code").stringValue()))
                .containsOnly("wuxi");
        String elsewhere = ok("/tickets?park=liangjiang")
                .path("rows")
                .get(0)
                .path("ticketId")
                .stringValue();
        assertThat(get("/api/v1/tickets/" + elsewhere, "wuxi").status()).isEqualTo(404);
    }
}
