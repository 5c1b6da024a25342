package dev.wuwei.crm.projections.project;

import dev.wuwei.crm.projections.support.Viewer;
import dev.wuwei.crm.shared.TypedId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The conditions of one question about the table {@code project p}; the viewer's scope is always among them. */
final class ProjectWhere {
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> params = new HashMap<>();

    ProjectWhere(Viewer viewer) {
        ProjectScope scope = ProjectScope.of(viewer);
        if (!viewer.seesAllParks()) {
            conditions.add(scope.sql("p"));
        }
        params.putAll(scope.params());
    }

    ProjectWhere list(ProjectList list) {
        conditions.add("p." + list.flag());
        return this;
    }

    ProjectWhere and(String condition) {
        conditions.add(condition);
        return this;
    }

    ProjectWhere and(String condition, String name, Object value) {
        conditions.add(condition);
        params.put(name, value);
        return this;
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
                conditions.add("p." + list.currency() + " = 'CNY'");
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
            conditions.add(open(list));
        }
        if (filter.onlyInReview) {
            conditions.add("p.negotiation_stage = 'IN_REVIEW'");
        }
        if (filter.onlyArbitration) {
            conditions.add("p.arbitration");
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
            params.put("pieces", pieces.toArray(String[]::new));
        }
        params.put("part", "%" + escaped(normal) + "%");
        and("p.project_id in (select t.project_id from project_search t where " + part.formatted("t")
                + "t.search like :part union all select t.project_id from project t join investor i"
                + " on i.investor_id = t.investor_id where " + part.formatted("i")
                + "i.search like :part union all select t.project_id from project t join investor_contact c"
                + " on c.investor_id = t.investor_id where not c.erased and not c.removed and c.name like :part)");
    }

    static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    private void codes(String column, Set<String> codes) {
        if (!codes.isEmpty()) {
            and("p." + column + " = any(:" + column + ")", column, codes.toArray(String[]::new));
        }
    }

    private void constants(String column, Collection<? extends Enum<?>> constants) {
        if (!constants.isEmpty()) {
            and(
                    "p." + column + " = any(:" + column + ")",
                    column,
                    constants.stream().map(Enum::name).toArray(String[]::new));
        }
    }

    private void ids(String condition, String name, Collection<? extends TypedId> ids) {
        if (!ids.isEmpty()) {
            and(condition, name, ids.stream().map(TypedId::value).toArray(UUID[]::new));
        }
    }

    private void given(String condition, String name, Object value) {
        if (value != null) {
            and(condition, name, value);
        }
    }

    String sql() {
        return conditions.isEmpty() ? "true" : String.join(" and ", conditions);
    }

    Map<String, Object> params() {
        return params;
    }
}
