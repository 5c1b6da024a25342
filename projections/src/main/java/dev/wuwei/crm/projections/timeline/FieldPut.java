package dev.wuwei.crm.projections.timeline;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.wuwei.crm.followup.EnterpriseActuals;
import dev.wuwei.crm.followup.MonthlyReturn;
import dev.wuwei.crm.investor.InvestorId;
import dev.wuwei.crm.lead.LeadProfile;
import dev.wuwei.crm.lead.VisitDetails;
import dev.wuwei.crm.lookback.ScopeRule;
import dev.wuwei.crm.negotiation.RoundDetails;
import dev.wuwei.crm.negotiation.Terms;
import dev.wuwei.crm.shared.Area;
import dev.wuwei.crm.shared.Attachment;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.OurPerson;
import dev.wuwei.crm.shared.PersonId;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.shared.TheirPerson;
import dev.wuwei.crm.shared.TypedId;
import dev.wuwei.crm.signing.AgreementTerms;
import dev.wuwei.crm.signing.DueRule;
import dev.wuwei.crm.staff.TeamId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an event says about the fields of one thing (the aggregate itself, a visit, a milestone …). Set against what was
 * known of that thing before, it gives the changes.
 */
final class FieldPut {
    /** Components that say which aggregate an event belongs to; they never change. */
    private static final Set<String> IDENTITY = Set.of(
            "leadId", "negotiationId", "signingId", "followUpId", "investorId", "staffId", "projectId", "projectNo");

    /** Records that are only there to group fields; the fields stand for themselves. */
    private static final Set<Class<?>> GROUPS = Set.of(
            LeadProfile.class,
            VisitDetails.class,
            RoundDetails.class,
            Terms.class,
            AgreementTerms.class,
            MonthlyReturn.class,
            EnterpriseActuals.class,
            ScopeRule.class);

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final String entity;
    /** Done only when the changes are asked for; a batch first asks many events just which thing they speak of. */
    private final List<Runnable> steps = new ArrayList<>();

    private final Map<String, FieldValue> fields = new LinkedHashMap<>();
    private final Set<String> lists = new HashSet<>();
    private final Set<String> cleared = new HashSet<>();
    private String clearedItem;

    private FieldPut(String entity) {
        this.entity = entity;
    }

    static FieldPut on(String entity) {
        return new FieldPut(entity);
    }

    /** Takes over every component of an event but identity, business date and the ones named. */
    FieldPut all(Record event, String... without) {
        steps.add(() -> {
            Set<String> skipped = Set.of(without);
            for (Part component : Part.of(event.getClass())) {
                String name = component.name();
                if (!IDENTITY.contains(name) && !"occurredOn".equals(name) && !skipped.contains(name)) {
                    put(component, name, null, component.read(event));
                }
            }
        });
        return this;
    }

    FieldPut with(String field, Object value) {
        return with(field, null, value);
    }

    FieldPut with(String field, String item, Object value) {
        steps.add(() -> put(null, field, item, value));
        return this;
    }

    /** Everything known of the thing is gone. */
    FieldPut gone() {
        cleared.add("*");
        return this;
    }

    /** Everything known of one element of a list is gone. */
    FieldPut gone(String item) {
        clearedItem = item;
        return this;
    }

    String entity() {
        return entity;
    }

    /** Sets the new values against the known ones, which are brought up to date. */
    Before against(Map<String, FieldValue> known) {
        say();
        Map<String, FieldValue> was = new LinkedHashMap<>();
        List<String> same = new ArrayList<>();
        fields.forEach((key, value) -> {
            FieldValue before = value == null ? known.remove(key) : known.put(key, value);
            if (before != null && before.equals(value)) {
                same.add(key);
            } else if (before != null) {
                was.put(key, before);
            }
        });
        known.keySet().stream()
                .filter(key -> !fields.containsKey(key) && isDropped(key))
                .sorted()
                .toList()
                .forEach(key -> was.put(key, known.remove(key)));
        return new Before(was, same);
    }

    /** @param before what {@link #against} gave for the same event */
    List<FieldChange> changes(Before before) {
        say();
        List<FieldChange> changes = new ArrayList<>();
        Set<String> same = Set.copyOf(before.same());
        fields.forEach((key, value) -> {
            FieldValue was = before.was().get(key);
            if (!same.contains(key) && (value != null || was != null)) {
                changes.add(change(key, was, value));
            }
        });
        before.was().forEach((key, was) -> {
            if (!fields.containsKey(key)) {
                changes.add(change(key, was, null));
            }
        });
        return changes;
    }

    private void say() {
        steps.forEach(Runnable::run);
        steps.clear();
    }

    private boolean isDropped(String key) {
        int bar = key.indexOf('|');
        if (cleared.contains("*")) {
            return true;
        }
        if (bar < 0) {
            return false;
        }
        if (key.substring(bar + 1).equals(clearedItem)) {
            return true;
        }
        int dot = key.indexOf('.');
        return lists.contains(dot > 0 && dot < bar ? key.substring(0, dot) : key.substring(0, bar));
    }

