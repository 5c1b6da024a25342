package dev.wuwei.crm.projections.ledger;

import dev.wuwei.crm.counting.CountingEvent;
import dev.wuwei.crm.counting.CountingEvent.CountingPolicyAdopted;
import dev.wuwei.crm.counting.CountingEvent.CountingPolicyDefined;
import dev.wuwei.crm.counting.CountingEvent.CountingPolicyRetired;
import dev.wuwei.crm.counting.CountingEvent.CountingPolicyRevised;
import dev.wuwei.crm.counting.CountingPolicyId;
import dev.wuwei.crm.counting.CountingRules;
import dev.wuwei.crm.counting.CountingStandard;
import dev.wuwei.crm.dictionary.DictionaryEvent;
import dev.wuwei.crm.followup.FollowUpEvent.ElementDelivered;
import dev.wuwei.crm.followup.FollowUpEvent.ElementDeliveryWithdrawn;
import dev.wuwei.crm.investor.InvestorEvent.InvestorCorrected;
import dev.wuwei.crm.investor.InvestorEvent.InvestorRegistered;
import dev.wuwei.crm.investor.InvestorEvent.InvestorRenamed;
import dev.wuwei.crm.investor.InvestorId;
import dev.wuwei.crm.lead.LeadEvent.CirculationAccepted;
import dev.wuwei.crm.lead.LeadEvent.LeadAssigned;
import dev.wuwei.crm.lead.LeadEvent.LeadRegistered;
import dev.wuwei.crm.lead.LeadEvent.LeadRevised;
import dev.wuwei.crm.lead.LeadProfile;
import dev.wuwei.crm.platform.axon.EventNames;
import dev.wuwei.crm.platform.axon.RecordedEvents;
import dev.wuwei.crm.projections.ledger.LedgerTables.CatalogueEntry;
import dev.wuwei.crm.projections.ledger.LedgerTables.HandOver;
import dev.wuwei.crm.projections.ledger.LedgerTables.InvestorName;
import dev.wuwei.crm.projections.ledger.LedgerTables.Label;
import dev.wuwei.crm.projections.ledger.LedgerTables.LabelKey;
import dev.wuwei.crm.projections.ledger.LedgerTables.LedgerRow;
import dev.wuwei.crm.projections.ledger.LedgerTables.Meta;
import dev.wuwei.crm.projections.ledger.LedgerTables.PastKey;
import dev.wuwei.crm.projections.ledger.LedgerTables.PastPhaseKey;
import dev.wuwei.crm.projections.ledger.LedgerTables.PhaseKey;
import dev.wuwei.crm.projections.ledger.LedgerTables.PhaseRow;
import dev.wuwei.crm.projections.ledger.LedgerTables.StandardEntry;
import dev.wuwei.crm.projections.support.Batch;
import dev.wuwei.crm.projections.support.ReadModel;
import dev.wuwei.crm.projections.support.Rows;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.DomainEvent;
import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.shared.Thresholds;
import dev.wuwei.crm.signing.SigningEvent.AgreementCorrected;
import dev.wuwei.crm.signing.SigningEvent.AgreementSigned;
import dev.wuwei.crm.signing.SigningEvent.CreditMoved;
import dev.wuwei.crm.staff.StaffEvent;
import dev.wuwei.crm.staff.StaffEvent.AccountOpened;
import dev.wuwei.crm.staff.StaffEvent.ProfileChanged;
import dev.wuwei.crm.staff.StaffEvent.TeamClosed;
import dev.wuwei.crm.staff.StaffEvent.TeamMerged;
import dev.wuwei.crm.staff.StaffEvent.TeamOpened;
import dev.wuwei.crm.staff.StaffEvent.TeamRenamed;
import dev.wuwei.crm.staff.TeamId;
import dev.wuwei.crm.standard.StandardEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.config.ProcessingGroup;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps ledger, phases and journal. What the figures are is decided by {@link ProjectLedger}; this only stores them. */
@Component
@ProcessingGroup("ledger")
public class LedgerModel extends ReadModel {
    private static final int META_ROW = 1;
    /** Few rows each; those of people and teams are read one by one. */
    private static final Set<String> LABELS = Set.of("park", "industry", "chain", "method", "origin");

