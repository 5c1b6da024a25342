package dev.wuwei.crm.projections.investor;

import dev.wuwei.crm.investor.InvestorId;
import dev.wuwei.crm.investor.InvestorKind;
import dev.wuwei.crm.projections.project.ProjectScope;
import dev.wuwei.crm.projections.project.SearchText;
import dev.wuwei.crm.projections.support.Like;
import dev.wuwei.crm.projections.support.Viewer;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.PersonId;
import dev.wuwei.crm.shared.PersonalData;
import dev.wuwei.crm.shared.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Investors and their contacts. That a company is registered, everybody who promotes may know: it is how the second report of
 * one investor is noticed. Its contacts are shown to those who see one of its projects, or while it has none.
 */
@Component
public class InvestorQuery {
    private static final double LIKE = 0.6;
    private static final int CANDIDATES = 200;

    private final JdbcClient jdbc;

    public InvestorQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Finds by part of a name, former name or credit code. An entry that was merged gives the one it went into. */
    public List<InvestorRow> search(String text, int limit, Viewer viewer) {
        String normal = SearchText.normal(text == null ? "" : text);
        Set<String> pieces = SearchText.pieces(normal);
        String found = pieces.isEmpty()
                ? "select f.investor_id, f.merged_into from investor f where f.search like :part limit :candidates"
                : "select f.investor_id, f.merged_into from investor f"
                        + " where f.pieces @> cast(:pieces as text[]) and f.search like :part limit :candidates";
        var query = jdbc.sql(select(viewer)
                        + " where i.investor_id in (select coalesce(f.merged_into, f.investor_id) from (" + found
                        + ") f) order by i.search not like :start, i.legal_name collate pinyin limit :limit")
                .params(ProjectScope.of(viewer).params())
                .param("part", "%" + Like.literal(normal) + "%")
                .param("start", Like.literal(normal) + "%")
                .param("candidates", CANDIDATES)
                .param("limit", limit);
        return (pieces.isEmpty() ? query : query.param("pieces", pieces.toArray(String[]::new)))
                .query(InvestorQuery::row)
                .list();
    }

    /**
     * Who may already be there, before an investor is registered.
     *
     * @param creditCode {@code null} while it is not known
     */
    public List<Duplicate> duplicates(String legalName, String creditCode, Viewer viewer) {
        String core = InvestorNames.core(legalName == null ? "" : legalName);
        Set<String> pieces = SearchText.pieces(core);
        return jdbc
                .sql(select(viewer) + """
                         where i.merged_into is null
                           and (i.credit_code = cast(:code as text) or i.core = :core or i.pieces && cast(:pieces as text[]))
                         order by i.credit_code is not distinct from cast(:code as text) desc, i.core = :core desc,
                                  (select count(*) from unnest(i.pieces) piece where piece = any(cast(:pieces as text[]))) desc
                         limit :candidates
                        """)
                .params(ProjectScope.of(viewer).params())
                .param("code", creditCode)
                .param("core", core)
                .param("pieces", pieces.toArray(String[]::new))
                .param("candidates", CANDIDATES)
                .query(InvestorQuery::row)
                .list()
                .stream()
                .map(row -> new Duplicate(
                        row,
                        InvestorNames.likeness(core, InvestorNames.core(row.legalName())),
                        creditCode != null && creditCode.equals(row.creditCode())))
                .filter(duplicate -> duplicate.sameCreditCode() || duplicate.likeness() >= LIKE)
                .sorted(Comparator.comparing(Duplicate::sameCreditCode)
                        .thenComparingDouble(Duplicate::likeness)
                        .reversed())
                .limit(10)
                .toList();
    }

    /** Pairs of entries that look like one company: the same name but for the legal form, or the same credit code. */
    public List<MergeCandidate> mergeCandidates(int limit, Viewer viewer) {
        record Pair(InvestorId older, InvestorId newer, boolean sameCode) {}
        List<Pair> pairs = jdbc.sql("""
                        select a.investor_id as older, b.investor_id as newer,
                               coalesce(a.credit_code = b.credit_code, false) as same_code
                        from investor a join investor b
                          on a.investor_id < b.investor_id and (a.core = b.core or a.credit_code = b.credit_code)
                        where a.merged_into is null and b.merged_into is null
                          and (a.core = b.core and (a.credit_code is null or b.credit_code is null)
                               or a.credit_code = b.credit_code)
                        order by same_code desc, a.investor_id limit :limit
                        """)
                .param("limit", limit)
                .query((row, n) -> new Pair(
                        new InvestorId(row.getObject("older", UUID.class)),
                        new InvestorId(row.getObject("newer", UUID.class)),
                        row.getBoolean("same_code")))
                .list();
        Map<InvestorId, InvestorRow> rows = rows(
                pairs.stream()
                        .flatMap(pair -> java.util.stream.Stream.of(pair.older(), pair.newer()))
                        .toList(),
                viewer);
        return pairs.stream()
                .map(pair -> new MergeCandidate(rows.get(pair.older()), rows.get(pair.newer()), pair.sameCode()))
                .toList();
    }

    public Map<InvestorId, InvestorRow> rows(Collection<InvestorId> ids, Viewer viewer) {
        Map<InvestorId, InvestorRow> rows = new HashMap<>();
        jdbc.sql(select(viewer) + " where i.investor_id = any(:ids)")
                .params(ProjectScope.of(viewer).params())
                .param(
                        "ids",
                        ids.stream()
                                .filter(Objects::nonNull)
                                .map(InvestorId::value)
                                .toArray(UUID[]::new))
                .query(InvestorQuery::row)
                .list()
                .forEach(row -> rows.put(row.investorId(), row));
        return rows;
    }

