package dev.wuwei.crm.projections.ledger;

import dev.wuwei.crm.counting.CountingPolicyId;
import dev.wuwei.crm.counting.CountingRules;
import dev.wuwei.crm.dictionary.DictionaryEvent;
import dev.wuwei.crm.followup.Delay;
import dev.wuwei.crm.followup.FollowUpId;
import dev.wuwei.crm.followup.Milestone;
import dev.wuwei.crm.platform.axon.Json;
import dev.wuwei.crm.projections.support.FactCodec;
import dev.wuwei.crm.projections.support.Table;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.DomainEvent;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.staff.StaffEvent;
import dev.wuwei.crm.standard.StandardEvent;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;

/** The tables of the ledger, and how its rows are written to them. */
final class LedgerTables {
    /** @param knownTo instant from which it is known no longer, or {@code null} */
    record LedgerRow(ProjectId projectId, Segment<ProjectState> segment, Instant knownTo) {
        ProjectState state() {
            return segment.state();
        }
    }

    record PhaseRow(ProjectId projectId, Segment<PhaseFigures> segment, Instant knownTo) {
        PhaseFigures state() {
            return segment.state();
        }
    }

    record PastKey(ProjectId projectId, LocalDate from) {}

    record SupersededKey(ProjectId projectId, LocalDate from, Instant knownFrom) {}

    record PhaseKey(FollowUpId followUpId, String phase) {}

    record PastPhaseKey(FollowUpId followUpId, String phase, LocalDate from) {}

    record SupersededPhaseKey(FollowUpId followUpId, String phase, LocalDate from, Instant knownFrom) {}

    record JournalKey(Measure measure, ProjectId projectId, long position, String policy, int line) {}

    /** @param knownTo when it was taken back, or {@code null} */
    record HandOver(
            String eventId,
            ProjectId projectId,
            LocalDate on,
            BigDecimal mu,
            Coded method,
            Instant knownFrom,
            Instant knownTo) {
        HandOver knownTo(Instant takenBack) {
            return new HandOver(eventId, projectId, on, mu, method, knownFrom, takenBack);
        }
    }

    record InvestorName(UUID investorId, long position, LocalDate effectiveOn, Instant knownAt, String name) {}

    record InvestorKey(UUID investorId, long position) {}

    /**
     * What was changed of a dictionary or a team.
     *
     * @param kind of the dictionary, or {@link #TEAMS}
     */
    record CatalogueEntry(long position, String kind, Instant knownAt, DomainEvent event) {
        static final String TEAMS = "TEAM";

        /** They say nothing of people. */
        private static final FactCodec CODEC = new FactCodec(Json.mapper(), DictionaryEvent.class, StaffEvent.class);

        static CatalogueEntry read(ResultSet row) throws SQLException {
            return new CatalogueEntry(
                    row.getLong("position"),
                    row.getString("kind"),
                    instant(row.getTimestamp("known_at")),
                    CODEC.read(row.getString("name"), row.getString("payload")));
        }
    }

    record Label(String kind, String code, String name, long lastPosition) {}

    record LabelKey(String kind, String code) {}

    record Meta(int id, LocalDate firstEffective, Instant firstKnown, Instant lastKnown, long lastPosition) {}

    static final Table<ProjectId, LedgerRow> PRESENT = ledger(Table.<ProjectId, LedgerRow>keyed(
                            "ledger_present", "project_id", "uuid", LedgerRow::projectId)
                    .column("effective_from", "date", row -> row.segment().from())
                    .column("known_from", "timestamptz", row -> row.segment().knownFrom()))
            .writeOnly();

    static final Table<PastKey, LedgerRow> PAST = ledger(Table.<PastKey, LedgerRow>keyed(
                            "ledger_past",
                            row -> new PastKey(row.projectId(), row.segment().from()),
                            key -> List.of(key.projectId(), key.from()))
                    .keyColumn("project_id", "uuid", LedgerRow::projectId)
                    .keyColumn("effective_from", "date", row -> row.segment().from())
                    .column("effective_to", "date", row -> row.segment().to())
                    .column(
                            "effective_to_known",
                            "timestamptz",
                            row -> row.segment().toKnown())
                    .column("known_from", "timestamptz", row -> row.segment().knownFrom()))
            .writeOnly();