    private static final List<Class<? extends DomainEvent>> BESIDE_FACTS = List.of(
            InvestorRegistered.class,
            InvestorRenamed.class,
            InvestorCorrected.class,
            StaffEvent.class,
            DictionaryEvent.class,
            CountingEvent.class,
            StandardEvent.class);

    private final RecordedEvents events;
    private final EventNames names;
    private final CountingPolicy standard;
    private final Thresholds thresholds;

    public LedgerModel(
            DataSource dataSource,
            RecordedEvents events,
            EventNames names,
            CountingStandard standard,
            Thresholds thresholds) {
        super(
                dataSource,
                LedgerTables.PRESENT,
                LedgerTables.PAST,
                LedgerTables.SUPERSEDED,
                LedgerTables.PHASE_PRESENT,
                LedgerTables.PHASE_PAST,
                LedgerTables.PHASE_SUPERSEDED,
                LedgerTables.STANDING_PRESENT,
                LedgerTables.STANDING_PAST,
                LedgerTables.JOURNAL,
                LedgerTables.FACT,
                LedgerTables.INVESTOR,
                LedgerTables.REVITALISED_LAND,
                LedgerTables.CATALOGUE,
                LedgerTables.LABEL,
                LedgerTables.META,
                LedgerTables.POLICY,
                LedgerTables.ADOPTION,
                LedgerTables.STANDARD);
        this.events = events;
        this.names = names;
        this.standard = CountingPolicy.standard(standard);
        this.thresholds = thresholds;
    }

    @Override
    public boolean reads(Class<? extends DomainEvent> kind) {
        return Facts.tells(kind) || BESIDE_FACTS.stream().anyMatch(each -> each.isAssignableFrom(kind));
    }

    @Override
    protected void verify(JdbcClient jdbc) {
        jdbc.sql("""
                        select project_id from (
                            select project_id, effective_to > lead(effective_from)
                                over (partition by project_id order by effective_from) as clashes
                            from ledger_past) p
                        where clashes limit 1""").query(UUID.class).optional().ifPresent(project -> {
            throw new IllegalStateException("Rows of project " + project + " hold on the same day");
        });
    }

    @Override
    protected void prefetch(Collection<DomainEvent> events, Batch batch) {
        Set<ProjectId> projects = new LinkedHashSet<>();
        for (DomainEvent event : events) {
            ProjectId project = Facts.projectOf(event);
            if (project != null) {
                projects.add(project);
            }
        }
        books(batch).prefetch(projects);
        if (events.stream().anyMatch(LedgerModel::names)) {
            batch.rows(LedgerTables.LABEL).prefetchGroups(LABELS);
        }
    }

    @Override
    protected void project(DomainEvent event, EventMeta meta, Batch batch) {
        names(event, meta, batch);
        land(event, meta, batch);
        if (event instanceof CountingEvent counting) {
            policies(counting, meta, batch);
            return;
        }
        if (event instanceof StandardEvent standard) {
            decide(standard, meta, batch);
            return;
        }
        ProjectId project = Facts.projectOf(event);
        if (project == null) {
            return;
        }
        Fact fact = new Fact(
                project,
                meta.position(),
                meta.recordedAt().truncatedTo(ChronoUnit.MICROS),
                names.nameOf(event.getClass()),
                event);
        ProjectLedger ledger = books(batch).of(project);
        if (fact.position() > ledger.lastPosition()) {
            batch.rows(LedgerTables.FACT).put(fact);
            append(fact, ledger, batch);
        } else {
            insertEarlier(fact, batch);
        }
    }

    /** Every project is told of it as of a fact of its own, so that it stands by it from its day on and as known from now on. */
    private void decide(StandardEvent event, EventMeta meta, Batch batch) {
        StandardEntry entry = new StandardEntry(
                meta.position(), meta.recordedAt().truncatedTo(ChronoUnit.MICROS), meta.actor(), meta.reason(), event);
        Books books = books(batch);
        if (books.knows(entry)) {
            return;
        }
        batch.rows(LedgerTables.STANDARD).put(entry);
        books.decide(entry, project -> {
            Fact fact = entry.of(project);
            ProjectLedger ledger = books.of(project);
            if (fact.position() > ledger.lastPosition()) {
                append(fact, ledger, batch);
            } else {
                tellAgain(fact, batch);
            }
        });
    }

