package dev.wuwei.crm.projections.timeline;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What one version of a record changed against the one before, told as the history tells it. */
public final class Differences {
    private Differences() {}

    /**
     * @param before {@code null} for the first version, which then is all new
     * @param after the version to be explained
     */
    public static List<FieldChange> between(Record before, Record after) {
        Map<String, FieldValue> known = new LinkedHashMap<>();
        if (before != null) {
            FieldPut.on("").all(before).against(known);
        }
        FieldPut put = FieldPut.on("").all(after);
        return put.changes(put.against(known));
    }
}
