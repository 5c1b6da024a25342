package dev.wuwei.crm.projections.investor;

import dev.wuwei.crm.investor.InvestorEvent;
import dev.wuwei.crm.investor.InvestorId;
import dev.wuwei.crm.investor.InvestorKind;
import dev.wuwei.crm.lead.LeadEvent;
import dev.wuwei.crm.negotiation.NegotiationEvent;
import dev.wuwei.crm.projections.project.SearchText;
import dev.wuwei.crm.projections.support.Batch;
import dev.wuwei.crm.projections.support.ReadModel;
import dev.wuwei.crm.projections.support.Table;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.DomainEvent;
import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.shared.PersonId;
import dev.wuwei.crm.shared.TheirPerson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.config.ProcessingGroup;
import org.springframework.stereotype.Component;

/**
 * Investors and the people who speak for them. The only read model that holds personal data in clear: whoever else needs a
 * name joins it at the time of asking, so that erasing a person here erases the person everywhere.
 */
@Component
@ProcessingGroup("investor")
public class InvestorReadModel extends ReadModel {

    private static final Table<InvestorId, Investor> INVESTORS = Table.<InvestorId, Investor>keyed(
                    "investor", "investor_id", "uuid", investor -> investor.id)
            .column("legal_name", "text", investor -> investor.legalName)
            .column("former_names", "text[]", investor -> investor.formerNames)
            .column("credit_code", "text", investor -> investor.creditCode)
            .column("region_code", "text", investor -> investor.region == null ? null : investor.region.code())
            .column("region_name", "text", investor -> investor.region == null ? null : investor.region.name())
            .column("kind", "text", investor -> investor.kind)
            .column("merged_into", "uuid", investor -> investor.mergedInto)
            .column("core", "text", investor -> InvestorNames.core(investor.legalName))
            .column("search", "text", Investor::search)
            .column("pieces", "text[]", investor -> SearchText.pieces(investor.search()))
            .column("registered_at", "timestamptz", investor -> investor.registeredAt)
            .column("last_event_at", "timestamptz", investor -> investor.lastEventAt)
            .column("last_position", "bigint", investor -> investor.lastPosition)
            .column("sequence", "bigint", investor -> investor.sequence)
            .readBy(Investor::read);

    private static final Table<ContactId, ContactRow> CONTACTS = Table.<ContactId, ContactRow>keyed(
                    "investor_contact", ContactRow::id, id -> List.of(id.investor, id.person))
            .keyColumn("investor_id", "uuid", contact -> contact.id.investor)
            .keyColumn("person_id", "uuid", contact -> contact.id.person)
            .column("name", "text", ContactRow::name)
            .column("position", "text", ContactRow::position)
            .column("phone", "text", ContactRow::phone)
            .column("email", "text", ContactRow::email)
            .column("wechat", "text", ContactRow::wechat)
            .column("removed", "boolean", ContactRow::removed)
            .column("erased", "boolean", ContactRow::erased)
            .column("since", "bigint", ContactRow::since)
            .readBy(row -> new ContactRow(
                    new ContactId(
                            new InvestorId(row.getObject("investor_id", UUID.class)),
                            new PersonId(row.getObject("person_id", UUID.class))),
                    row.getString("name"),
                    row.getString("position"),
                    row.getString("phone"),
                    row.getString("email"),
                    row.getString("wechat"),
                    row.getBoolean("removed"),
                    row.getBoolean("erased"),
                    row.getLong("since")));

    private static final Table<PersonId, Met> MET = Table.<PersonId, Met>keyed(
                    "person_met", "person_id", "uuid", Met::person)
            .column("name", "text", Met::name)
            .column("position", "text", Met::position)
            .column("told_at", "bigint", Met::toldAt)
            .column("erased", "boolean", Met::erased)
            .readBy(row -> new Met(
                    new PersonId(row.getObject("person_id", UUID.class)),
                    row.getString("name"),
                    row.getString("position"),
                    row.getLong("told_at"),
                    row.getBoolean("erased")));

    private record ContactId(InvestorId investor, PersonId person) {}