    static final Table<SupersededKey, LedgerRow> SUPERSEDED = ledger(Table.<SupersededKey, LedgerRow>keyed(
                            "ledger_superseded",
                            row -> new SupersededKey(
                                    row.projectId(),
                                    row.segment().from(),
                                    row.segment().knownFrom()),
                            key -> List.of(key.projectId(), key.from(), key.knownFrom()))
                    .keyColumn("project_id", "uuid", LedgerRow::projectId)
                    .keyColumn("effective_from", "date", row -> row.segment().from())
                    .keyColumn("known_from", "timestamptz", row -> row.segment().knownFrom())
                    .column("effective_to", "date", row -> row.segment().to())
                    .column(
                            "effective_to_known",
                            "timestamptz",
                            row -> row.segment().toKnown())
                    .column("known_to", "timestamptz", LedgerRow::knownTo))
            .appendOnly();

    static final Table<PhaseKey, PhaseRow> PHASE_PRESENT = phase(Table.<PhaseKey, PhaseRow>keyed(
                            "phase_present",
                            row -> new PhaseKey(
                                    row.state().followUpId(), row.state().phase()),
                            key -> List.of(key.followUpId(), key.phase()))
                    .keyColumn("follow_up_id", "uuid", row -> row.state().followUpId())
                    .keyColumn("phase", "text", row -> row.state().phase())
                    .column("effective_from", "date", row -> row.segment().from())
                    .column("known_from", "timestamptz", row -> row.segment().knownFrom()))
            .writeOnly();

    static final Table<PastPhaseKey, PhaseRow> PHASE_PAST = phase(Table.<PastPhaseKey, PhaseRow>keyed(
                            "phase_past",
                            row -> new PastPhaseKey(
                                    row.state().followUpId(),
                                    row.state().phase(),
                                    row.segment().from()),
                            key -> List.of(key.followUpId(), key.phase(), key.from()))
                    .keyColumn("follow_up_id", "uuid", row -> row.state().followUpId())
                    .keyColumn("phase", "text", row -> row.state().phase())
                    .keyColumn("effective_from", "date", row -> row.segment().from())
                    .column("effective_to", "date", row -> row.segment().to())
                    .column(
                            "effective_to_known",
                            "timestamptz",
                            row -> row.segment().toKnown())
                    .column("known_from", "timestamptz", row -> row.segment().knownFrom()))
            .writeOnly();

    static final Table<SupersededPhaseKey, PhaseRow> PHASE_SUPERSEDED = phase(Table.<SupersededPhaseKey, PhaseRow>keyed(
                            "phase_superseded",
                            row -> new SupersededPhaseKey(
                                    row.state().followUpId(),
                                    row.state().phase(),
                                    row.segment().from(),
                                    row.segment().knownFrom()),
                            key -> List.of(key.followUpId(), key.phase(), key.from(), key.knownFrom()))
                    .keyColumn("follow_up_id", "uuid", row -> row.state().followUpId())
                    .keyColumn("phase", "text", row -> row.state().phase())
                    .keyColumn("effective_from", "date", row -> row.segment().from())
                    .keyColumn("known_from", "timestamptz", row -> row.segment().knownFrom())
                    .column("effective_to", "date", row -> row.segment().to())
                    .column(
                            "effective_to_known",
                            "timestamptz",
                            row -> row.segment().toKnown())
                    .column("known_to", "timestamptz", PhaseRow::knownTo))
            .appendOnly();

    static final Table<Standing.Key, Standing> STANDING_PRESENT = standing(Table.<Standing.Key, Standing>keyed(
                            "standing_present", Standing::key, key -> List.of(key.projectId(), key.place()))
                    .keyColumn("project_id", "uuid", Standing::projectId)
                    .keyColumn("place", "smallint", Standing::place)
                    .column("effective_from", "date", Standing::from))
            .writeOnly();

