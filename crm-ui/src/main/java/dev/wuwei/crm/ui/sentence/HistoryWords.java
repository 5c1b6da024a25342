package dev.wuwei.crm.ui.sentence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.wuwei.crm.platform.axon.EventNames;
import dev.wuwei.crm.platform.axon.Json;
import dev.wuwei.crm.projections.timeline.FieldChange;
import dev.wuwei.crm.projections.timeline.FieldKind;
import dev.wuwei.crm.projections.timeline.TimelineEntry;
import dev.wuwei.crm.shared.DomainEvent;
import dev.wuwei.crm.shared.TypedId;
import dev.wuwei.crm.signing.DueRule;
import dev.wuwei.crm.ui.component.I18n;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The history in words: the sentence of an entry, and each of its changes as before → after. */
@Component
public class HistoryWords {
    private static final ObjectMapper MAPPER = Json.mapper();
    /** More than three would be a list, not a sentence; they stand below it anyway. */
    private static final int IN_A_SENTENCE = 3;

    private final EventNames events;

    HistoryWords(EventNames events) {
        this.events = events;
    }

    /** @param names best {@link Names#remembering()} for a page of entries */
    public Sentence sentence(TimelineEntry entry, Names names, Locale locale) {
        String predicate = event(entry)
                .map(event -> predicate(entry, event, names, locale))
                .orElseGet(() -> Sentences.facts(entry.name(), null, names, locale));
        return Sentences.told(predicate, entry.recordedBy(), entry.onBehalfOf(), entry.reason(), names, locale);
    }

    /** @return every field that the event changed, with its label and both values in words */
    public List<Change> changes(TimelineEntry entry, Names names, Locale locale) {
        return entry.changes().stream()
                .map(change -> new Change(
                        label(change.field(), change.item(), locale),
                        words(change.kind(), change.before(), names, locale),
                        words(change.kind(), change.after(), names, locale)))
                .filter(change -> change.before() != null || change.after() != null)
                .toList();
    }

    /** @return the name of a field, {@code 二期 约定竣工} for one of a list */
    public static String label(String field, String item, Locale locale) {
        String key = "field." + field;
        String last = "field." + field.substring(field.lastIndexOf('.') + 1);
        String label = I18n.has(key) ? I18n.text(locale, key) : I18n.has(last) ? I18n.text(locale, last) : field;
        return item == null ? label : itemName(item, locale) + " " + label;
    }

    /** An item is a phase, clause or topic by its own name, or a constant such as a milestone or role. */
    private static String itemName(String item, Locale locale) {
        String kebab = item.toLowerCase(Locale.ROOT).replace('_', '-');
        return List.of(
                        "milestone.",
                        "party-side.",
                        "project-role.",
                        "service-role.",
                        "gate-metric.",
                        "metric.",
                        "consequence-kind.")
                .stream()
                .map(type -> type + kebab)
                .filter(I18n::has)
                .map(key -> I18n.text(locale, key))
                .findFirst()
                .orElse(item);
    }

    /** @return a value of the history in words, {@code null} when it is missing */
    public static String words(FieldKind kind, Object value, Names names, Locale locale) {
        if (value == null) {
            return null;
        }
        Words words = new Words(locale, names);
        return switch (kind) {
            case CONSTANT -> constant((String) value, locale);
            case CONSTANTS -> joined((Collection<?>) value, each -> constant((String) each, locale), locale);
            case THEIR_PEOPLE ->
                joined(
                        (Collection<?>) value,
                        each -> words.of(new dev.wuwei.crm.shared.TheirPerson(
                                ((FieldChange.Attendee) each).personId(),
                                null,
                                ((FieldChange.Attendee) each).position())),
                        locale);
            case CODES -> joined((Collection<?>) value, words::of, locale);
            case REFERENCE -> words.of(new Reference(UUID.fromString((String) value)));
            case DUE -> due((DueRule) value, locale);
            default -> words.of(value);
        };
    }

    private record Reference(UUID value) implements TypedId {}

    private static String due(DueRule rule, Locale locale) {
        return rule.on() != null
                ? rule.on().toString()
                : I18n.text(
                        locale,
                        "sentence.months-after",
                        rule.anchor() == null ? "" : Words.text(rule.anchor(), locale),
                        String.valueOf(rule.months()));
    }

    /** @param text {@code LeadState.REGISTERED} */
    private static String constant(String text, Locale locale) {
        int dot = text.indexOf('.');
        String type = text.substring(0, dot).replaceAll("(?<=.)(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
        String constant = text.substring(dot + 1).toLowerCase(Locale.ROOT).replace('_', '-');
        return List.of(
                        type,
                        "party-" + type,
                        "company-commitment-" + type,
                        "government-commitment-" + type,
                        "due-rule-" + type,
                        "counting-rules-" + type,
                        "consequence-" + type)
                .stream()
                .map(prefix -> prefix + "." + constant)
                .filter(I18n::has)
                .map(key -> I18n.text(locale, key))
                .findFirst()
                .orElse(text.substring(dot + 1));
    }

    private static String joined(Collection<?> many, java.util.function.Function<Object, String> each, Locale locale) {
        String joined = many.stream()
                .map(each)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(I18n.text(locale, "sentence.list-comma")));
        return joined.isEmpty() ? null : joined;
    }

    private String predicate(TimelineEntry entry, DomainEvent event, Names names, Locale locale) {
        boolean setsRight = entry.name().endsWith("Corrected") || entry.name().endsWith("LeadRevised");
        List<Change> changes = setsRight ? changes(entry, names, locale) : List.of();
        boolean few = !changes.isEmpty() && changes.size() <= IN_A_SENTENCE;
        return few
                ? Sentences.changes(entry.name(), changes, locale)
                : Sentences.facts(entry.name(), event, names, locale);
    }

    private Optional<DomainEvent> event(TimelineEntry entry) {
        return events.find(entry.name()).map(type -> {
            try {
                return (DomainEvent) MAPPER.treeToValue(entry.facts(), type);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("The facts of " + entry.name() + " at " + entry.position(), e);
            }
        });
    }
}
