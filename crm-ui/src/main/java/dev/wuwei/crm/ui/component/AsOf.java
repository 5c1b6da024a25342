package dev.wuwei.crm.ui.component;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import dev.wuwei.crm.shared.EventMeta;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The day that the whole product is looked at, and how much is known. Lives in the address ({@code asOf},
 * {@code knownAt}), so that a link shows everybody the same.
 *
 * @param day the business day, or {@code null} for that of {@code knownAt}, today when that is missing too
 * @param knownAt only what was entered up to this instant (按当时所知), or {@code null} for all that is known now
 */
public record AsOf(LocalDate day, Instant knownAt) {
    public static final String DAY = "asOf";
    public static final String KNOWN_AT = "knownAt";
    public static final AsOf NOW = new AsOf(null, null);

    /** What the current page is looked at. */
    public static AsOf current() {
        return Optional.ofNullable(UI.getCurrent())
                .map(ui -> ComponentUtil.getData(ui, AsOf.class))
                .orElse(NOW);
    }

    /** Keeps what the address says. Called once per navigation, before any view sees it. */
    public static void remember(UI ui, QueryParameters parameters) {
        ComponentUtil.setData(ui, AsOf.class, of(parameters));
    }

    /** Reads the address; what cannot be read, or lies in the future, means now. */
    public static AsOf of(QueryParameters parameters) {
        LocalDate day = parameters
                .getSingleParameter(DAY)
                .flatMap(AsOf::date)
                .filter(it -> !it.isAfter(Today.date()))
                .orElse(null);
        Instant knownAt = parameters
                .getSingleParameter(KNOWN_AT)
                .flatMap(AsOf::instant)
                .filter(it -> it.isBefore(Today.instant()))
                .orElse(null);
        boolean today = day == null || day.equals(Today.date());
        return today && knownAt == null ? NOW : new AsOf(day, knownAt);
    }

    /** The day as it was seen when it ended. */
    public static AsOf asKnownThen(LocalDate day) {
        return new AsOf(day, endOf(day));
    }

    public static AsOf asKnownNow(LocalDate day) {
        return new AsOf(day, null);
    }

    public boolean isNow() {
        return day == null && knownAt == null;
    }

    /** Nothing can be written while one looks at the past. */
    public boolean isPast() {
        return !isNow();
    }

    public boolean isAsKnownThen() {
        return knownAt != null;
    }

    /** @return whether what was known at another instant than the end of the day is asked for */
    public boolean isKnownAtInstant() {
        return knownAt != null && !knownAt.equals(endOf(dayOrToday()));
    }

    /** @return the day asked for, or that of the instant asked for, or today */
    public LocalDate dayOrToday() {
        return Optional.ofNullable(day)
                .or(() -> Optional.ofNullable(knownAt).map(it -> LocalDate.ofInstant(it, EventMeta.ZONE)))
                .orElseGet(Today::date);
    }

    /** For queries of the read side; as known at an instant they are asked the same on whatever day they are asked. */
    public dev.wuwei.crm.projections.support.AsOf query() {
        return new dev.wuwei.crm.projections.support.AsOf(knownAt == null ? day : dayOrToday(), knownAt);
    }

    /** @return {@code others} with this as-of in them, and without any other */
    public QueryParameters within(QueryParameters others) {
        Map<String, List<String>> all = new HashMap<>(others.getParameters());
        put(all, DAY, day);
        put(all, KNOWN_AT, knownAt);
        return new QueryParameters(all);
    }

    /** @return just this as-of, for links between views */
    public QueryParameters parameters() {
        return within(QueryParameters.empty());
    }

    /** @return {@code path} with this as-of appended, for plain links */
    public String link(String path) {
        String query = parameters().getQueryString();
        return query.isEmpty() ? path : path + (path.contains("?") ? "&" : "?") + query;
    }

    private static void put(Map<String, List<String>> all, String name, Object value) {
        if (value == null) {
            all.remove(name);
        } else {
            all.put(name, new ArrayList<>(List.of(value.toString())));
        }
    }

    private static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(EventMeta.ZONE).toInstant();
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(text.length() == 10 ? endOf(LocalDate.parse(text)) : Instant.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
