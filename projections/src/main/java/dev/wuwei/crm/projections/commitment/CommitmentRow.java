package dev.wuwei.crm.projections.commitment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.wuwei.crm.platform.axon.Json;
import dev.wuwei.crm.projections.support.Table;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.signing.CompanyCommitment;
import dev.wuwei.crm.signing.GovernmentCommitment;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/**
 * A stretch as it was known over a range of instants.
 *
 * @param ordinal within the project
 * @param knownTo {@code null} while it is what is known
 */
record CommitmentRow(ProjectId projectId, int ordinal, Stretch stretch, Instant knownFrom, Instant knownTo) {
    private static final ObjectMapper JSON = Json.mapper();

    private record Key(ProjectId projectId, int ordinal) {}

    static Table<?, CommitmentRow> table() {
        return Table.<Key, CommitmentRow>keyed(
                        "commitment",
                        row -> new Key(row.projectId(), row.ordinal()),
                        key -> List.of(key.projectId(), key.ordinal()))
                .keyColumn("project_id", "uuid", CommitmentRow::projectId)
                .keyColumn("ordinal", "integer", CommitmentRow::ordinal)
                .column("known_from", "timestamptz", CommitmentRow::knownFrom)
                .column("known_to", "timestamptz", CommitmentRow::knownTo)
                .column("effective_from", "date", row -> row.stretch().from())
                .column("effective_to", "date", row -> row.stretch().to())
                .column("signing_id", "uuid", row -> row.stretch().signingId())
                .column("side", "text", row -> row.stretch().side())
                .column("clause", "text", row -> row.stretch().clause())
                .column("worded_by", "integer", row -> row.stretch().wordedBy())
                .column("words", "jsonb", row -> words(row.stretch()))
                .column("state", "text", standing(Standing::state))
                .column("judged_by", "integer", standing(Standing::judgedBy))
                .column("due_on", "date", standing(Standing::dueOn))
                .column("actual", "text", standing(Standing::actual))
                .column("actual_on", "date", standing(Standing::actualOn))
                .column("source", "text", standing(Standing::source))
                .column("inputs", "text", standing(Standing::inputs))
                .column("gap", "numeric", standing(Standing::gap))
                .column("deadline", "date", standing(Standing::deadline))
                .column("frozen_on", "date", standing(Standing::frozenOn))
                .appendOnlyLookedUp();
    }

    private static Function<CommitmentRow, Object> standing(Function<Standing, Object> part) {
        return row -> part.apply(row.stretch().standing());
    }

    private static String words(Stretch stretch) {
        try {
            return JSON.writeValueAsString(stretch.company() == null ? stretch.government() : stretch.company());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static CompanyCommitment company(String words) {
        return read(words, CompanyCommitment.class);
    }

    static GovernmentCommitment government(String words) {
        return read(words, GovernmentCommitment.class);
    }

    private static <T> T read(String words, Class<T> type) {
        try {
            return JSON.readValue(words, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
