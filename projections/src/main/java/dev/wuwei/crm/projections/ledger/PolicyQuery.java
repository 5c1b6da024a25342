package dev.wuwei.crm.projections.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.wuwei.crm.counting.CountingPolicyId;
import dev.wuwei.crm.counting.CountingRules;
import dev.wuwei.crm.counting.CountingStandard;
import dev.wuwei.crm.platform.axon.Json;
import dev.wuwei.crm.platform.time.ParkTime;
import dev.wuwei.crm.projections.support.AsOf;
import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.shared.StaffId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which counting policies (口径) there are, and which of them counts. */
@Component
public class PolicyQuery {
    private static final ObjectMapper JSON = Json.mapper();

    /**
     * One version of a policy.
     *
     * @param policyId {@code null} for the shipped policy, and so for its name, day and author
     * @param latest whether no later version of that policy is known
     */
    public record PolicyVersion(
            CountingPolicyId policyId,
            CountingPolicy policy,
            String name,
            LocalDate definedOn,
            StaffId definedBy,
            String reason,
            Instant knownAt,
            boolean latest) {}

    /**
     * A decision on what counts where nobody names a policy.
     *
     * @param policy that counts from that day on, {@code code@version}
     */
    public record Adoption(
            String policy,
            LocalDate from,
            LocalDate decidedOn,
            StaffId decidedBy,
            String reason,
            Instant knownAt,
            long position) {}

    private final JdbcClient jdbc;
    private final CountingPolicy standard;

    public PolicyQuery(JdbcClient jdbc, CountingStandard standard) {
        this.jdbc = jdbc;
        this.standard = CountingPolicy.standard(standard);
    }

    public CountingPolicy standard() {
        return standard;
    }

    /** @return every version known by then, the shipped one first, each policy's latest version first */
    public List<PolicyVersion> all(AsOf asOf) {
        List<PolicyVersion> all = new ArrayList<>();
        all.add(new PolicyVersion(null, standard, null, null, null, null, null, true));
        all.addAll(jdbc.sql("select * from ledger_policy where (:known::timestamptz is null or known_at <= :known)"
                        + " order by code, version desc")
                .param("known", known(asOf))
                .query((row, number) -> {
                    LedgerTables.Policy policy = read(row);
                    return new PolicyVersion(
                            policy.policyId(),
                            policy.policy(),
                            policy.name(),
                            policy.definedOn(),
                            policy.definedBy(),
                            policy.reason(),
                            policy.knownAt(),
                            false);
                })
                .list());
        for (int i = 1; i < all.size(); i++) {
            PolicyVersion version = all.get(i);
            if (!version.policy().code().equals(all.get(i - 1).policy().code())) {
                all.set(
                        i,
                        new PolicyVersion(
                                version.policyId(),
                                version.policy(),
                                version.name(),
                                version.definedOn(),
                                version.definedBy(),
                                version.reason(),
                                version.knownAt(),
                                true));
            }
        }
        return List.copyOf(all);
    }

    /** @return decisions known by then, by the day from which they count, later ones of one day last */
    public List<Adoption> adoptions(AsOf asOf) {
        return jdbc.sql("select * from ledger_policy_adoption where (:known::timestamptz is null or known_at <= :known)"
                        + " order by counts_from, position")
                .param("known", known(asOf))
                .query((row, number) -> new Adoption(
                        Optional.ofNullable(row.getString("policy")).orElse(standard.id()),
                        row.getObject("counts_from", LocalDate.class),
                        row.getObject("decided_on", LocalDate.class),
                        Optional.ofNullable(row.getObject("decided_by", UUID.class))
                                .map(StaffId::new)
                                .orElse(null),
                        row.getString("reason"),
                        row.getTimestamp("known_at").toInstant(),
                        row.getLong("position")))
                .list();
    }

    /** @return {@link #inForce} with its name, day and author */
    public PolicyVersion versionInForce(AsOf asOf) {
        CountingPolicy policy = inForce(asOf);
        return all(AsOf.NOW).stream()
                .filter(version -> version.policy().id().equals(policy.id()))
                .findFirst()
                .orElseThrow();
    }

    /** @return the policy that counts on that day, as decided by then */
    public CountingPolicy inForce(AsOf asOf) {
        LocalDate day = asOf.asOf() == null ? ParkTime.today() : asOf.asOf();
        String id = standard.id();
        for (Adoption adoption : adoptions(asOf)) {
            if (!adoption.from().isAfter(day)) {
                id = adoption.policy();
            }
        }
        return of(id, AsOf.NOW);
    }

    /**
     * @param id {@code code@version}; the code alone for the latest version known by then, the first where none was; or nothing for the
     *     one in force
     * @throws RuleViolated {@link LedgerRule#UNKNOWN_POLICY}
     */
    public CountingPolicy of(String id, AsOf asOf) {
        if (id == null || id.isBlank()) {
            return inForce(asOf);
        }
        if (id.equals(standard.id()) || id.equals(standard.code())) {
            return standard;
        }
        String known = "(:known::timestamptz is null or known_at <= :known)";
        return jdbc.sql("select * from ledger_policy where id = :id or code = :id order by " + known
                        + " desc, case when " + known + " then version else -version end desc limit 1")
                .param("id", id)
                .param("known", known(asOf))
                .query((row, number) -> read(row).policy())
                .optional()
                .orElseThrow(() -> new RuleViolated(LedgerRule.UNKNOWN_POLICY, id));
    }

    private static java.time.OffsetDateTime known(AsOf asOf) {
        return asOf.knownAt() == null ? null : Slice.at(asOf.knownAt());
    }

    static List<CountingPolicy> policies(JdbcClient jdbc) {
        return jdbc.sql("select * from ledger_policy order by position")
                .query((row, number) -> read(row).policy())
                .list();
    }

    static LedgerTables.Policy read(ResultSet row) throws SQLException {
        UUID by = row.getObject("defined_by", UUID.class);
        return new LedgerTables.Policy(
                new CountingPolicyId(row.getObject("policy_id", UUID.class)),
                row.getString("code"),
                row.getInt("version"),
                row.getString("name"),
                rules(row.getString("rules")),
                row.getObject("defined_on", LocalDate.class),
                by == null ? null : new StaffId(by),
                row.getString("reason"),
                LedgerTables.instant(row.getTimestamp("known_at")),
                row.getLong("position"));
    }

    static String write(CountingRules rules) {
        try {
            return JSON.writeValueAsString(rules);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("rules of a policy cannot be written", e);
        }
    }

    static CountingRules rules(String json) {
        try {
            return JSON.readValue(json, CountingRules.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("rules of a policy cannot be read: " + json, e);
        }
    }
}