    private static void land(DomainEvent event, EventMeta meta, Batch batch) {
        Instant known = meta.recordedAt().truncatedTo(ChronoUnit.MICROS);
        if (event instanceof ElementDelivered e && e.disposalMethod() != null) {
            Rows<String, HandOver> rows = batch.rows(LedgerTables.REVITALISED_LAND);
            if (rows.find(meta.eventId()).isEmpty()) {
                rows.put(new HandOver(
                        meta.eventId(),
                        e.projectId(),
                        e.occurredOn(),
                        e.land().inMu(),
                        e.disposalMethod(),
                        known,
                        null));
            }
        } else if (event instanceof ElementDeliveryWithdrawn && meta.correctionOf() != null) {
            batch.rows(LedgerTables.REVITALISED_LAND)
                    .change(meta.correctionOf(), delivered -> delivered.knownTo(known));
        }
    }

    private void policies(CountingEvent event, EventMeta meta, Batch batch) {
        switch (event) {
            case CountingPolicyDefined e ->
                policy(e.policyId(), e.code(), e.version(), e.name(), e.rules(), e.occurredOn(), meta, batch);
            case CountingPolicyRevised e ->
                policy(e.policyId(), e.code(), e.version(), e.name(), e.rules(), e.occurredOn(), meta, batch);
            case CountingPolicyAdopted e -> {
                String adopted = e.code() + "@" + e.version();
                adoption(adopted, e.code(), e.from(), e.occurredOn(), meta, batch);
            }
            case CountingPolicyRetired e -> adoption(null, e.code(), e.from(), e.occurredOn(), meta, batch);
        }
    }

    private void policy(
            CountingPolicyId id,
            String code,
            int version,
            String name,
            CountingRules rules,
            LocalDate definedOn,
            EventMeta meta,
            Batch batch) {
        LedgerTables.Policy policy = new LedgerTables.Policy(
                id,
                code,
                version,
                name,
                rules,
                definedOn,
                meta.actor(),
                meta.reason(),
                meta.recordedAt().truncatedTo(ChronoUnit.MICROS),
                meta.position());
        Rows<String, LedgerTables.Policy> known = batch.rows(LedgerTables.POLICY);
        if (known.find(policy.id()).isEmpty()) {
            books(batch).count(policy.policy(), batch.rows(LedgerTables.JOURNAL)::put);
            known.put(policy);
        }
    }

    private static void adoption(
            String policy, String code, LocalDate from, LocalDate decidedOn, EventMeta meta, Batch batch) {
        batch.rows(LedgerTables.ADOPTION)
                .put(new LedgerTables.Adoption(
                        meta.position(),
                        policy,
                        code,
                        from,
                        decidedOn,
                        meta.actor(),
                        meta.reason(),
                        meta.recordedAt().truncatedTo(ChronoUnit.MICROS)));
    }

    private Books books(Batch batch) {
        return batch.attachment(Books.class, () -> new Books(batch, events, standard, thresholds));
    }

    /**
     * Two aggregates of a project committed at the same time, and the later event was seen first. What is known of the project is
     * told again from the start, so that the rows are the same whichever came first.
     */
    private void insertEarlier(Fact fact, Batch batch) {
        batch.flush();
        if (books(batch).facts(List.of(fact.projectId())).stream()
                .noneMatch(known -> known.position() == fact.position())) {
            tellAgain(fact, batch);
            batch.rows(LedgerTables.FACT).put(fact);
        }
    }

    /** @param fact one more than is stored */
    private void tellAgain(Fact fact, Batch batch) {
        ProjectId project = fact.projectId();
        batch.flush();
        List<Fact> facts = new ArrayList<>(books(batch).facts(List.of(project)));
        facts.add(fact);
        facts.sort(Comparator.comparingLong(Fact::position));
        for (String table : List.of("ledger", "phase", "standing", "journal")) {
            batch.jdbc()
                    .sql("delete from " + table + " where project_id = ?")
                    .param(project.value())
                    .update();
        }
        ProjectLedger ledger = books(batch).reopen(project);
        facts.forEach(each -> append(each, ledger, batch));
    }

    private static void append(Fact fact, ProjectLedger ledger, Batch batch) {
        List<Standing> before = ledger.standings();
        store(fact.projectId(), fact, ledger.append(fact), batch);
        List<Standing> after = ledger.standings();
        if (after == before) {
            return;
        }
        Set<Standing> were = new HashSet<>(before);
        Set<Standing> are = new HashSet<>(after);
        before.stream().filter(standing -> !are.contains(standing)).forEach(standing -> take(standing, batch));
        after.stream().filter(standing -> !were.contains(standing)).forEach(standing -> put(standing, batch));
    }