    public Optional<InvestorView> find(InvestorId id, Viewer viewer) {
        InvestorRow row = rows(List.of(id), viewer).get(id);
        if (row == null) {
            return Optional.empty();
        }
        List<InvestorRow> merged = jdbc.sql(select(viewer) + " where i.merged_into = :id order by i.legal_name")
                .params(ProjectScope.of(viewer).params())
                .param("id", id.value())
                .query(InvestorQuery::row)
                .list();
        long sequence = jdbc.sql("select sequence from investor where investor_id = :id")
                .param("id", id.value())
                .query(Long.class)
                .single();
        return Optional.of(new InvestorView(row, contacts(id, viewer), merged, sequence));
    }

    /** @return the contacts, those in charge first; none when they are not the viewer's to see */
    public List<Contact> contacts(InvestorId id, Viewer viewer) {
        return maySeeContacts(id, viewer)
                ? jdbc.sql("select * from investor_contact where investor_id = :id order by removed, erased, since")
                        .param("id", id.value())
                        .query(InvestorQuery::contact)
                        .list()
                : List.of();
    }

    /**
     * Phone, e-mail and WeChat in clear. The caller records who asked.
     *
     * @return empty when the person is unknown or erased, or not the viewer's to see
     */
    public Optional<Contact.Reach> reveal(InvestorId id, PersonId person, Viewer viewer) {
        return maySeeContacts(id, viewer)
                ? jdbc.sql(
                                "select * from investor_contact where investor_id = :id and person_id = :person and not erased")
                        .param("id", id.value())
                        .param("person", person.value())
                        .query((row, n) -> new Contact.Reach(
                                person, row.getString("phone"), row.getString("email"), row.getString("wechat")))
                        .optional()
                : Optional.empty();
    }

    /** Names of people on their side, as contacts or as they were met; for pages whose project the viewer may see. */
    public Map<PersonId, PersonName> names(Collection<PersonId> ids) {
        UUID[] wanted = ids.stream()
                .filter(Objects::nonNull)
                .map(PersonId::value)
                .distinct()
                .toArray(UUID[]::new);
        Map<PersonId, PersonName> names = new HashMap<>();
        if (wanted.length == 0) {
            return names;
        }
        jdbc.sql("""
                        select w.person_id, coalesce(c.name, m.name) as name, coalesce(c.position, m.position) as position,
                               coalesce(c.erased, false) or coalesce(m.erased, false) as erased
                        from unnest(cast(:ids as uuid[])) as w(person_id)
                        left join lateral (select * from investor_contact c where c.person_id = w.person_id
                                           order by c.removed limit 1) c on true
                        left join person_met m on m.person_id = w.person_id
                        """)
                .param("ids", wanted)
                .query((row, n) -> new PersonName(
                        new PersonId(row.getObject("person_id", UUID.class)),
                        row.getBoolean("erased") ? PersonalData.ERASED_VALUE : row.getString("name"),
                        row.getString("position"),
                        row.getBoolean("erased")))
                .list()
                .forEach(name -> names.put(name.personId(), name));
        return names;
    }

    private boolean maySeeContacts(InvestorId id, Viewer viewer) {
        if (viewer.has(Role.ADMINISTRATOR) && viewer.roles().size() == 1) {
            return false;
        }
        ProjectScope scope = ProjectScope.of(viewer);
        return jdbc.sql("select not exists (select from project p where p.investor_id = :id)"
                        + " or exists (select from project p where p.investor_id = :id and " + scope.sql("p") + ")")
                .params(scope.params())
                .param("id", id.value())
                .query(Boolean.class)
                .single();
    }

    private static String select(Viewer viewer) {
        return "select i.*, (select count(*) from project p where p.investor_id = i.investor_id and "
                + ProjectScope.of(viewer).sql("p") + ") as projects from investor i";
    }

    private static InvestorRow row(ResultSet row, int number) throws SQLException {
        UUID into = row.getObject("merged_into", UUID.class);
        String kind = row.getString("kind");
        return new InvestorRow(
                new InvestorId(row.getObject("investor_id", UUID.class)),
                row.getString("legal_name"),
                List.of((String[]) row.getArray("former_names").getArray()),
                row.getString("credit_code"),
                row.getString("region_code") == null
                        ? null
                        : new Coded(row.getString("region_code"), row.getString("region_name")),
                kind == null ? null : InvestorKind.valueOf(kind),
                into == null ? null : new InvestorId(into),
                row.getInt("projects"));
    }

    private static Contact contact(ResultSet row, int number) throws SQLException {
        boolean erased = row.getBoolean("erased");
        return new Contact(
                new InvestorId(row.getObject("investor_id", UUID.class)),
                new PersonId(row.getObject("person_id", UUID.class)),
                erased ? PersonalData.ERASED_VALUE : row.getString("name"),
                row.getString("position"),
                erased ? PersonalData.ERASED_VALUE : Contact.masked(row.getString("phone")),
                erased ? PersonalData.ERASED_VALUE : Contact.masked(row.getString("email")),
                erased ? PersonalData.ERASED_VALUE : Contact.masked(row.getString("wechat")),
                row.getBoolean("removed"),
                erased);
    }
}
