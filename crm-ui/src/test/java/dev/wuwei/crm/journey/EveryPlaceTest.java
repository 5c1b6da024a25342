package dev.wuwei.crm.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.router.RouteData;
import com.vaadin.flow.server.VaadinServletContext;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import dev.wuwei.crm.api.InDemoPark;
import dev.wuwei.crm.api.RunningApi;
import dev.wuwei.crm.platform.time.ParkTime;
import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/**
 * People of two companies ask to be forgotten. All that the application shows is read before and after: every page with its
 * tabs, every file that it offers, every address of the interface, as of now and of then. A page or an address with a
 * parameter that nobody fills in here fails, so nothing is left out silently.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@InDemoPark
class EveryPlaceTest extends RunningApi {
    private static final String DEMO_PASSWORD = "demo-2026";
    private static final String HEAD = "fuzeren:" + DEMO_PASSWORD;
    /** May ask what was known at an instant. */
    private static final String JUDGE = "shenji";

    private static final String NOBODY = "";
    private static final int DESK = 1440;

    private static final String ERASED = "〔已删除〕";
    private static final String NAME = "戌亥无名氏";
    private static final String FORMER_NAME = "戌亥旧名氏";
    private static final String SHOWN_PHONE = "199****0407";
    private static final List<String> PERSONAL = List.of(
            NAME,
            FORMER_NAME,
            "19977660407",
            SHOWN_PHONE,
            "haixu.wuming@example.com",
            "haixu-wuming-2023",
            // What is shown of the last two, to tell them apart.
            "hai****.com",
            "hai****2023");

    /** Names that a spreadsheet would run. */
    private static final String COMPANY = "=HYPERLINK(\"http://x.example\",\"甲子\")";

    private static final String PROJECT = "+1甲子项目";
    private static final String TICKET = "-1甲子事项";
    private static final String SUMMARY = "@SUM(A1)甲子";
    /** What would run: a cell after a comma or at the start of a line; a cell of a workbook only if it is a formula. */
    private static final Map<String, Pattern> RUNS =
            Map.of("csv", Pattern.compile("(?m)(?:^|,)(?:\"?[=+@\\t]|\"-)"), "xlsx", Pattern.compile("<f[ >]"));

    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Autowired
    private ServletContext servlet;

    private final List<String> broken = new ArrayList<>();
    private Map<String, List<String>> filledIn;
    private Map<String, String> asked;
    private LocalDate day;
    private String project;

    private Map<String, String> before;
    private Map<String, String> after;
    private String foundBefore;
    private String foundAfter;

    @BeforeAll
    void everythingIsReadBeforeAndAfter() throws IOException {
        assumeFalse(
                "missing".equals(System.getProperty("wuwei.browser")),
                "no Chromium on this machine: nobody looked everywhere");
        day = ParkTime.today().minusDays(3);
        long start = processors.head();
        JsonNode ticket = rows("/tickets?size=50", "rows")
                .filter(row -> row.path("notice").isString())
                .filter(row -> review(row.path("projectNo").stringValue()) != null)
                .findFirst()
                .orElseThrow();
        String signed = ticket.path("projectNo").stringValue();
        String talking = first("/projects?stage=TERMS&status=ACTIVE", "projectNo");
        JsonNode file = upload(HEAD, "纪要.pdf", "%PDF-1.7 纪要".getBytes(StandardCharsets.UTF_8))
                .json();
        Contact one = contact(signed, file);
        Contact other = contact(talking, file);
        talk(other);
        formulas();
        project = json("/projects/" + talking).path("project").path("name").stringValue();

        String review = review(signed);
        String campaign = review.substring(0, review.indexOf('/'));
        // A report of other figures may have none for the bulletin, and then stops it.
        String publication = rows("/publications", "rows")
                .filter(row -> row.path("kind").stringValue().equals("MONTHLY_BULLETIN"))
                .findFirst()
                .orElseThrow()
                .path("publicationId")
                .stringValue();
        String ticketId = ticket.path("ticketId").stringValue();
        filledIn = Map.ofEntries(
                filled("projects/:no", "projects/" + signed, "projects/" + talking),
                filled(
                        "projects/:no/decisions/:decision",
                        "projects/" + signed + "/decisions/" + one.id("signingId") + "-v1"),
                filled("publications/:publication", "publications/" + publication),
                filled("reviews/:campaign", "reviews/" + campaign),
                filled("reviews/:campaign/:no", "reviews/" + review),
                filled("tickets", "tickets", "tickets?ticket=" + ticketId),
                filled("wall", "wall", "wall?rows=all"),
                filled("/api/v1/projects/{idOrNo}", "/api/v1/projects/" + signed, "/api/v1/projects/" + talking),
                filled(
                        "/api/v1/projects/{idOrNo}/history",
                        "/api/v1/projects/" + signed + "/history",
                        "/api/v1/projects/" + talking + "/history"),
                filled(
                        "/api/v1/projects/{idOrNo}/attachments/{sha256}",
                        "/api/v1/projects/" + signed + "/attachments/"
                                + file.path("sha256").stringValue()),
                filled("/api/v1/tickets/{ticketId}", "/api/v1/tickets/" + ticketId),
                filled("/api/v1/publications/{publicationId}", "/api/v1/publications/" + publication),
                filled("/api/v1/campaigns/{campaignId}", "/api/v1/campaigns/" + campaign),
                filled("/api/v1/campaigns/{campaignId}/{projectNo}", "/api/v1/campaigns/" + review),
                filled("/api/v1/tenure", "/api/v1/tenure?as=OWNER&from=2022-01-01"),
                filled("/api/v1/totals", "/api/v1/totals?measure=signed&by=industry"),
                filled("/api/v1/totals/explain", "/api/v1/totals/explain?measure=signed"),
                filled(
                        "/api/v1/totals/waterfall",
                        "/api/v1/totals/waterfall?measure=signed&from=2023-01-01&to=2023-09-01"),
                filled("/api/v1/totals/compare", "/api/v1/totals/compare?measure=signed&one=default&other=city"),
                // Nothing is there: these two say so.
                filled("/api/v1/{*rest}"),
                filled("/error"));
        String knownAt = ParkTime.now().toString();
        asked = new LinkedHashMap<>();
        asked.put("asOf", ParkTime.today().minusDays(1).toString());
        asked.put("knownAt", knownAt);
        asked.put("project", talking);
        asked.put("q", URLEncoder.encode(NAME, StandardCharsets.UTF_8));
        asked.put("after", String.valueOf(start));
        asked.put("limit", "1000");

        before = read(address -> true);
        foundBefore = found();
        erase(one);
        erase(other);
        List<String> shown = showing(before);
        after = read(address -> shown.stream().anyMatch(place -> place.startsWith(address)));
        foundAfter = found();
    }

    @Test
    void no_place_is_broken() {
        assertThat(broken).isEmpty();
    }

    @Test
    void they_are_shown_before_they_ask_to_be_forgotten() {
        List<String> shown = showing(before);
        assertThat(shown)
                .as("pages and answers, as of now, of then and as known then; of both companies")
                .contains("audit")
                .anyMatch(place -> place.matches("projects/.*"))
                .anyMatch(place -> place.matches("projects/.*asOf=.*knownAt=.*"));
        for (String address : filledIn.get("/api/v1/projects/{idOrNo}")) {
            assertThat(shown)
                    .contains(address, address + "/history?limit=1000")
                    .anyMatch(place -> place.startsWith(address + "?asOf="))
                    .anyMatch(place -> place.startsWith(address + "?knownAt="));
        }
        assertThat(before.values()).anyMatch(text -> text.contains(SHOWN_PHONE));
        assertThat(foundBefore.contains(project)).as("found by name").isTrue();
    }

    @Test
    void they_are_shown_nowhere_afterwards() {
        assertThat(showing(after)).isEmpty();
        assertThat(foundAfter.contains(project)).as("found by name").isFalse();
    }

    @Test
    void what_was_shown_of_them_says_that_it_is_erased() {
        assertThat(showing(before)).allMatch(place -> after.get(place).contains(ERASED));
    }

    @Test
    void no_cell_of_any_table_is_a_formula() {
        RUNS.forEach((kind, runs) -> {
            Map<String, String> tables = before.entrySet().stream()
                    .filter(place -> place.getKey().endsWith("." + kind))
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
            for (String name : List.of("=HYPERLINK", PROJECT, TICKET)) {
                assertThat(tables.values()).as("%s with %s", kind, name).anyMatch(text -> text.contains(name));
            }
            assertThat(tables)
                    .allSatisfy((place, text) -> assertThat(runs.matcher(text)
                                    .results()
                                    .map(cell ->
                                            text.substring(cell.start(), Math.min(text.length(), cell.end() + 20))))
                            .as(place)
                            .isEmpty());
        });
    }

    private static List<String> showing(Map<String, String> places) {
        return places.entrySet().stream()
                .filter(place -> PERSONAL.stream().anyMatch(place.getValue()::contains))
                .map(Map.Entry::getKey)
                .toList();
    }

    // What is recorded

    private record Contact(JsonNode ids, String person) {
        String id(String which) {
            return ids.path(which).stringValue();
        }
    }

    /** Somebody of the company, whose particulars change, and who is met. */
    private Contact contact(String projectNo, JsonNode file) {
        JsonNode ids = json("/projects/" + projectNo).path("ids");
        String investor = ids.path("investorId").stringValue();
        String person = accepted("investor.AddContact", HEAD, """
                {"investorId": "%s", "name": "%s", "position": "厂长", "phone": "13800000000", "occurredOn": "%s"}
                """.formatted(investor, FORMER_NAME, day))
                .path("created")
                .path("personId")
                .stringValue();
        accepted("investor.ChangeContact", HEAD, """
                {"investorId": "%s", "personId": "%s", "name": "%s", "position": "总经理", "phone": "%s",
                 "email": "%s", "wechat": "%s", "occurredOn": "%s"}
                """.formatted(
                        investor, person, NAME, PERSONAL.get(2), PERSONAL.get(4), PERSONAL.get(5), day));
        String lead = ids.path("leadId").stringValue();
        String visit = """
                {"kind": "VISIT", "occurredOn": "%s", "summary": "看了厂房", "attachments": [%s], "theirPeople": [%s]}
                """;
        String visitId = accepted("lead.LogVisit", HEAD, """
                {"leadId": "%s", "visit": %s}
                """.formatted(
                                lead, visit.formatted(day, file, attendee(person, FORMER_NAME))))
                .path("created")
                .path("visitId")
                .stringValue();
        accepted("lead.CorrectVisit", HEAD, """
                {"leadId": "%s", "visitId": "%s", "reason": "姓名写错", "visit": %s}
                """.formatted(
                        lead, visitId, visit.formatted(day, file, attendee(person, NAME))));
        return new Contact(ids, person);
    }

    private void talk(Contact with) {
        String round = """
                {"occurredOn": "%s", "summary": "谈了地价", "theirPeople": [%s]}
                """;
        String roundId = accepted("negotiation.LogRound", HEAD, """
                {"negotiationId": "%s", "round": %s}
                """.formatted(
                                with.id("negotiationId"), round.formatted(day, attendee(with.person(), FORMER_NAME))))
                .path("created")
                .path("roundId")
                .stringValue();
        accepted("negotiation.CorrectRound", HEAD, """
                {"negotiationId": "%s", "roundId": "%s", "reason": "姓名写错", "round": %s}
                """.formatted(
                        with.id("negotiationId"), roundId, round.formatted(day, attendee(with.person(), NAME))));
    }

    private static String attendee(String person, String name) {
        return """
                {"personId": "%s", "name": "%s", "position": "总经理"}""".formatted(person, name);
    }

    private void formulas() {
        String investor = json("/projects/" + first("/projects?stage=SIGNED&status=ACTIVE", "projectNo"))
                .path("ids")
                .path("investorId")
                .stringValue();
        accepted("investor.RenameInvestor", HEAD, """
                {"investorId": "%s", "legalName": "%s", "occurredOn": "%s"}
                """.formatted(investor, COMPANY.replace("\"", "\\\""), day));
        JsonNode lead = accepted("lead.RegisterLead", HEAD, """
                {"details": {"name": "%s", "investorId": "%s", "sourceCode": "visit", "methodCode": "by-park",
                 "regionCode": "440000", "industryCode": "food", "kind": "NEWLY_INTRODUCED"},
                 "parkCode": "wuxi", "occurredOn": "%s"}
                """.formatted(PROJECT, investor, day));
        accepted("lead.LogVisit", HEAD, """
                {"leadId": "%s", "visit": {"kind": "PHONE", "occurredOn": "%s", "summary": "%s"}}
                """.formatted(lead.path("id").stringValue(), day, SUMMARY));
        accepted("ticket.RaiseTicket", HEAD, """
                {"leadId": "%s", "title": "%s", "description": "%s", "categoryCode": "permit", "occurredOn": "%s"}
                """.formatted(lead.path("id").stringValue(), TICKET, SUMMARY, day));
    }

    private void erase(Contact contact) {
        accepted("investor.EraseContact", HEAD, """
                {"investorId": "%s", "personId": "%s", "reason": "本人要求删除"}
                """.formatted(contact.id("investorId"), contact.person()));
    }

    // What is read

    private static Map.Entry<String, List<String>> filled(String template, String... addresses) {
        return Map.entry(template, List.of(addresses));
    }

    private List<String> addresses(String template) {
        List<String> addresses = filledIn.get(template);
        if (addresses == null && template.matches(".*[:{*].*")) {
            throw new AssertionError("Nobody fills in the parameters of " + template);
        }
        return addresses == null ? List.of(template) : addresses;
    }

    private static String with(String address, String query) {
        return query.isEmpty() ? address : address + (address.contains("?") ? "&" : "?") + query;
    }

    /** @param withTabs the pages whose tabs are opened too: afterwards, where somebody was shown before */
    private Map<String, String> read(Predicate<String> withTabs) {
        Map<String, String> places = new LinkedHashMap<>();
        requestMappingHandlerMapping.getHandlerMethods().forEach((mapping, handler) -> ask(mapping, handler, places));
        Map<String, List<RouteData>> byReader = RouteConfiguration.forRegistry(
                        ApplicationRouteRegistry.getInstance(new VaadinServletContext(servlet)))
                .getAvailableRoutes()
                .stream()
                .collect(Collectors.groupingBy(EveryPlaceTest::reader));
        try (Browser me = browser()) {
            EveryPage pages = new EveryPage(me, places, broken);
            byReader.forEach((reader, routes) -> {
                List<String> addresses = routes.stream()
                        .flatMap(route -> addresses(route.getTemplate()).stream())
                        .toList();
                if (reader.equals(NOBODY)) {
                    assertThat(addresses).as("pages before one signs in").containsExactly("login");
                    me.atTheDoor(DESK, "zh");
                    pages.read("login");
                } else {
                    me.signIn(reader, DEMO_PASSWORD, DESK, "zh");
                    addresses.forEach(address -> {
                        for (String each : List.of(address, with(address, "asOf=" + asked.get("asOf")))) {
                            pages.follow(each, withTabs.test(each));
                        }
                    });
                }
            });
            // What was known at an instant is for who judges it.
            me.signIn(JUDGE, DEMO_PASSWORD, DESK, "zh");
            byReader.forEach((reader, routes) -> routes.stream()
                    .filter(EveryPlaceTest::isTheJudgesToo)
                    .flatMap(route -> addresses(route.getTemplate()).stream())
                    .map(address -> with(address, "asOf=" + asked.get("asOf") + "&knownAt=" + asked.get("knownAt")))
                    .forEach(each -> pages.follow(each, withTabs.test(each))));
        }
        return places;
    }

    private static boolean isTheJudgesToo(RouteData route) {
        RolesAllowed allowed = route.getNavigationTarget().getAnnotation(RolesAllowed.class);
        return !route.getNavigationTarget().isAnnotationPresent(AnonymousAllowed.class)
                && (allowed == null || List.of(allowed.value()).contains("AUDITOR"));
    }

    private Browser browser() {
        return new Browser("http://localhost:" + port, Path.of("target", "journey"));
    }

    private static String reader(RouteData route) {
        if (route.getNavigationTarget().isAnnotationPresent(AnonymousAllowed.class)) {
            return NOBODY;
        }
        RolesAllowed allowed = route.getNavigationTarget().getAnnotation(RolesAllowed.class);
        if (allowed == null || List.of(allowed.value()).contains("DEPARTMENT_HEAD")) {
            return "fuzeren";
        }
        return List.of(allowed.value()).contains("AUDITOR") ? "shenji" : "admin";
    }

    private void ask(RequestMappingInfo mapping, HandlerMethod handler, Map<String, String> places) {
        var methods = mapping.getMethodsCondition().getMethods();
        if (!methods.isEmpty() && !methods.contains(RequestMethod.GET)) {
            return;
        }
        Map<String, RequestParam> parameters = parameters(handler);
        String always = Stream.of("after", "limit")
                .filter(parameters::containsKey)
                .map(name -> name + "=" + asked.get(name))
                .collect(Collectors.joining("&"));
        List<String> questions = Stream.concat(
                        Stream.of(""),
                        Stream.of("asOf", "knownAt", "project", "q")
                                .filter(parameters::containsKey)
                                .map(name -> name + "=" + asked.get(name)))
                .toList();
        for (String template : mapping.getPatternValues()) {
            for (String address : addresses(template)) {
                parameters.forEach((name, parameter) -> {
                    if (parameter.required()
                            && parameter.defaultValue().equals(ValueConstants.DEFAULT_NONE)
                            && !address.matches(".*[?&]" + name + "=.*")) {
                        throw new AssertionError("Nobody fills in " + name + " of " + template);
                    }
                });
                for (String question : questions) {
                    String whole = with(with(address, question), always);
                    Answer answer = get(whole, question.startsWith("knownAt") ? JUDGE + ":" + DEMO_PASSWORD : HEAD);
                    if (answer.status() >= 400) {
                        broken.add(whole + ": " + answer.status() + " " + answer.text());
                    }
                    places.put(whole, answer.text());
                }
            }
        }
    }

    private static Map<String, RequestParam> parameters(HandlerMethod handler) {
        Map<String, RequestParam> parameters = new LinkedHashMap<>();
        for (MethodParameter parameter : handler.getMethodParameters()) {
            RequestParam annotation = parameter.getParameterAnnotation(RequestParam.class);
            if (annotation != null) {
                parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
                parameters.put(
                        annotation.name().isEmpty() ? parameter.getParameterName() : annotation.name(), annotation);
            }
        }
        return parameters;
    }

    /** @return the list of projects in talks, searched by the name of somebody met */
    private String found() {
        try (Browser me = browser()) {
            return me.signIn("fuzeren", DEMO_PASSWORD, DESK, "zh")
                    .open("negotiations?q=" + asked.get("q"))
                    .everything();
        }
    }

    private JsonNode json(String path) {
        Answer answer = get("/api/v1" + path, HEAD);
        assertThat(answer.status()).as(path + " " + answer.text()).isEqualTo(200);
        return answer.json();
    }

    private Stream<JsonNode> rows(String path, String list) {
        return StreamSupport.stream(json(path).path(list).spliterator(), false);
    }

    private String first(String path, String field) {
        return rows(path, "rows").findFirst().orElseThrow().path(field).stringValue();
    }

    /** @return campaign and number of a look-back at the project, as in its address, or {@code null} */
    private String review(String projectNo) {
        return rows("/campaigns", "rows")
                .map(campaign -> campaign.path("campaignId").stringValue())
                .filter(campaign -> rows("/campaigns/" + campaign, "reviews")
                        .anyMatch(
                                review -> review.path("projectNo").stringValue().equals(projectNo)))
                .findFirst()
                .map(campaign -> campaign + "/" + projectNo)
                .orElse(null);
    }
}