    static final Table<Standing.PastKey, Standing> STANDING_PAST = standing(Table.<Standing.PastKey, Standing>keyed(
                            "standing_past",
                            Standing::pastKey,
                            key -> List.of(key.projectId(), key.place(), key.from()))
                    .keyColumn("project_id", "uuid", Standing::projectId)
                    .keyColumn("place", "smallint", Standing::place)
                    .keyColumn("effective_from", "date", Standing::from)
                    .column("effective_to", "date", Standing::to))
            .writeOnly();

    static final Table<JournalKey, JournalEntry> JOURNAL = Table.<JournalKey, JournalEntry>keyed(
                    "journal",
                    e -> new JournalKey(e.measure(), e.projectId(), e.position(), e.policy(), e.line()),
                    key -> List.of(key.measure(), key.projectId(), key.position(), key.policy(), key.line()))
            .keyColumn("measure", "text", JournalEntry::measure)
            .keyColumn("project_id", "uuid", JournalEntry::projectId)
            .keyColumn("position", "bigint", JournalEntry::position)
            .keyColumn("policy", "text", JournalEntry::policy)
            .keyColumn("line", "integer", JournalEntry::line)
            .column("count", "integer", JournalEntry::count)
            .column("amount", "numeric", JournalEntry::amount)
            .column("currency", "text", JournalEntry::currency)
            .column("effective_on", "date", JournalEntry::effectiveOn)
            .column("booked_on", "date", JournalEntry::bookedOn)
            .column("known_at", "timestamptz", JournalEntry::knownAt)
            .column("cause", "text", JournalEntry::cause)
            .column("industry", "text", e -> e.cell().industry())
            .column("park", "text", e -> e.cell().park())
            .column("chain", "text", e -> e.cell().chain())
            .column("method", "text", e -> e.cell().method())
            .column("origin", "text", e -> e.cell().origin())
            .column("kind", "text", e -> e.cell().kind())
            .column("leader", "uuid", e -> e.cell().leader())
            .column("owner", "uuid", e -> e.cell().owner())
            .column("team", "uuid", e -> e.cell().team())
            .column("size_band", "smallint", e -> e.cell().band())
            .column("five_gap", "text", e -> e.cell().fiveGap())
            .unchanging()
            .appendOnly();

    static final Table<Fact.Key, Fact> FACT = Table.<Fact.Key, Fact>keyed(
                    "ledger_fact", Fact::key, key -> List.of(key.projectId(), key.position()))
            .keyColumn("project_id", "uuid", Fact::projectId)
            .keyColumn("position", "bigint", Fact::position)
            .column("recorded_at", "timestamptz", Fact::recordedAt)
            .column("effective_on", "date", fact -> fact.event().occurredOn())
            .column("name", "text", Fact::name)
            .unchanging()
            .appendOnlyLookedUp();

    static final Table<InvestorKey, InvestorName> INVESTOR = Table.<InvestorKey, InvestorName>keyed(
                    "ledger_investor",
                    row -> new InvestorKey(row.investorId(), row.position()),
                    key -> List.of(key.investorId(), key.position()))
            .keyColumn("investor_id", "uuid", InvestorName::investorId)
            .keyColumn("position", "bigint", InvestorName::position)
            .column("effective_on", "date", InvestorName::effectiveOn)
            .column("known_at", "timestamptz", InvestorName::knownAt)
            .column("name", "text", InvestorName::name)
            .unchanging()
            .appendOnly();

    static final Table<String, HandOver> REVITALISED_LAND = Table.<String, HandOver>keyed(
                    "revitalised_land", "event_id", "text", HandOver::eventId)
            .column("project_id", "uuid", HandOver::projectId)
            .column("handed_on", "date", HandOver::on)
            .column("mu", "numeric", HandOver::mu)
            .column("method", "text", land -> land.method().code())
            .column("method_name", "text", land -> land.method().name())
            .column("known_from", "timestamptz", HandOver::knownFrom)
            .column("known_to", "timestamptz", HandOver::knownTo)
            .readBy(row -> new HandOver(
                    row.getString("event_id"),
                    new ProjectId(row.getObject("project_id", UUID.class)),
                    row.getObject("handed_on", LocalDate.class),
                    row.getBigDecimal("mu"),
                    new Coded(row.getString("method"), row.getString("method_name")),
                    instant(row.getTimestamp("known_from")),
                    instant(row.getTimestamp("known_to"))));

