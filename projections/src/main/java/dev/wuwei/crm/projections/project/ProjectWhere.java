package dev.wuwei.crm.projections.project;

import dev.wuwei.crm.projections.support.Conditions;
import dev.wuwei.crm.projections.support.Like;
import dev.wuwei.crm.projections.support.Viewer;
import dev.wuwei.crm.shared.TypedId;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/** The conditions of one question about the table {@code project p}; the viewer's scope is always among them. */
final class ProjectWhere extends Conditions<ProjectWhere> {
    ProjectWhere(Viewer viewer) {
        ProjectScope scope = ProjectScope.of(viewer);
        if (!viewer.seesAllParks()) {
            and(scope.sql("p"));
        }
        scope.params().forEach(this::with);
    }

    ProjectWhere list(ProjectList list) {
        return and("p." + list.flag());
    }

    ProjectWhere filter(ProjectList list, ProjectFilter filter) {
        text(filter.text);
        codes("park_code", filter.parks);
        codes("industry_code", filter.industries);
        codes("chain_code", filter.chains);
        codes("region_code", filter.regions);
        codes("method_code", filter.methods);
        codes("source_code", filter.sources);
        constants("kind", filter.kinds);
        constants("lead_state", filter.leadStates);
        constants("negotiation_stage", filter.negotiationStages);
        constants("negotiation_status", filter.negotiationStatuses);
        constants("agreement_kind", filter.agreementKinds);
        constants("agreement_state", filter.agreementStates);
        constants("five_gap", filter.fiveGaps);
        ids("p.owner = any(:owners)", "owners", filter.owners);
        ids("p.leader = any(:leaders)", "leaders", filter.leaders);
        ids("p.people && :people", "people", filter.people);
        given("p.team_id = :team", "team", filter.team == null ? null : filter.team.value());
        given("p.investor_id = :investor", "investor", filter.investor == null ? null : filter.investor.value());
        if (filter.amountFrom != null || filter.amountBelow != null) {
            if (list == ProjectList.LEADS || list == ProjectList.NEGOTIATIONS) {
                and("p." + list.currency() + " = 'CNY'");
            }
            given("p." + list.amount() + " >= :amountFrom", "amountFrom", filter.amountFrom);
            given("p." + list.amount() + " < :amountBelow", "amountBelow", filter.amountBelow);
        }
        given("p.registered_on >= :registeredFrom", "registeredFrom", filter.registeredFrom);
        given("p.registered_on <= :registeredTo", "registeredTo", filter.registeredTo);
        given("p.signed_on >= :signedFrom", "signedFrom", filter.signedFrom);
        given("p.signed_on <= :signedTo", "signedTo", filter.signedTo);
        given("p.next_on >= :nextFrom", "nextFrom", filter.nextFrom);
        given("p.next_on <= :nextTo", "nextTo", filter.nextTo);
        given("p.progress_clock and p.progress_on < :noProgressSince", "noProgressSince", filter.noProgressSince);
        given("p.due_on < :overdueOn", "overdueOn", filter.overdueOn);
        given("p.signed_on_site = :signedOnSite", "signedOnSite", filter.signedOnSite);
        given("p.newly_introduced = :newlyIntroduced", "newlyIntroduced", filter.newlyIntroduced);
        if (filter.onlyOpen) {
            and(open(list));
        }
        if (filter.onlyInReview) {
            and("p.negotiation_stage = 'IN_REVIEW'");
        }
        if (filter.onlyArbitration) {
            and("p.arbitration");
        }
        return this;
    }

    /** In two lists at once a project may be open in one and not in the other. */
    static String open(ProjectList list) {
        return switch (list) {
            case LEADS, FOLLOW_UPS -> "p.is_open";
            case NEGOTIATIONS -> "p.negotiation_status = 'ACTIVE'";
            case SIGNINGS -> "p.agreement_state in ('SIGNED', 'AMENDED')";
        };
    }

    /** @return project ids by name, number, contract, investor or contact; indexed terms where the text is long enough */
    private void text(String text) {
        if (text == null) {
            return;
        }
        String normal = SearchText.normal(text);
        if (normal.isEmpty()) {
            return;
        }
        Set<String> pieces = SearchText.pieces(normal);
        String part = pieces.isEmpty() ? "" : "%1$s.pieces @> cast(:pieces as text[]) and ";
        if (!pieces.isEmpty()) {
            with("pieces", pieces.toArray(String[]::new));
        }
        with("part", "%" + Like.literal(normal) + "%");
        and("p.project_id in (select t.project_id from project_search t where " + part.formatted("t")
                + "t.search like :part union all select t.project_id from project t join investor i"
                + " on i.investor_id = t.investor_id where " + part.formatted("i")
                + "i.search like :part union all select t.project_id from project t join investor_contact c"
                + " on c.investor_id = t.investor_id where not c.erased and not c.removed and c.name like :part)");
    }

    private void codes(String column, Set<String> codes) {
        any("p." + column, column, codes);
    }

    private void constants(String column, Collection<? extends Enum<?>> constants) {
        anyConstant("p." + column, column, constants);
    }

    private void ids(String condition, String name, Collection<? extends TypedId> ids) {
        if (!ids.isEmpty()) {
            and(condition, name, ids.stream().map(TypedId::value).toArray(UUID[]::new));
        }
    }
}
