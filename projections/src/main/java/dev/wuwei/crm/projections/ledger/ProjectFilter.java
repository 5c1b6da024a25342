package dev.wuwei.crm.projections.ledger;

import dev.wuwei.crm.shared.ProjectKind;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.signing.AgreementKind;
import dev.wuwei.crm.staff.TeamId;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Which projects are asked for. Everything is optional: {@code null} or an empty set leaves it open.
 *
 * @param parks codes
 * @param industries codes
 * @param methods codes
 * @param leader linking leader
 * @param q part of project number, project name or of any name the investor ever had
 * @param overdue past the date agreed for the next milestone, or not
 * @param signedFrom first signing date
 * @param signedTo last signing date
 */
public record ProjectFilter(
        Set<Stage> stages,
        Set<ProjectStatus> statuses,
        Set<String> parks,
        Set<String> industries,
        Set<String> methods,
        StaffId leader,
        StaffId owner,
        TeamId team,
        ProjectKind kind,
        AgreementKind agreementKind,
        Boolean overdue,
        LocalDate signedFrom,
        LocalDate signedTo,
        String q) {
    public static final ProjectFilter ALL =
            new ProjectFilter(null, null, null, null, null, null, null, null, null, null, null, null, null, null);

    public ProjectFilter {
        stages = stages == null ? Set.of() : Set.copyOf(stages);
        statuses = statuses == null ? Set.of() : Set.copyOf(statuses);
        parks = parks == null ? Set.of() : Set.copyOf(parks);
        industries = industries == null ? Set.of() : Set.copyOf(industries);
        methods = methods == null ? Set.of() : Set.copyOf(methods);
    }

    public ProjectFilter inStages(Set<Stage> wanted) {
        return with(parts -> parts.stages = wanted);
    }

    public ProjectFilter inStatuses(Set<ProjectStatus> wanted) {
        return with(parts -> parts.statuses = wanted);
    }

    public ProjectFilter inParks(Set<String> wanted) {
        return with(parts -> parts.parks = wanted);
    }

    public ProjectFilter inIndustries(Set<String> wanted) {
        return with(parts -> parts.industries = wanted);
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
        Set<String> parks = ProjectFilter.this.parks;
        Set<String> industries = ProjectFilter.this.industries;
        Set<String> methods = ProjectFilter.this.methods;
        StaffId leader = ProjectFilter.this.leader;
        StaffId owner = ProjectFilter.this.owner;
        TeamId team = ProjectFilter.this.team;
        ProjectKind kind = ProjectFilter.this.kind;
        AgreementKind agreementKind = ProjectFilter.this.agreementKind;
        Boolean overdue = ProjectFilter.this.overdue;
        LocalDate signedFrom = ProjectFilter.this.signedFrom;
        LocalDate signedTo = ProjectFilter.this.signedTo;
        String q = ProjectFilter.this.q;

        private ProjectFilter filter() {
            return new ProjectFilter(
                    stages,
                    statuses,
                    parks,
                    industries,
                    methods,
                    leader,
                    owner,
                    team,
                    kind,
                    agreementKind,
                    overdue,
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
        any(slice, "l.stage", "stages", stages.stream().map(Enum::name).toArray(String[]::new));
        any(slice, "l.status", "statuses", statuses.stream().map(Enum::name).toArray(String[]::new));
        any(slice, "l.park", "parks", parks.toArray(String[]::new));
        any(slice, "l.industry", "industries", industries.toArray(String[]::new));
        any(slice, "l.method", "methods", methods.toArray(String[]::new));
        equal(slice, "l.leader", "leader", leader == null ? null : leader.value());
        equal(slice, "l.owner", "owner", owner == null ? null : owner.value());
        equal(slice, "l.team", "team", team == null ? null : team.value());
        equal(slice, "l.kind", "kind", kind == null ? null : kind.name());
        equal(slice, "l.agreement_kind", "agreementKind", agreementKind == null ? null : agreementKind.name());
        if (overdue != null) {
            slice.where("(l.due_on < coalesce(l.clock_stopped_on, " + slice.day() + ")) is "
                    + (overdue ? "true" : "not true"));
        }
        if (signedFrom != null) {
            slice.where("l.signed_on >= :signedFrom").with("signedFrom", signedFrom);
        }
        if (signedTo != null) {
            slice.where("l.signed_on <= :signedTo").with("signedTo", signedTo);
        }
        if (q != null && !q.isBlank()) {
            slice.where("(l.search like :q or l.investor_id in"
                            + " (select i.investor_id from ledger_investor i where lower(i.name) like :q))")
                    .with("q", "%" + q.strip().toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1") + "%");
        }
    }

    private static void any(Slice slice, String column, String param, String[] values) {
        if (values.length > 0) {
            slice.where(column + " = any(:" + param + ")").with(param, values);
        }
    }

    private static void equal(Slice slice, String column, String param, Object value) {
        if (value != null) {
            slice.where(column + " = :" + param).with(param, value);
        }
    }
}