    private static void take(Standing standing, Batch batch) {
        if (standing.isPresent()) {
            batch.rows(LedgerTables.STANDING_PRESENT).remove(standing.key());
        } else {
            batch.rows(LedgerTables.STANDING_PAST).remove(standing.pastKey());
        }
    }

    private static void put(Standing standing, Batch batch) {
        if (standing.isPresent()) {
            batch.rows(LedgerTables.STANDING_PRESENT).put(standing);
        } else {
            batch.rows(LedgerTables.STANDING_PAST).put(standing);
        }
    }

    private static void store(ProjectId project, Fact fact, ProjectLedger.Changes changes, Batch batch) {
        if (changes == null) {
            return;
        }
        Instant known = changes.known();
        var rows = batch.rows(LedgerTables.SUPERSEDED);
        LocalDate first = null;
        for (Segment<ProjectState> closed : changes.project().closed()) {
            take(project, closed, batch);
            if (closed.knownFrom().isBefore(known)) {
                rows.put(new LedgerRow(project, closed, known));
            }
        }
        for (Timeline.Ended<ProjectState> ended : changes.project().ended()) {
            take(project, ended.before(), batch);
            put(project, ended.after(), batch);
        }
        for (Segment<ProjectState> opened : changes.project().opened()) {
            put(project, opened, batch);
            first = first == null || opened.from().isBefore(first) ? opened.from() : first;
        }
        changes.phases().values().forEach(difference -> store(project, known, difference, batch));
        changes.journal().forEach(batch.rows(LedgerTables.JOURNAL)::put);
        if (first != null) {
            note(first, known, fact.position(), batch);
        }
    }

    private static void take(ProjectId project, Segment<ProjectState> segment, Batch batch) {
        if (segment.isPresent()) {
            batch.rows(LedgerTables.PRESENT).remove(project);
        } else {
            batch.rows(LedgerTables.PAST).remove(new PastKey(project, segment.from()));
        }
    }

    private static void put(ProjectId project, Segment<ProjectState> segment, Batch batch) {
        LedgerRow row = new LedgerRow(project, segment, null);
        if (segment.isPresent()) {
            batch.rows(LedgerTables.PRESENT).put(row);
        } else {
            batch.rows(LedgerTables.PAST).put(row);
        }
    }

    private static void store(
            ProjectId project, Instant known, Timeline.Difference<PhaseFigures> difference, Batch batch) {
        for (Segment<PhaseFigures> closed : difference.closed()) {
            takePhase(closed, batch);
            if (closed.knownFrom().isBefore(known)) {
                batch.rows(LedgerTables.PHASE_SUPERSEDED).put(new PhaseRow(project, closed, known));
            }
        }
        for (Timeline.Ended<PhaseFigures> ended : difference.ended()) {
            takePhase(ended.before(), batch);
            putPhase(project, ended.after(), batch);
        }
        difference.opened().forEach(opened -> putPhase(project, opened, batch));
    }

    private static void takePhase(Segment<PhaseFigures> segment, Batch batch) {
        PhaseFigures state = segment.state();
        if (segment.isPresent()) {
            batch.rows(LedgerTables.PHASE_PRESENT).remove(new PhaseKey(state.followUpId(), state.phase()));
        } else {
            batch.rows(LedgerTables.PHASE_PAST)
                    .remove(new PastPhaseKey(state.followUpId(), state.phase(), segment.from()));
        }
    }

    private static void putPhase(ProjectId project, Segment<PhaseFigures> segment, Batch batch) {
        PhaseRow row = new PhaseRow(project, segment, null);
        if (segment.isPresent()) {
            batch.rows(LedgerTables.PHASE_PRESENT).put(row);
        } else {
            batch.rows(LedgerTables.PHASE_PAST).put(row);
        }
    }

