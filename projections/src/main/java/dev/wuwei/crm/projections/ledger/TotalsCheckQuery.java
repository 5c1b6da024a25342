package dev.wuwei.crm.projections.ledger;

import dev.wuwei.crm.counting.TotalsCheckEvent.TotalsChecked;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far the figures on the screens have been verified (数据核对). */
@Component
public class TotalsCheckQuery {
    /** @param at the instant at which it was done */
    public record Check(TotalsChecked checked, Instant at) {
        /** @return whether everything ties */
        public boolean ties() {
            return checked.different() == 0;
        }
    }

    private final JdbcClient jdbc;

    public TotalsCheckQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return the last one, or nothing before the first */
    public Optional<Check> latest() {
        return list(1).stream().findFirst();
    }

    /** @return the last ones, the latest first */
    public List<Check> list(int limit) {
        return jdbc.sql("select recorded_at, name, payload from totals_check order by position desc limit ?")
                .param(limit)
                .query((row, number) -> new Check(
                        (TotalsChecked)
                                TotalsCheckReadModel.CODEC.read(row.getString("name"), row.getString("payload")),
                        LedgerTables.instant(row.getTimestamp("recorded_at"))))
                .list();
    }
}