    static final Table<Long, CatalogueEntry> CATALOGUE = Table.<Long, CatalogueEntry>keyed(
                    "ledger_catalogue", "position", "bigint", CatalogueEntry::position)
            .column("kind", "text", CatalogueEntry::kind)
            .column("known_at", "timestamptz", CatalogueEntry::knownAt)
            .column("name", "text", entry -> CatalogueEntry.CODEC.nameOf(entry.event()))
            .column("payload", "text", entry -> CatalogueEntry.CODEC.write(entry.event()))
            .appendOnly();

    static final Table<LabelKey, Label> LABEL = Table.<LabelKey, Label>keyed(
                    "ledger_label", row -> new LabelKey(row.kind(), row.code()), key -> List.of(key.kind(), key.code()))
            .keyColumn("kind", "text", Label::kind)
            .keyColumn("code", "text", Label::code)
            .column("name", "text", Label::name)
            .column("last_position", "bigint", Label::lastPosition)
            .groupedBy("kind = any(?::text[])", LabelKey::kind)
            .readBy(row -> new Label(
                    row.getString("kind"), row.getString("code"), row.getString("name"), row.getLong("last_position")));

    static final Table<Integer, Meta> META = Table.<Integer, Meta>keyed("ledger_meta", "id", "integer", Meta::id)
            .column("first_effective", "date", Meta::firstEffective)
            .column("first_known", "timestamptz", Meta::firstKnown)
            .column("last_known", "timestamptz", Meta::lastKnown)
            .column("last_position", "bigint", Meta::lastPosition)
            .readBy(row -> new Meta(
                    row.getInt("id"),
                    row.getObject("first_effective", LocalDate.class),
                    instant(row.getTimestamp("first_known")),
                    instant(row.getTimestamp("last_known")),
                    row.getLong("last_position")));

    /** @param knownAt instant from which there is that version */
    record Policy(
            CountingPolicyId policyId,
            String code,
            int version,
            String name,
            CountingRules rules,
            LocalDate definedOn,
            StaffId definedBy,
            String reason,
            Instant knownAt,
            long position) {
        CountingPolicy policy() {
            return new CountingPolicy(code, version, rules);
        }

        String id() {
            return policy().id();
        }
    }

    /**
     * @param policy that counts from that day on, or {@code null} for the shipped one
     * @param code of the policy that is adopted or retired
     */
    record Adoption(
            long position,
            String policy,
            String code,
            LocalDate from,
            LocalDate decidedOn,
            StaffId decidedBy,
            String reason,
            Instant knownAt) {}

    static final Table<String, Policy> POLICY = Table.<String, Policy>keyed("ledger_policy", "id", "text", Policy::id)
            .column("policy_id", "uuid", Policy::policyId)
            .column("code", "text", Policy::code)
            .column("version", "integer", Policy::version)
            .column("name", "text", Policy::name)
            .column("rules", "text", policy -> PolicyQuery.write(policy.rules()))
            .column("defined_on", "date", Policy::definedOn)
            .column("defined_by", "uuid", Policy::definedBy)
            .column("reason", "text", Policy::reason)
            .column("known_at", "timestamptz", Policy::knownAt)
            .column("position", "bigint", Policy::position)
            .readBy(PolicyQuery::read);

    static final Table<Long, Adoption> ADOPTION = Table.<Long, Adoption>keyed(
                    "ledger_policy_adoption", "position", "bigint", Adoption::position)
            .column("policy", "text", Adoption::policy)
            .column("code", "text", Adoption::code)
            .column("counts_from", "date", Adoption::from)
            .column("decided_on", "date", Adoption::decidedOn)
            .column("decided_by", "uuid", Adoption::decidedBy)
            .column("reason", "text", Adoption::reason)
            .column("known_at", "timestamptz", Adoption::knownAt)
            .appendOnly();

    /** What was decided of a standard (标准). */
    record StandardEntry(long position, Instant knownAt, StaffId decidedBy, String reason, StandardEvent event) {
        private static final FactCodec CODEC = new FactCodec(Json.mapper(), StandardEvent.class);