    private record ContactRow(
            ContactId id,
            String name,
            String position,
            String phone,
            String email,
            String wechat,
            boolean removed,
            boolean erased,
            long since) {
        ContactRow asRemoved() {
            return new ContactRow(id, name, position, phone, email, wechat, true, erased, since);
        }

        ContactRow asErased() {
            return new ContactRow(id, null, position, null, null, null, removed, true, since);
        }
    }

    /** Somebody who took part in a visit or round; the latest entry knows best what he is called. */
    private record Met(PersonId person, String name, String position, long toldAt, boolean erased) {}

    private static final class Investor {
        InvestorId id;
        String legalName = "";
        List<String> formerNames = new ArrayList<>();
        String creditCode;
        Coded region;
        InvestorKind kind;
        InvestorId mergedInto;
        Instant registeredAt;
        Instant lastEventAt;
        long lastPosition;
        long sequence = -1;

        String search() {
            List<String> texts = new ArrayList<>();
            texts.add(legalName);
            texts.addAll(formerNames);
            texts.add(creditCode);
            return SearchText.join(texts);
        }

        static Investor read(ResultSet row) throws SQLException {
            Investor investor = new Investor();
            investor.id = new InvestorId(row.getObject("investor_id", UUID.class));
            investor.legalName = row.getString("legal_name");
            investor.formerNames = new ArrayList<>(
                    List.of((String[]) row.getArray("former_names").getArray()));
            investor.creditCode = row.getString("credit_code");
            investor.region = row.getString("region_code") == null
                    ? null
                    : new Coded(row.getString("region_code"), row.getString("region_name"));
            investor.kind = row.getString("kind") == null ? null : InvestorKind.valueOf(row.getString("kind"));
            UUID into = row.getObject("merged_into", UUID.class);
            investor.mergedInto = into == null ? null : new InvestorId(into);
            investor.registeredAt =
                    row.getObject("registered_at", OffsetDateTime.class).toInstant();
            investor.lastEventAt =
                    row.getObject("last_event_at", OffsetDateTime.class).toInstant();
            investor.lastPosition = row.getLong("last_position");
            investor.sequence = row.getLong("sequence");
            return investor;
        }
    }

    public InvestorReadModel(DataSource dataSource) {
        super(dataSource, INVESTORS, CONTACTS, MET);
    }

    @Override
    protected void prefetch(Collection<DomainEvent> events, Batch batch) {
        List<InvestorId> investors = new ArrayList<>();
        List<ContactId> contacts = new ArrayList<>();
        List<PersonId> people = new ArrayList<>();
        for (DomainEvent event : events) {
            switch (event) {
                case InvestorEvent e -> {
                    investors.add(e.investorId());
                    personOf(e).ifPresent(person -> contacts.add(new ContactId(e.investorId(), person)));
                }
                case LeadEvent.VisitLogged e -> add(e.visit().theirPeople(), people);
                case LeadEvent.VisitCorrected e -> add(e.visit().theirPeople(), people);
                case NegotiationEvent.RoundLogged e -> add(e.round().theirPeople(), people);
                case NegotiationEvent.RoundCorrected e -> add(e.round().theirPeople(), people);
                default -> {}
            }
        }
        batch.rows(INVESTORS).prefetch(investors);
        batch.rows(CONTACTS).prefetch(contacts);
        batch.rows(MET).prefetch(people);
    }

    private static Optional<PersonId> personOf(InvestorEvent event) {
        return switch (event) {
            case InvestorEvent.ContactAdded e -> Optional.of(e.personId());
            case InvestorEvent.ContactChanged e -> Optional.of(e.personId());
            case InvestorEvent.ContactRemoved e -> Optional.of(e.personId());
            case InvestorEvent.ContactErased e -> Optional.of(e.personId());
            default -> Optional.empty();
        };
    }

    private static void add(List<TheirPerson> met, List<PersonId> people) {
        if (met != null) {
            met.forEach(person -> people.add(person.personId()));
        }
    }

