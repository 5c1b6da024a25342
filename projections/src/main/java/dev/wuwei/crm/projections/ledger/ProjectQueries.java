package dev.wuwei.crm.projections.ledger;

import dev.wuwei.crm.followup.PhaseState;
import dev.wuwei.crm.investor.InvestorId;
import dev.wuwei.crm.lead.LeadId;
import dev.wuwei.crm.lead.LeadState;
import dev.wuwei.crm.negotiation.NegotiationId;
import dev.wuwei.crm.projections.support.AsOf;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.Currency;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.shared.ProjectKind;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.signing.AgreementKind;
import dev.wuwei.crm.signing.AgreementState;
import dev.wuwei.crm.signing.SigningId;
import dev.wuwei.crm.staff.TeamId;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Function;

/** How rows of the ledger are selected and read, shared by everything that lists projects. */
final class ProjectQueries {
    /** The signed amount while one counts, else the estimate. */
    /** In 分 or cents; an index has the present by it. */
    static final String AMOUNT = "coalesce(l.amount_fen, l.amount_cent)";

    private ProjectQueries() {}

    /** @param slice of {@code ledger} aliased {@code l} */
    static String columns(Slice slice) {
        return "l.*, " + slice.day() + " as as_of_day, lead.name as leader_name, own.name as owner_name,"
                + " inv.name as investor_name";
    }

    /** @param asOf decides which of an investor's names it is */
    static String namesJoined(AsOf asOf) {
        return " left join ledger_label lead on lead.kind = 'staff' and lead.code = l.leader::text"
                + " left join ledger_label own on own.kind = 'staff' and own.code = l.owner::text"
                + " left join lateral (select i.name from ledger_investor i where i.investor_id = l.investor_id"
                + (asOf.asOf() == null ? "" : " and i.effective_on <= :asOf")
                + (asOf.knownAt() == null ? "" : " and i.known_at <= :knownAt")
                + " order by i.effective_on desc, i.position desc limit 1) inv on true";
    }

    static ProjectView read(ResultSet row, int number) throws SQLException {
        LocalDate day = date(row, "as_of_day");
        LocalDate since = date(row, "stage_since");
        LocalDate due = date(row, "due_on");
        LocalDate stopped = date(row, "clock_stopped_on");
        Money estimate = money(row, "estimate", currency(row.getString("estimate_currency")));
        BigDecimal signed = row.getBigDecimal("signed");
        return new ProjectView(
                new ProjectId(row.getObject("project_id", UUID.class)),
                row.getString("project_no"),
                row.getString("name"),
                id(row, "investor_id", InvestorId::new),
                row.getString("investor_name"),
                id(row, "lead_id", LeadId::new),
                id(row, "negotiation_id", NegotiationId::new),
                id(row, "signing_id", SigningId::new),
                date(row, "registered_on"),
                Stage.valueOf(row.getString("stage")),
                since,
                (int) Math.max(0, day.toEpochDay() - since.toEpochDay()),
                ProjectStatus.valueOf(row.getString("status")),
                LeadState.valueOf(row.getString("lead_state")),
                coded(row, "park"),
                coded(row, "industry"),
                coded(row, "chain"),
                coded(row, "region"),
                coded(row, "method"),
                constant(row, "kind", ProjectKind.class),
                id(row, "leader", StaffId::new),
                row.getString("leader_name"),
                id(row, "owner", StaffId::new),
                row.getString("owner_name"),
                id(row, "team", TeamId::new),
                row.getString("team_name"),
                signed.signum() != 0 ? new Money(signed, Currency.CNY) : estimate,
                estimate,
                row.getBigDecimal("land_mu"),
                constant(row, "agreement_kind", AgreementKind.class),
                constant(row, "agreement_state", AgreementState.class),
                row.getString("contract_no"),
                date(row, "signed_on"),
                row.getBoolean("signed_on_site"),
                row.getBoolean("newly_introduced"),
                row.getBoolean("recognised"),
                new Money(signed, Currency.CNY),
                new Money(row.getBigDecimal("contracted_foreign"), Currency.USD),
                new Money(row.getBigDecimal("arrived"), Currency.CNY),
                new Money(row.getBigDecimal("actual_foreign"), Currency.USD),
                constant(row, "five_gap", PhaseState.class),
                constant(row, "most_advanced", PhaseState.class),
                due,
                daysLate(due, stopped, day),
                LedgerTables.instant(row.getTimestamp("last_event_at")),
                row.getLong("last_position"));
    }

    static int daysLate(LocalDate due, LocalDate stopped, LocalDate day) {
        if (due == null) {
            return 0;
        }
        LocalDate until = stopped != null && stopped.isBefore(day) ? stopped : day;
        return (int) Math.max(0, until.toEpochDay() - due.toEpochDay());
    }

    static <I> I id(ResultSet row, String column, Function<UUID, I> make) throws SQLException {
        UUID value = row.getObject(column, UUID.class);
        return value == null ? null : make.apply(value);
    }

    static LocalDate date(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    static <E extends Enum<E>> E constant(ResultSet row, String column, Class<E> type) throws SQLException {
        String name = row.getString(column);
        return name == null ? null : Enum.valueOf(type, name);
    }

    static Coded coded(ResultSet row, String column) throws SQLException {
        String code = row.getString(column);
        return code == null ? null : new Coded(code, row.getString(column + "_name"));
    }

    private static Currency currency(String name) {
        return name == null ? Currency.CNY : Currency.valueOf(name);
    }

    private static Money money(ResultSet row, String column, Currency currency) throws SQLException {
        BigDecimal amount = row.getBigDecimal(column);
        return amount == null ? null : new Money(amount, currency);
    }
}
