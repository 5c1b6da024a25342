package dev.wuwei.crm.projections.ledger;

import dev.wuwei.crm.lead.LeadState;
import dev.wuwei.crm.shared.ProjectKind;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.signing.AgreementKind;
import dev.wuwei.crm.signing.AgreementState;
import dev.wuwei.crm.staff.TeamId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Which projects are asked for. Everything is optional: {@code null} or an empty set leaves it open.
 *
 * @param parks codes
 * @param industries codes
 * @param regions codes of where the investor comes from
 * @param methods codes
 * @param leader linking leader
 * @param inCharge linking leader or owner
 * @param q part of project number, project name, contract number or of any name the investor ever had
 * @param amountFrom 元, inclusive; of {@link ProjectView#amount}, where that is CNY
 * @param amountBelow 元, exclusive
 * @param overdue past the date agreed for the next milestone, or not
 * @param registeredFrom first day of registration
 * @param registeredTo last day of registration
 * @param signedFrom first signing date
 * @param signedTo last signing date
 */
public record ProjectFilter(
        Set<Stage> stages,
        Set<ProjectStatus> statuses,
        Set<LeadState> leadStates,
        Set<AgreementKind> agreementKinds,
        Set<AgreementState> agreementStates,
        Set<String> parks,
        Set<String> industries,
        Set<String> regions,
        Set<String> methods,
        StaffId leader,
        StaffId owner,
        StaffId inCharge,
        TeamId team,
        ProjectKind kind,
        BigDecimal amountFrom,
        BigDecimal amountBelow,
        Boolean overdue,
        LocalDate registeredFrom,
        LocalDate registeredTo,
        LocalDate signedFrom,
        LocalDate signedTo,
        String q) {
    public static final ProjectFilter ALL = new ProjectFilter(
            null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
            null, null, null, null);

    public ProjectFilter {
        stages = stages == null ? Set.of() : Set.copyOf(stages);
        statuses = statuses == null ? Set.of() : Set.copyOf(statuses);
        leadStates = leadStates == null ? Set.of() : Set.copyOf(leadStates);
        agreementKinds = agreementKinds == null ? Set.of() : Set.copyOf(agreementKinds);
        agreementStates = agreementStates == null ? Set.of() : Set.copyOf(agreementStates);
        parks = parks == null ? Set.of() : Set.copyOf(parks);
        industries = industries == null ? Set.of() : Set.copyOf(industries);
        regions = regions == null ? Set.of() : Set.copyOf(regions);
        methods = methods == null ? Set.of() : Set.copyOf(methods);
    }

    public ProjectFilter inStages(Set<Stage> wanted) {
        return with(parts -> parts.stages = wanted);
    }

    public ProjectFilter inStatuses(Set<ProjectStatus> wanted) {
        return with(parts -> parts.statuses = wanted);
    }

    public ProjectFilter inLeadStates(Set<LeadState> wanted) {
        return with(parts -> parts.leadStates = wanted);
    }

    public ProjectFilter ofAgreementKinds(Set<AgreementKind> wanted) {
        return with(parts -> parts.agreementKinds = wanted);
    }

    public ProjectFilter inAgreementStates(Set<AgreementState> wanted) {
        return with(parts -> parts.agreementStates = wanted);
    }

    public ProjectFilter inParks(Set<String> wanted) {
        return with(parts -> parts.parks = wanted);
    }

    public ProjectFilter inIndustries(Set<String> wanted) {
        return with(parts -> parts.industries = wanted);
    }

    public ProjectFilter fromRegions(Set<String> wanted) {
        return with(parts -> parts.regions = wanted);
    }

    public ProjectFilter byMethods(Set<String> wanted) {
        return with(parts -> parts.methods = wanted);
    }

    /** In 元; either end may be missing. */
    public ProjectFilter amountBetween(BigDecimal from, BigDecimal below) {
        return with(parts -> {
            parts.amountFrom = from;
            parts.amountBelow = below;
        });
    }

    /** Both days included; either may be missing. */
    public ProjectFilter registeredBetween(LocalDate from, LocalDate to) {
        return with(parts -> {
            parts.registeredFrom = from;
            parts.registeredTo = to;
        });
    }

    /** First signing date, both days included. */
    public ProjectFilter signedBetween(LocalDate from, LocalDate to) {
        return with(parts -> {
            parts.signedFrom = from;
            parts.signedTo = to;
        });
    }

    public ProjectFilter ledBy(StaffId wanted) {
        return with(parts -> parts.leader = wanted);
    }

    public ProjectFilter ownedBy(StaffId wanted) {
        return with(parts -> parts.owner = wanted);
    }

    public ProjectFilter inChargeIs(StaffId wanted) {
        return with(parts -> parts.inCharge = wanted);
    }

    public ProjectFilter ofTeam(TeamId wanted) {
        return with(parts -> parts.team = wanted);
    }

    public ProjectFilter overdue(Boolean wanted) {
        return with(parts -> parts.overdue = wanted);
    }

    public ProjectFilter matching(String text) {
        return with(parts -> parts.q = text);
    }

    private ProjectFilter with(Consumer<Parts> change) {
        Parts parts = new Parts();
        change.accept(parts);
        return parts.filter();
    }

    /** This filter's parts, to change some of them. */
    private final class Parts {
        Set<Stage> stages = ProjectFilter.this.stages;
        Set<ProjectStatus> statuses = ProjectFilter.this.statuses;
        Set<LeadState> leadStates = ProjectFilter.this.leadStates;
        Set<AgreementKind> agreementKinds = ProjectFilter.this.agreementKinds;
        Set<AgreementState> agreementStates = ProjectFilter.this.agreementStates;
        Set<String> parks = ProjectFilter.this.parks;
        Set<String> industries = ProjectFilter.this.industries;
        Set<String> regions = ProjectFilter.this.regions;
        Set<String> methods = ProjectFilter.this.methods;
        StaffId leader = ProjectFilter.this.leader;
        StaffId owner = ProjectFilter.this.owner;
        StaffId inCharge = ProjectFilter.this.inCharge;
        TeamId team = ProjectFilter.this.team;
        ProjectKind kind = ProjectFilter.this.kind;
        BigDecimal amountFrom = ProjectFilter.this.amountFrom;
        BigDecimal amountBelow = ProjectFilter.this.amountBelow;
        Boolean overdue = ProjectFilter.this.overdue;
        LocalDate registeredFrom = ProjectFilter.this.registeredFrom;
        LocalDate registeredTo = ProjectFilter.this.registeredTo;
        LocalDate signedFrom = ProjectFilter.this.signedFrom;
        LocalDate signedTo = ProjectFilter.this.signedTo;
        String q = ProjectFilter.this.q;

        private ProjectFilter filter() {
            return new ProjectFilter(
                    stages,
                    statuses,
                    leadStates,
                    agreementKinds,
                    agreementStates,
                    parks,
                    industries,
                    regions,
                    methods,
                    leader,
                    owner,
                    inCharge,
                    team,
                    kind,
                    amountFrom,
                    amountBelow,
                    overdue,
                    registeredFrom,
                    registeredTo,
                    signedFrom,
                    signedTo,
                    q);
        }
    }

    /** @return whether what is kept with a {@link Standing} is all that it asks for */
    boolean asksForStandingOnly() {
        return equals(ALL.inParks(parks)
                .inIndustries(industries)
                .ledBy(leader)
                .ownedBy(owner)
                .overdue(overdue));
    }

    /** Adds its conditions on rows of {@code ledger} aliased {@code l}. */
    void addTo(Slice slice) {
        anyConstant(slice, "l.stage", "stages", stages);
        anyConstant(slice, "l.status", "statuses", statuses);
        anyConstant(slice, "l.lead_state", "leadStates", leadStates);
        anyConstant(slice, "l.agreement_kind", "agreementKinds", agreementKinds);
        anyConstant(slice, "l.agreement_state", "agreementStates", agreementStates);
        any(slice, "l.park", "parks", parks);
        any(slice, "l.industry", "industries", industries);
        any(slice, "l.region", "regions", regions);
        any(slice, "l.method", "methods", methods);
        compare(slice, "l.leader =", "leader", leader == null ? null : leader.value());
        compare(slice, "l.owner =", "owner", owner == null ? null : owner.value());
        compare(slice, "l.team =", "team", team == null ? null : team.value());
        compare(slice, "l.kind =", "kind", kind == null ? null : kind.name());
        if (inCharge != null) {
            slice.where("(l.leader = :inCharge or l.owner = :inCharge)").with("inCharge", inCharge.value());
        }
        compare(slice, "l.amount_fen >=", "amountFrom", fen(amountFrom));
        compare(slice, "l.amount_fen <", "amountBelow", fen(amountBelow));
        if (overdue != null) {
            slice.where("(l.due_on < coalesce(l.clock_stopped_on, " + slice.day() + ")) is "
                    + (overdue ? "true" : "not true"));
        }
        compare(slice, "l.registered_on >=", "registeredFrom", registeredFrom);
        compare(slice, "l.registered_on <=", "registeredTo", registeredTo);
        compare(slice, "l.signed_on >=", "signedFrom", signedFrom);
        compare(slice, "l.signed_on <=", "signedTo", signedTo);
        if (q != null && !q.isBlank()) {
            slice.where("(l.search like :q or lower(l.contract_no) like :q or l.investor_id in"
                            + " (select i.investor_id from ledger_investor i where lower(i.name) like :q))")
                    .with("q", "%" + q.strip().toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1") + "%");
        }
    }

    /** Amounts are whole 分, so what is not less than a bound is not less than the next whole one. */
    private static BigDecimal fen(BigDecimal yuan) {
        return yuan == null ? null : yuan.movePointRight(2).setScale(0, RoundingMode.CEILING);
    }

    private static void anyConstant(Slice slice, String column, String param, Set<? extends Enum<?>> constants) {
        any(slice, column, param, constants.stream().map(Enum::name).collect(Collectors.toSet()));
    }

    private static void any(Slice slice, String column, String param, Set<String> values) {
        if (!values.isEmpty()) {
            slice.where(column + " = any(:" + param + ")").with(param, values.toArray(String[]::new));
        }
    }

    private static void compare(Slice slice, String columnAndSign, String param, Object value) {
        if (value != null) {
            slice.where(columnAndSign + " :" + param).with(param, value);
        }
    }
}
