package dev.wuwei.crm.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wuwei.crm.platform.axon.CommandDispatcher;
import dev.wuwei.crm.shared.Role;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Bulletins of the demo park as other programs read them. */
@InDemoPark
class PublicationApiTest extends RunningApi {
    private static final String LINGDAO = "lingdao:demo-2026";
    private static final String HEAD_OF_WUXI = "wuxi.fuzeren";
    private static final String REPORT = """
            {"title":"%s","kind":"AD_HOC","periodFrom":"2023-01-01","periodTo":"%s","asOf":"2023-08-31",
             "measures":["%s"],"breakdowns":["industry"],"occurredOn":"2023-12-28"}""";

    @BeforeAll
    static void somebodyOfOnePark(@Autowired CommandDispatcher dispatcher) {
        open(dispatcher, HEAD_OF_WUXI, Set.of("wuxi"), Role.DEPARTMENT_HEAD);
    }

    private JsonNode ok(String path, String user) {
        Answer answer = get("/api/v1" + path, user);
        assertThat(answer.status()).as(path + " " + answer.text()).isEqualTo(200);
        return answer.json();
    }

    private JsonNode listed(String title) {
        return ok("/publications", LINGDAO)
                .path("rows")
                .valueStream()
                .filter(row -> row.path("title").stringValue().equals(title))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode whole(String title) {
        return ok("/publications/" + listed(title).path("publicationId").stringValue(), LINGDAO);
    }

    private static JsonNode line(JsonNode publication, String key) {
        return publication
                .path("lines")
                .valueStream()
                .filter(line -> line.path("line").stringValue().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static String told(JsonNode figures) {
        JsonNode sum = figures.path("sums").get(0);
        return figures.path("count").intValue() + " " + sum.path("amount").stringValue()
                + sum.path("unit").stringValue();
    }

    @Test
    void the_bulletins_of_august_and_november_are_those_of_the_texts_and_stand() {
        for (var expected :
                List.of(List.of("2023年1–8月招商引资通报", "10 60.00亿元"), List.of("2023年1–11月招商引资通报", "25 247.90亿元"))) {
            JsonNode publication = whole(expected.getFirst());
            JsonNode head = publication.path("publication");
            assertThat(head.path("digestVerified").booleanValue()).isTrue();
            assertThat(head.path("ties").booleanValue()).isTrue();
            assertThat(head.path("restatedLines").intValue()).isZero();
            assertThat(head.path("policy").stringValue()).isEqualTo("default@1");
            JsonNode signed = line(publication, "signed");
            assertThat(told(signed.path("published"))).isEqualTo(expected.getLast());
            assertThat(told(signed.path("now"))).isEqualTo(expected.getLast());
        }
        JsonNode november = whole("2023年1–11月招商引资通报");
        assertThat(november.path("lines")
                        .valueStream()
                        .filter(line -> line.path("line").stringValue().startsWith("signed/industry/"))
                        .map(line ->
                                line.path("key").path("industry").stringValue() + " " + told(line.path("published"))))
                .as("in the order of the dictionary")
                .containsExactly(
                        "纺织鞋服 3 45.30亿元", "食品医药 5 34.40亿元", "新能源电池 3 135.80亿元", "装备制造 11 30.30亿元", "其他 3 2.10亿元");
    }

    @Test
    void a_corrected_amount_restates_the_lines_it_is_in_and_says_why() {
        JsonNode september = whole("2023年1–9月招商引资通报");

        assertThat(september.path("publication").path("restatedLines").intValue())
                .isPositive();
        JsonNode signed = line(september, "signed");
        assertThat(told(signed.path("published"))).isEqualTo("14 99.90亿元");
        assertThat(told(signed.path("now"))).isEqualTo("14 99.50亿元");
        assertThat(told(signed.path("difference"))).isEqualTo("0 -0.40亿元");
        JsonNode move = signed.path("moves").get(0);
        assertThat(move.path("cause").stringValue()).isEqualTo("CORRECTED");
        assertThat(move.path("label").stringValue()).isEqualTo("金额更正");
        assertThat(move.path("name").stringValue()).isEqualTo("输变电设备");
        assertThat(move.path("event").stringValue()).startsWith("signing.");
        for (JsonNode line : september.path("lines")) {
            BigDecimal moved = line.path("moves")
                    .valueStream()
                    .map(each -> new BigDecimal(
                            each.path("sums").get(0).path("amount").stringValue()))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(moved)
                    .as(line.path("line").stringValue())
                    .isEqualByComparingTo(line.path("difference")
                            .path("sums")
                            .get(0)
                            .path("amount")
                            .stringValue());
        }
        assertThat(september.path("notes").get(0).path("text").stringValue()).contains("更正");
    }

    @Test
    void as_known_before_the_correction_the_report_stood() {
        String id = listed("2023年1–9月招商引资通报").path("publicationId").stringValue();
        JsonNode then = ok("/publications/" + id + "?knownAt=2023-10-15T00:00:00Z", LINGDAO);
        assertThat(then.path("publication").path("restatedLines").intValue()).isZero();
        assertThat(get("/api/v1/publications/" + id + "?knownAt=2023-10-01T00:00:00Z", LINGDAO)
                        .status())
                .as("before it was published")
                .isEqualTo(404);
    }

    @Test
    void a_typed_in_figure_does_not_tie_by_one_point_four() {
        JsonNode november = whole("2023年1–11月招商引资通报");
        JsonNode total = november.path("outside").get(0);
        assertThat(total.path("line").stringValue()).isEqualTo("signed");
        assertThat(total.path("amount").path("amount").stringValue()).isEqualTo("246.50");
        assertThat(total.path("ties").booleanValue()).isFalse();
        assertThat(total.path("amountOff").path("amount").stringValue()).isEqualTo("-1.40");
        assertThat(total.path("countOff").intValue()).isZero();
        assertThat(november.path("outside")
                        .valueStream()
                        .skip(1)
                        .filter(figure -> !figure.path("ties").booleanValue()))
                .isEmpty();
        JsonNode document = november.path("outsideDocuments").get(0);
        assertThat(document.path("sum").path("amount").stringValue()).isEqualTo("247.90");
        assertThat(document.path("off").path("amount").stringValue()).isEqualTo("-1.40");
    }

    @Test
    void a_withdrawn_report_stays_with_its_reason() {
        JsonNode quarter = listed("2023年第3季度招商引资通报");
        assertThat(quarter.path("withdrawnOn").stringValue()).isEqualTo("2023-10-10");
        assertThat(quarter.path("withdrawalReason").stringValue()).contains("重复");
    }

    @Test
    void publishing_freezes_what_the_ledger_has_and_no_figure_can_be_sent_along() {
        String id = accepted("publication.PublishReport", LINGDAO, REPORT.formatted("专题", "2023-08-31", "signed"))
                .path("id")
                .stringValue();
        JsonNode made = ok("/publications/" + id, LINGDAO);
        assertThat(told(line(made, "signed").path("published"))).isEqualTo("10 60.00亿元");
        assertThat(made.path("publication").path("digest").stringValue()).hasSize(64);

        Answer typed = command(
                "publication.PublishReport",
                LINGDAO,
                REPORT.formatted("专题", "2023-08-31", "signed").replace("\"kind\"", "\"lines\":[],\"kind\""));
        assertThat(typed.status()).isEqualTo(422);
    }

    @Test
    void rejects_questions_that_the_ledger_cannot_answer_and_stores_nothing() {
        long before = events();
        refused(REPORT.formatted("专题", "2023-08-31", "signd"), "ledger.unknown-measure");
        refused(REPORT.formatted("专题", "2023-09-30", "signed"), "publication.period-not-over");
        refused(
                REPORT.formatted("专题", "2023-08-31", "signed").replace("\"industry\"", "\"colour\""),
                "ledger.unknown-dimension");
        refused(
                REPORT.formatted("专题", "2023-08-31", "signed")
                        .replace("\"measures\"", "\"policy\":\"mine@3\",\"measures\""),
                "ledger.unknown-policy");
        assertThat(events()).isEqualTo(before);
    }

    private void refused(String body, String code) {
        Answer answer = command("publication.PublishReport", LINGDAO, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.json().path("code").stringValue()).isEqualTo(code);
    }

    @Test
    void a_promoter_publishes_nothing_and_whoever_sees_one_park_sees_what_that_park_published() {
        String body = REPORT.formatted("吴溪专题", "2023-08-31", "signed");
        assertThat(command("publication.PublishReport", "zhuanyuan:demo-2026", body)
                        .status())
                .isEqualTo(403);
        assertThat(ok("/publications", HEAD_OF_WUXI).path("rows")).isEmpty();
        assertThat(get(
                                "/api/v1/publications/"
                                        + listed("2023年1–8月招商引资通报")
                                                .path("publicationId")
                                                .stringValue(),
                                HEAD_OF_WUXI)
                        .status())
                .isEqualTo(404);

        accepted("publication.PublishReport", HEAD_OF_WUXI, body);
        JsonNode own = ok("/publications", HEAD_OF_WUXI).path("rows").get(0);
        assertThat(own.path("parks").get(0).path("code").stringValue()).isEqualTo("wuxi");
        assertThat(told(line(ok("/publications/" + own.path("publicationId").stringValue(), HEAD_OF_WUXI), "signed")
                        .path("published")))
                .isNotEqualTo("10 60.00亿元");
    }

    @Test
    void an_unknown_report_is_not_found() {
        assertThat(get("/api/v1/publications/" + UUID.randomUUID(), LINGDAO).status())
                .isEqualTo(404);
        assertThat(get("/api/v1/publications/nonsense", LINGDAO).status()).isEqualTo(404);
    }
}
