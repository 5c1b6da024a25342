package dev.wuwei.crm.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.wuwei.crm.followup.FollowUpCommand.FileMonthlyReturn;
import dev.wuwei.crm.lead.LeadCommand.LogVisit;
import dev.wuwei.crm.lead.LeadCommand.RegisterLead;
import dev.wuwei.crm.platform.axon.CommandNames;
import dev.wuwei.crm.shared.Area;
import dev.wuwei.crm.shared.Command;
import dev.wuwei.crm.shared.Ids;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.shared.TypedId;
import dev.wuwei.crm.signing.SigningCommand.CorrectAgreement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordReaderTest {
    private static final UUID ID = Ids.next();

    @Test
    void reads_amounts_land_dates_and_makes_missing_ids() {
        RecordReader reader = new RecordReader(path -> ID, sha256 -> false);

        RegisterLead command = reader.read(json("""
                        {"details": {"name": "甲子纺织", "industryCode": "textile",
                                     "intendedInvestment": {"amount": "452000.00", "currency": "CNY", "unit": "万元"},
                                     "landNeed": {"value": "120", "unit": "亩"}, "kind": "NEWLY_INTRODUCED"},
                         "parkCode": "north", "occurredOn": "2023-03-02"}
                        """), RegisterLead.class);

        assertThat(command.details().intendedInvestment()).isEqualTo(Money.yi("45.2"));
        assertThat(command.details().landNeed()).isEqualTo(Area.mu("120"));
        assertThat(command.occurredOn()).isEqualTo(LocalDate.of(2023, 3, 2));
        assertThat(command.leadId().value()).isEqualTo(ID);
        assertThat(command.owner()).isNull();
        assertThat(reader.made()).containsOnlyKeys("leadId", "projectId");
    }

    @Test
    void lists_that_are_missing_are_empty_and_ids_inside_them_are_made() {
        LogVisit command = new RecordReader(path -> ID, sha256 -> false).read(json("""
                                {"leadId": "%s", "visit": {"kind": "PHONE", "occurredOn": "2023-03-02", "summary": "问地价",
                                 "theirPeople": [{"name": "甲", "position": "经理"}]}}
                                """.formatted(ID)), LogVisit.class);

        assertThat(command.visit().attachments()).isEmpty();
        assertThat(command.visit().theirPeople().getFirst().personId().value()).isEqualTo(ID);
    }

    @Test
    void says_everything_that_does_not_fit_at_once_each_at_its_field() {
        assertThat(problems(RegisterLead.class, """
                        {"details": {"name": 7, "intendedInvestment": {"amount": "1e999999999", "unit": "万元"},
                                     "landNeed": {"value": "10", "unit": "acre"}, "kind": "NEW", "colour": "red"},
                         "occurredOn": "2023-02-30", "owner": "me", "hack": 1}
                        """))
                .containsExactlyInAnyOrder(
                        "details.name api.text-expected",
                        "details.intendedInvestment.amount api.number-form",
                        "details.intendedInvestment.currency api.currency-missing",
                        "details.landNeed.unit api.unknown-unit",
                        "details.kind api.unknown-value",
                        "details.colour api.unknown-field",
                        "occurredOn api.date-form",
                        "owner api.id-form",
                        "hack api.unknown-field");
    }

    @Test
    void what_a_command_cannot_do_without_is_named() {
        assertThat(problems(LogVisit.class, "{}")).containsExactly("leadId shared.required", "visit shared.required");
        assertThat(problems(FileMonthlyReturn.class, "{\"followUpId\": \"%s\", \"figures\": []}".formatted(ID)))
                .containsExactly("figures api.object-expected");
    }

    @Test
    void a_correction_says_every_yes_and_no() {
        assertThat(problems(
                        CorrectAgreement.class,
                        "{\"signingId\": \"%s\", \"signedOn\": \"2023-01-01\", \"reason\": \"x\"}".formatted(ID)))
                .contains("signedOnSite shared.required", "newlyIntroduced shared.required");
    }

    @ParameterizedTest
    @CsvSource({
        "1, CNY, 元, 1",
        "1, CNY, , 1",
        "1.5, CNY, 万元, 15000",
        "0.01, CNY, 亿元, 1000000",
        "300, USD, 万美元, 3000000",
        "7, USD, 美元, 7"
    })
    void every_unit_counts_exactly(String amount, String currency, String unit, String main) {
        String unitField = unit == null ? "" : ", \"unit\": \"%s\"".formatted(unit);
        Money read = new RecordReader(path -> ID, sha256 -> false)
                .read(
                        json("{\"value\": {\"amount\": \"%s\", \"currency\": \"%s\"%s}}"
                                .formatted(amount, currency, unitField)),
                        HasMoney.class)
                .value();
        assertThat(read.amount()).isEqualByComparingTo(main);
    }

    @Test
    void an_instant_is_one_in_utc_however_exact() {
        assertThat(new RecordReader(path -> ID, sha256 -> false)
                        .read(json("{\"at\": \"2023-11-30T02:30:00.123456Z\"}"), HasInstant.class)
                        .at())
                .isEqualTo(Instant.parse("2023-11-30T02:30:00.123456Z"));
        assertThat(problems(HasInstant.class, "{\"at\": \"2023-11-30\"}")).containsExactly("at api.instant-form");
        assertThat(problems(HasInstant.class, "{\"at\": 7}")).containsExactly("at api.instant-form");
    }

    @Test
    void a_month_is_a_month() {
        assertThat(new RecordReader(path -> ID, sha256 -> false)
                        .read(json("{\"month\": \"2023-11\"}"), HasMonth.class)
                        .month())
                .isEqualTo(YearMonth.of(2023, 11));
        assertThat(problems(HasMonth.class, "{\"month\": \"2023-13\"}")).containsExactly("month api.month-form");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{\"a\":1,\"a\":2}",
                "{} {}",
                "nonsense",
                "{\"a\":NaN}",
                "{'a':1}",
                "{\"a\":1111111111111111111111111111111111111111111111111111111111111111}"
            })
    void what_is_not_json_is_refused_with_its_place(String body) {
        RuleViolated refused = catchThrowableOfType(RuleViolated.class, () -> json(body));
        assertThat(refused.code()).isEqualTo("api.malformed-json");
    }

    @Test
    void a_file_that_was_never_handed_in_is_refused() {
        assertThat(problems(LogVisit.class, """
                        {"leadId": "%s", "visit": {"kind": "PHONE", "occurredOn": "2023-03-02", "summary": "问地价",
                         "attachments": [{"sha256": "%s", "fileName": "a.pdf", "contentType": "application/pdf", "size": 7}]}}
                        """.formatted(ID, "0".repeat(64))))
                .containsExactly("visit.attachments[0].sha256 files.missing");
    }

    @Test
    void every_component_of_every_command_can_be_read() {
        new CommandNames().all().values().forEach(type -> readable(type, type.getSimpleName()));
    }

    private static void readable(Type type, String where) {
        if (type instanceof ParameterizedType many) {
            readable(many.getActualTypeArguments()[0], where);
            return;
        }
        Class<?> raw = (Class<?>) type;
        boolean plain = raw.isEnum()
                || TypedId.class.isAssignableFrom(raw)
                || Set.of(
                                String.class,
                                boolean.class,
                                Boolean.class,
                                int.class,
                                Integer.class,
                                long.class,
                                Long.class,
                                BigDecimal.class,
                                Instant.class,
                                LocalDate.class,
                                YearMonth.class,
                                Money.class,
                                Area.class)
                        .contains(raw);
        assertThat(plain || raw.isRecord()).as(where).isTrue();
        if (!plain) {
            Arrays.stream(raw.getRecordComponents())
                    .forEach(component -> readable(component.getGenericType(), where + "." + component.getName()));
        }
    }

    @Test
    void nesting_has_a_bottom() {
        RuleViolated refused =
                catchThrowableOfType(RuleViolated.class, () -> json("[".repeat(5000) + "]".repeat(5000)));
        assertThat(refused.code()).isEqualTo("api.malformed-json");
    }

    record HasMoney(Money value) implements Command {}

    record HasMonth(YearMonth month) implements Command {}

    record HasInstant(Instant at) implements Command {}

    private static List<String> problems(Class<?> type, String body) {
        RuleViolated refused = catchThrowableOfType(
                RuleViolated.class, () -> new RecordReader(path -> ID, sha256 -> false).read(json(body), type));
        return refused.violations().stream()
                .map(violation -> violation.field() + " " + violation.code())
                .toList();
    }

    private static tools.jackson.databind.JsonNode json(String text) {
        return JsonBody.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