    @Override
    protected void project(DomainEvent event, EventMeta meta, Batch batch) {
        switch (event) {
            case InvestorEvent investor -> project(investor, meta, batch);
            case LeadEvent.VisitLogged e -> met(e.visit().theirPeople(), meta, batch);
            case LeadEvent.VisitCorrected e -> met(e.visit().theirPeople(), meta, batch);
            case NegotiationEvent.RoundLogged e -> met(e.round().theirPeople(), meta, batch);
            case NegotiationEvent.RoundCorrected e -> met(e.round().theirPeople(), meta, batch);
            default -> {}
        }
    }

    private static void project(InvestorEvent event, EventMeta meta, Batch batch) {
        Investor investor = batch.rows(INVESTORS).edit(event.investorId(), () -> {
            Investor fresh = new Investor();
            fresh.id = event.investorId();
            fresh.registeredAt = meta.recordedAt();
            fresh.lastEventAt = meta.recordedAt();
            return fresh;
        });
        if (meta.sequence() <= investor.sequence) {
            return;
        }
        investor.sequence = meta.sequence();
        investor.lastEventAt = meta.recordedAt();
        investor.lastPosition = meta.position();
        switch (event) {
            case InvestorEvent.InvestorRegistered e -> {
                investor.legalName = e.legalName();
                investor.creditCode = e.creditCode();
                investor.region = e.region();
                investor.kind = e.kind();
            }
            case InvestorEvent.InvestorRenamed e -> {
                investor.formerNames.remove(e.formerName());
                investor.formerNames.addFirst(e.formerName());
                investor.legalName = e.legalName();
            }
            case InvestorEvent.InvestorCorrected e -> {
                investor.legalName = e.legalName();
                investor.creditCode = e.creditCode();
                investor.region = e.region();
                investor.kind = e.kind();
            }
            case InvestorEvent.CreditCodeAssigned e -> investor.creditCode = e.creditCode();
            case InvestorEvent.ContactAdded e ->
                contact(
                        new ContactRow(
                                new ContactId(e.investorId(), e.personId()),
                                e.name(),
                                e.position(),
                                e.phone(),
                                e.email(),
                                e.wechat(),
                                false,
                                false,
                                meta.sequence()),
                        batch);
            case InvestorEvent.ContactChanged e ->
                contact(
                        new ContactRow(
                                new ContactId(e.investorId(), e.personId()),
                                e.name(),
                                e.position(),
                                e.phone(),
                                e.email(),
                                e.wechat(),
                                false,
                                false,
                                meta.sequence()),
                        batch);
            case InvestorEvent.ContactRemoved e ->
                batch.rows(CONTACTS).change(new ContactId(e.investorId(), e.personId()), ContactRow::asRemoved);
            case InvestorEvent.ContactErased e -> {
                batch.rows(CONTACTS).change(new ContactId(e.investorId(), e.personId()), ContactRow::asErased);
                batch.rows(MET).put(new Met(e.personId(), null, null, Long.MAX_VALUE, true));
            }
            case InvestorEvent.InvestorMerged e -> investor.mergedInto = e.intoInvestorId();
            case InvestorEvent.InvestorUnmerged e -> investor.mergedInto = null;
            default -> {}
        }
    }

    private static void contact(ContactRow row, Batch batch) {
        ContactRow known = batch.rows(CONTACTS).find(row.id).orElse(null);
        ContactRow kept = known == null
                ? row
                : new ContactRow(
                        row.id,
                        row.name,
                        row.position,
                        row.phone,
                        row.email,
                        row.wechat,
                        known.removed,
                        known.erased,
                        known.since);
        batch.rows(CONTACTS).put(kept.erased ? kept.asErased() : kept);
    }

    /** Once erased, nobody is met again under that id. */
    private static void met(List<TheirPerson> people, EventMeta meta, Batch batch) {
        if (people == null) {
            return;
        }
        for (TheirPerson person : people) {
            boolean news = batch.rows(MET)
                    .find(person.personId())
                    .map(known -> known.toldAt < meta.position())
                    .orElse(true);
            if (news) {
                batch.rows(MET)
                        .put(new Met(person.personId(), person.name(), person.position(), meta.position(), false));
            }
        }
    }
}
