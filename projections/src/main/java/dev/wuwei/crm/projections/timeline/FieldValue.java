package dev.wuwei.crm.projections.timeline;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.wuwei.crm.investor.InvestorId;
import dev.wuwei.crm.platform.axon.Json;
import dev.wuwei.crm.shared.Area;
import dev.wuwei.crm.shared.Attachment;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.OurPerson;
import dev.wuwei.crm.shared.PersonId;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.signing.DueRule;
import dev.wuwei.crm.staff.TeamId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A value of the history with its kind, as JSON: it is compared, stored and read back as such. */
record FieldValue(FieldKind k, JsonNode v) {
    static final ObjectMapper MAPPER = Json.mapper();

    private static final Map<FieldKind, JavaType> TYPES = types();

    static FieldValue of(FieldKind kind, Object value) {
        return new FieldValue(kind, MAPPER.valueToTree(value));
    }

    Object typed() {
        return MAPPER.convertValue(v, TYPES.get(k));
    }

    private static Map<FieldKind, JavaType> types() {
        Map<FieldKind, TypeReference<?>> references = new EnumMap<>(FieldKind.class);
        references.put(FieldKind.MONEY, new TypeReference<Money>() {});
        references.put(FieldKind.DATE, new TypeReference<LocalDate>() {});
        references.put(FieldKind.MONTH, new TypeReference<YearMonth>() {});
        references.put(FieldKind.INSTANT, new TypeReference<Instant>() {});
        references.put(FieldKind.CODED, new TypeReference<Coded>() {});
        references.put(FieldKind.CODES, new TypeReference<List<Coded>>() {});
        references.put(FieldKind.TEXT, new TypeReference<String>() {});
        references.put(FieldKind.TEXTS, new TypeReference<List<String>>() {});
        references.put(FieldKind.NUMBER, new TypeReference<BigDecimal>() {});
        references.put(FieldKind.FLAG, new TypeReference<Boolean>() {});
        references.put(FieldKind.CONSTANT, new TypeReference<String>() {});
        references.put(FieldKind.CONSTANTS, new TypeReference<List<String>>() {});
        references.put(FieldKind.AREA, new TypeReference<Area>() {});
        references.put(FieldKind.DUE, new TypeReference<DueRule>() {});
        references.put(FieldKind.STAFF, new TypeReference<StaffId>() {});
        references.put(FieldKind.OUR_PEOPLE, new TypeReference<List<OurPerson>>() {});
        references.put(FieldKind.PERSON, new TypeReference<PersonId>() {});
        references.put(FieldKind.THEIR_PEOPLE, new TypeReference<List<FieldChange.Attendee>>() {});
        references.put(FieldKind.INVESTOR, new TypeReference<InvestorId>() {});
        references.put(FieldKind.TEAM, new TypeReference<TeamId>() {});
        references.put(FieldKind.REFERENCE, new TypeReference<String>() {});
        references.put(FieldKind.FILE, new TypeReference<Attachment>() {});
        Map<FieldKind, JavaType> types = new EnumMap<>(FieldKind.class);
        references.forEach((kind, reference) -> types.put(kind, MAPPER.constructType(reference)));
        return types;
    }
}
