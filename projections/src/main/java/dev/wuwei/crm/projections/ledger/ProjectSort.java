package dev.wuwei.crm.projections.ledger;

import dev.wuwei.crm.lead.LeadState;
import dev.wuwei.crm.shared.RuleViolated;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** What a list of projects is sorted by. */
public record ProjectSort(String field, boolean descending) {
    private static final Map<String, String> COLUMNS = Map.ofEntries(
            Map.entry("projectNo", "l.project_no"),
            Map.entry("name", "l.name"),
            Map.entry("namePinyin", "l.name collate pinyin"),
            Map.entry("stage", position(Stage.values(), "l.stage")),
            Map.entry("leadState", position(LeadState.values(), "l.lead_state")),
            Map.entry("stageSince", "l.stage_since"),
            Map.entry("park", "l.park"),
            Map.entry("parkName", "l.park_name collate pinyin"),
            Map.entry("industry", "l.industry"),
            Map.entry("industryName", "l.industry_name collate pinyin"),
            Map.entry("regionName", "l.region_name collate pinyin"),
            Map.entry("registeredOn", "l.registered_on"),
            Map.entry("signedOn", "l.signed_on"),
            Map.entry("amount", ProjectQueries.AMOUNT),
            Map.entry("signed", "l.signed"),
            Map.entry("estimate", "l.estimate"),
            Map.entry("arrived", "l.arrived"),
            Map.entry("dueOn", "l.due_on"),
            Map.entry("updated", "l.last_event_at"));

    public static final ProjectSort LATEST_FIRST = new ProjectSort("updated", true);

    /** @throws RuleViolated {@link LedgerRule#UNKNOWN_SORT} */
    public ProjectSort {
        if (!COLUMNS.containsKey(field)) {
            throw new RuleViolated(LedgerRule.UNKNOWN_SORT, field);
        }
    }

    /** @param text a field, with a leading minus for descending; nothing means latest change first */
    public static ProjectSort of(String text) {
        if (text == null || text.isBlank()) {
            return LATEST_FIRST;
        }
        return text.startsWith("-") ? new ProjectSort(text.substring(1), true) : new ProjectSort(text, false);
    }

    private static String position(Enum<?>[] constants, String column) {
        return Arrays.stream(constants)
                .map(Enum::name)
                .collect(Collectors.joining("', '", "array_position(array['", "'], " + column + ")"));
    }

    String sql() {
        return COLUMNS.get(field) + (descending ? " desc nulls last" : " nulls last") + ", l.project_id";
    }
}