        static StandardEntry read(ResultSet row) throws SQLException {
            UUID by = row.getObject("decided_by", UUID.class);
            return new StandardEntry(
                    row.getLong("position"),
                    instant(row.getTimestamp("known_at")),
                    by == null ? null : new StaffId(by),
                    row.getString("reason"),
                    (StandardEvent) CODEC.read(row.getString("name"), row.getString("payload")));
        }

        /** @return what it is to a project: as much a fact as its own */
        Fact of(ProjectId project) {
            return new Fact(project, position, knownAt, CODEC.nameOf(event), event);
        }
    }

    static final Table<Long, StandardEntry> STANDARD = Table.<Long, StandardEntry>keyed(
                    "ledger_standard", "position", "bigint", StandardEntry::position)
            .column("standard", "text", entry -> entry.event().standard())
            .column("decided_by", "uuid", StandardEntry::decidedBy)
            .column("reason", "text", StandardEntry::reason)
            .column("known_at", "timestamptz", StandardEntry::knownAt)
            .column("name", "text", entry -> StandardEntry.CODEC.nameOf(entry.event()))
            .column("payload", "text", entry -> StandardEntry.CODEC.write(entry.event()))
            .appendOnly();

    private LedgerTables() {}

    static Instant instant(Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }

    private static <K> Table.Builder<K, Standing> standing(Table.Builder<K, Standing> table) {
        return table.unchanging()
                .column("follow_up_id", "uuid", row -> row.figures().followUpId())
                .column("phase", "text", row -> row.figures().phase())
                .column("project_no", "text", row -> row.figures().projectNo())
                .column("park", "text", row -> row.figures().park())
                .column("industry", "text", row -> row.figures().industry())
                .column("leader", "uuid", row -> row.figures().leader())
                .column("owner", "uuid", row -> row.figures().owner())
                .column("signed_fen", "bigint", row -> row.figures().signedFen())
                .column("five_gap", "smallint", row -> row.figures().fiveGap().ordinal())
                .column("due_on", "date", row -> row.figures().dueOn())
                .column("late_from", "date", row -> row.figures().lateFrom())
                .column("yellow_from", "date", row -> row.figures().yellowFrom())
                .column("red_from", "date", row -> row.figures().redFrom());
    }

    private static <K> Table.Builder<K, LedgerRow> ledger(Table.Builder<K, LedgerRow> table) {
        return coded(
                        coded(
                                coded(
                                        coded(
                                                coded(table, "park", ProjectState::park),
                                                "industry",
                                                ProjectState::industry),
                                        "chain",
                                        ProjectState::chain),
                                "region",
                                ProjectState::region),
                        "method",
                        ProjectState::method)
                .unchanging()
                .column("project_no", "text", row -> row.state().projectNo())
                .column("name", "text", row -> row.state().name())
                .column(
                        "search",
                        "text",
                        row -> (row.state().projectNo() + " " + row.state().name()).toLowerCase(Locale.ROOT))
                .column("investor_id", "uuid", row -> row.state().investorId())
                .column("lead_id", "uuid", row -> row.state().leadId())
                .column("negotiation_id", "uuid", row -> row.state().negotiationId())
                .column("signing_id", "uuid", row -> row.state().signingId())
                .column("registered_on", "date", row -> row.state().registeredOn())
                .column("stage", "text", row -> row.state().stage())
                .column("stage_since", "date", row -> row.state().stageSince())
                .column("furthest", "smallint", row -> row.state().furthest().ordinal())
                .column("status", "text", row -> row.state().status())
                .column("lead_state", "text", row -> row.state().leadState())
                .column("kind", "text", row -> row.state().kind())
                .column("leader", "uuid", row -> row.state().leader())
                .column("owner", "uuid", row -> row.state().owner())
                .column("team", "uuid", row -> row.state().teamId())
                .column("team_name", "text", row -> row.state().teamName())
                .column(
                        "estimate",
                        "numeric",
                        row -> row.state().estimate() == null
                                ? null
                                : row.state().estimate().amount())
                .column(
                        "estimate_currency",
                        "text",
                        row -> row.state().estimate() == null
                                ? null
                                : row.state().estimate().currency())
                .column("land_mu", "numeric", row -> row.state().landMu())
                .column("talks_since", "date", row -> row.state().talksSince())
                .column("agreement_kind", "text", row -> row.state().agreementKind())
                .column("agreement_state", "text", row -> row.state().agreementState())
                .column("contract_no", "text", row -> row.state().contractNo())
                .column("signed_on", "date", row -> row.state().signedOn())
                .column("signed_on_site", "boolean", row -> row.state().signedOnSite())
                .column("newly_introduced", "boolean", row -> row.state().newlyIntroduced())
                .column("recognised", "boolean", row -> row.state().recognised())
                .column("signed", "numeric", row -> row.state().signed())
                .column("contracted_foreign", "numeric", row -> row.state().contractedForeign())
                .column("arrived", "numeric", row -> row.state().arrived())
                .column("actual_foreign", "numeric", row -> row.state().actualForeign())
                .column(
                        "size_band",
                        "smallint",
                        row -> row.state().booked().cell().band())
                .column("five_gap", "text", row -> row.state().fiveGap())
                .column("most_advanced", "text", row -> row.state().mostAdvanced())
                .column("due_on", "date", row -> row.state().dueOn())
                .column("clock_stopped_on", "date", row -> row.state().clockStoppedOn())
                .column("last_event_at", "timestamptz", row -> row.segment().knownFrom())
                .column("last_position", "bigint", row -> row.segment().position());
    }