    private static void note(LocalDate effective, Instant known, long position, Batch batch) {
        Meta meta = batch.rows(LedgerTables.META)
                .find(META_ROW)
                .orElseGet(() -> new Meta(META_ROW, effective, known, known, position));
        batch.rows(LedgerTables.META)
                .put(new Meta(
                        META_ROW,
                        effective.isBefore(meta.firstEffective()) ? effective : meta.firstEffective(),
                        known.isBefore(meta.firstKnown()) ? known : meta.firstKnown(),
                        known.isAfter(meta.lastKnown()) ? known : meta.lastKnown(),
                        Math.max(position, meta.lastPosition())));
    }

    private static void names(DomainEvent event, EventMeta meta, Batch batch) {
        switch (event) {
            case InvestorRegistered e -> investor(e.investorId(), e.legalName(), event, meta, batch);
            case InvestorRenamed e -> investor(e.investorId(), e.legalName(), event, meta, batch);
            case InvestorCorrected e -> investor(e.investorId(), e.legalName(), event, meta, batch);
            case LeadRegistered e -> {
                label("park", e.park(), meta, batch);
                team(e.teamId(), e.teamName(), meta, batch);
                labels(e.profile(), meta, batch);
            }
            case LeadRevised e -> labels(e.profile(), meta, batch);
            case LeadAssigned e -> team(e.teamId(), e.teamName(), meta, batch);
            case CirculationAccepted e -> {
                label("park", e.park(), meta, batch);
                team(e.teamId(), e.teamName(), meta, batch);
            }
            case AgreementSigned e -> {
                label("park", e.park(), meta, batch);
                label("industry", e.industry(), meta, batch);
            }
            case AgreementCorrected e -> label("industry", e.industry(), meta, batch);
            case CreditMoved e -> team(e.teamId(), e.teamName(), meta, batch);
            case AccountOpened e -> label("staff", e.staffId().toString(), e.name(), meta, batch);
            case ProfileChanged e -> label("staff", e.staffId().toString(), e.name(), meta, batch);
            case TeamOpened e -> {
                team(e.teamId(), e.name(), meta, batch);
                catalogue(CatalogueEntry.TEAMS, event, meta, batch);
            }
            case TeamRenamed e -> {
                team(e.teamId(), e.name(), meta, batch);
                catalogue(CatalogueEntry.TEAMS, event, meta, batch);
            }
            case TeamClosed e -> catalogue(CatalogueEntry.TEAMS, event, meta, batch);
            case TeamMerged e -> catalogue(CatalogueEntry.TEAMS, event, meta, batch);
            case DictionaryEvent e -> catalogue(e.dictionary().name(), event, meta, batch);
            default -> {}
        }
    }

    private static boolean names(DomainEvent event) {
        return event instanceof LeadRegistered || event instanceof LeadRevised || event instanceof AgreementSigned;
    }

    private static void labels(LeadProfile profile, EventMeta meta, Batch batch) {
        label("industry", profile.industry(), meta, batch);
        label("chain", profile.chain(), meta, batch);
        label("method", profile.method(), meta, batch);
        label("origin", profile.region(), meta, batch);
    }

    private static void investor(InvestorId id, String name, DomainEvent event, EventMeta meta, Batch batch) {
        batch.rows(LedgerTables.INVESTOR)
                .put(new InvestorName(
                        id.value(),
                        meta.position(),
                        event.occurredOn(),
                        meta.recordedAt().truncatedTo(ChronoUnit.MICROS),
                        name));
    }

    private static void catalogue(String kind, DomainEvent event, EventMeta meta, Batch batch) {
        batch.rows(LedgerTables.CATALOGUE)
                .put(new CatalogueEntry(
                        meta.position(), kind, meta.recordedAt().truncatedTo(ChronoUnit.MICROS), event));
    }

    private static void team(TeamId id, String name, EventMeta meta, Batch batch) {
        if (id != null) {
            label("team", id.toString(), name, meta, batch);
        }
    }

    private static void label(String kind, Coded coded, EventMeta meta, Batch batch) {
        if (coded != null) {
            label(kind, coded.code(), coded.name(), meta, batch);
        }
    }

    private static void label(String kind, String code, String name, EventMeta meta, Batch batch) {
        Rows<LabelKey, Label> labels = batch.rows(LedgerTables.LABEL);
        Label known = labels.find(new LabelKey(kind, code)).orElse(null);
        if (known == null || known.lastPosition() < meta.position()) {
            labels.put(new Label(kind, code, Objects.requireNonNullElse(name, code), meta.position()));
        }
    }
}
