package dev.wuwei.crm.projections.ledger;

import dev.wuwei.crm.projections.support.AsOf;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.shared.Standard;
import dev.wuwei.crm.shared.Thresholds;
import dev.wuwei.crm.standard.StandardEvent;
import dev.wuwei.crm.standard.Standards;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The standards (标准) over time, as known at any instant, and who decided on them. */
@Component
public class StandardQuery {
    /**
     * @param event an adoption, or that one was withdrawn
     * @param decidedBy {@code null} for the system
     */
    public record Decision(StandardEvent event, StaffId decidedBy, String reason, Instant knownAt) {}

    private final JdbcClient jdbc;
    private final Thresholds thresholds;

    public StandardQuery(JdbcClient jdbc, Thresholds thresholds) {
        this.jdbc = jdbc;
        this.thresholds = thresholds;
    }

    /** @return what is known now or, of a past instant, was known then; any day can be asked of it */
    public Standards standards(AsOf asOf) {
        return Standards.of(
                thresholds,
                entries(jdbc, null, asOf).stream()
                        .map(LedgerTables.StandardEntry::event)
                        .toList());
    }

    /** @return what was decided of a standard, as known, the latest first */
    public List<Decision> decisions(Standard standard, AsOf asOf) {
        return entries(jdbc, standard, asOf).reversed().stream()
                .map(entry -> new Decision(entry.event(), entry.decidedBy(), entry.reason(), entry.knownAt()))
                .toList();
    }

    private static List<LedgerTables.StandardEntry> entries(JdbcClient jdbc, Standard standard, AsOf asOf) {
        return jdbc.sql("""
                        select * from ledger_standard
                        where (:standard::text is null or standard = :standard)
                          and (:known::timestamptz is null or known_at <= :known)
                        order by position""")
                .param("standard", standard == null ? null : standard.name())
                .param("known", asOf.knownAt() == null ? null : Slice.at(asOf.knownAt()))
                .query((row, number) -> LedgerTables.StandardEntry.read(row))
                .list();
    }

    static List<LedgerTables.StandardEntry> entries(JdbcClient jdbc) {
        return entries(jdbc, null, AsOf.NOW);
    }
}