    private static <K> Table.Builder<K, LedgerRow> coded(
            Table.Builder<K, LedgerRow> table, String column, Function<ProjectState, Coded> value) {
        return table.column(column, "text", row -> {
                    Coded coded = value.apply(row.state());
                    return coded == null ? null : coded.code();
                })
                .column(column + "_name", "text", row -> {
                    Coded coded = value.apply(row.state());
                    return coded == null ? null : coded.name();
                });
    }

    private static <T> T of(PhaseRow row, Function<Delay, T> part) {
        return row.state().delay() == null ? null : part.apply(row.state().delay());
    }

    private static <K> Table.Builder<K, PhaseRow> phase(Table.Builder<K, PhaseRow> table) {
        table.column("project_id", "uuid", PhaseRow::projectId)
                .column("state", "text", row -> row.state().state())
                .column("reported_state", "text", row -> row.state().reportedState())
                .column("state_since", "date", row -> row.state().stateSince())
                .column("sub_state", "text", row -> row.state().subState())
                .column("suspended", "boolean", row -> row.state().suspended())
                .column("stopped", "boolean", row -> row.state().stopped())
                .column("cause", "text", row -> row.state().cause())
                .column("due_on", "date", row -> row.state().dueOn())
                .column("clock_stopped_on", "date", row -> row.state().clockStoppedOn())
                .column("investment", "numeric", row -> row.state().investment())
                .column("invested", "numeric", row -> row.state().invested())
                .column("progress_percent", "numeric", row -> row.state().progressPercent())
                .column("progress_behind", "integer", row -> row.state().progressBehind())
                .column("included_on", "date", row -> row.state().includedOn())
                .column("delay_milestone", "text", row -> of(row, Delay::milestone))
                .column("delay_cause", "text", row -> of(row, Delay::cause))
                .column("delay_explanation", "text", row -> of(row, Delay::explanation))
                .column("delay_owner", "uuid", row -> of(row, Delay::owner))
                .column("next_action", "text", row -> of(row, Delay::nextAction))
                .column("next_action_on", "date", row -> of(row, Delay::nextActionOn))
                .column("quiet_until", "date", row -> of(row, Delay::quietUntil));
        String[] names = {"start", "completion", "production", "scale_up", "full_capacity"};
        for (Milestone milestone : Milestone.values()) {
            int index = milestone.ordinal();
            table.column(
                            "agreed_" + names[index],
                            "date",
                            row -> row.state().agreed().get(index))
                    .column(
                            "recognised_" + names[index],
                            "date",
                            row -> row.state().recognised().get(index));
        }
        return table.unchanging()
                .column("last_event_at", "timestamptz", row -> row.segment().knownFrom())
                .column("last_position", "bigint", row -> row.segment().position());
    }
}