    private static FieldChange change(String key, FieldValue before, FieldValue after) {
        int bar = key.indexOf('|');
        FieldKind kind = after == null ? before.k() : after.k();
        return new FieldChange(
                bar < 0 ? key : key.substring(0, bar),
                bar < 0 ? null : key.substring(bar + 1),
                kind,
                before == null || before.k() != kind ? null : before.typed(),
                after == null ? null : after.typed());
    }

    private void put(Part component, String field, String item, Object value) {
        if (component != null && component.personal()) {
            return;
        }
        Class<?> type = value == null ? component == null ? null : component.type() : value.getClass();
        if (type != null && GROUPS.contains(type)) {
            for (Part inner : Part.of(type)) {
                put(inner, inner.name(), item, value == null ? null : inner.read(value));
            }
        } else if (type != null && Collection.class.isAssignableFrom(type)) {
            putAll(field, (Collection<?>) value);
        } else {
            fields.put(key(field, item), value == null ? null : scalar(value));
        }
    }

    private void putAll(String field, Collection<?> values) {
        Object first =
                values == null || values.isEmpty() ? null : values.iterator().next();
        if (first == null) {
            lists.add(field);
            fields.put(field, null);
            return;
        }
        switch (first) {
            case String text -> fields.put(field, FieldValue.of(FieldKind.TEXTS, values));
            case Coded coded -> fields.put(field, FieldValue.of(FieldKind.CODES, values));
            case OurPerson person -> fields.put(field, FieldValue.of(FieldKind.OUR_PEOPLE, values));
            case TheirPerson person ->
                fields.put(
                        field,
                        FieldValue.of(
                                FieldKind.THEIR_PEOPLE,
                                values.stream()
                                        .map(TheirPerson.class::cast)
                                        .map(p -> new FieldChange.Attendee(p.personId(), p.position()))
                                        .toList()));
            case Enum<?> constant ->
                fields.put(
                        field,
                        FieldValue.of(
                                FieldKind.CONSTANTS,
                                values.stream()
                                        .map(c -> constant((Enum<?>) c))
                                        .sorted()
                                        .toList()));
            case Attachment attachment -> {
                lists.add(field);
                for (Object value : values) {
                    fields.put(key(field, ((Attachment) value).sha256()), FieldValue.of(FieldKind.FILE, value));
                }
            }
            case Record element -> putElements(field, values);
            default -> throw new IllegalArgumentException("No history of a list of " + first.getClass());
        }
    }

    /** The first component of an element names it: phase, clause, year, topic, metric, side. */
    private void putElements(String field, Collection<?> values) {
        lists.add(field);
        Map<String, Integer> seen = new HashMap<>();
        for (Object value : values) {
            List<Part> components = Part.of(value.getClass());
            String name = String.valueOf(components.getFirst().read(value));
            int times = seen.merge(name, 1, Integer::sum);
            String item = times == 1 ? name : name + " " + times;
            for (Part component : components.subList(1, components.size())) {
                Object inner = component.read(value);
                if (inner != null) {
                    fields.put(key(field + "." + component.name(), item), scalar(inner));
                }
            }
        }
    }

    private static String key(String field, String item) {
        return item == null ? field : field + "|" + item;
    }

    private static FieldValue scalar(Object value) {
        return switch (value) {
            case Money money ->
                new FieldValue(
                        FieldKind.MONEY,
                        JSON.objectNode()
                                .put("amount", money.amount().toPlainString())
                                .put("currency", money.currency().name()));
            case Coded coded ->
                new FieldValue(
                        FieldKind.CODED,
                        JSON.objectNode().put("code", coded.code()).put("name", coded.name()));
            case LocalDate date -> text(FieldKind.DATE, date);
            case YearMonth month -> text(FieldKind.MONTH, month);
            case Instant instant -> text(FieldKind.INSTANT, instant);
            case Boolean flag -> new FieldValue(FieldKind.FLAG, JSON.booleanNode(flag));
            case Area area -> FieldValue.of(FieldKind.AREA, area);
            case DueRule due -> FieldValue.of(FieldKind.DUE, due);
            case BigDecimal number -> text(FieldKind.NUMBER, plain(number).toPlainString());
            case Number number -> text(FieldKind.NUMBER, number);
            case Enum<?> constant -> text(FieldKind.CONSTANT, constant(constant));
            case StaffId staff -> text(FieldKind.STAFF, staff.value());
            case PersonId person -> text(FieldKind.PERSON, person.value());
            case InvestorId investor -> text(FieldKind.INVESTOR, investor.value());
            case TeamId team -> text(FieldKind.TEAM, team.value());
            case TypedId id -> text(FieldKind.REFERENCE, id.value());
            case String text -> text(FieldKind.TEXT, text);
            default -> throw new IllegalArgumentException("No history of a " + value.getClass());
        };
    }

    private static FieldValue text(FieldKind kind, Object value) {
        return new FieldValue(kind, JSON.textNode(value.toString()));
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static String constant(Enum<?> constant) {
        return constant.getDeclaringClass().getSimpleName() + "." + constant.name();
    }
}
