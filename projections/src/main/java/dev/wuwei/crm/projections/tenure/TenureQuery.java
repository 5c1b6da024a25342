package dev.wuwei.crm.projections.tenure;

import dev.wuwei.crm.followup.LightVerdict;
import dev.wuwei.crm.followup.ServiceRole;
import dev.wuwei.crm.projections.dossier.EncounterQuery;
import dev.wuwei.crm.projections.dossier.EncounterQuery.Met;
import dev.wuwei.crm.projections.dossier.EncounterQuery.Served;
import dev.wuwei.crm.projections.ledger.CourseQuery;
import dev.wuwei.crm.projections.ledger.CourseQuery.Step;
import dev.wuwei.crm.projections.ledger.FiveGapsQuery;
import dev.wuwei.crm.projections.ledger.LedgerRule;
import dev.wuwei.crm.projections.staff.StaffQuery;
import dev.wuwei.crm.projections.staff.Team;
import dev.wuwei.crm.projections.support.AsOf;
import dev.wuwei.crm.projections.support.Page;
import dev.wuwei.crm.projections.support.Viewer;
import dev.wuwei.crm.projections.tenure.Hands.Change;
import dev.wuwei.crm.projections.tenure.Hands.Turn;
import dev.wuwei.crm.projections.tenure.Tenure.Deed;
import dev.wuwei.crm.projections.tenure.Tenure.DeedKind;
import dev.wuwei.crm.projections.tenure.Tenure.Held;
import dev.wuwei.crm.projections.tenure.Tenure.Move;
import dev.wuwei.crm.projections.tenure.Tenure.MoveKind;
import dev.wuwei.crm.projections.tenure.Tenure.Project;
import dev.wuwei.crm.projections.ticket.TicketFilter;
import dev.wuwei.crm.projections.ticket.TicketQuery;
import dev.wuwei.crm.projections.ticket.TicketSort;
import dev.wuwei.crm.projections.ticket.TicketView;
import dev.wuwei.crm.projections.timeline.TimelineQuery;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.staff.TeamId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** 任期: what somebody took over, did and handed on between two dates. */
@Component
public class TenureQuery {

    private final CourseQuery courses;
    private final EncounterQuery encounters;
    private final TimelineQuery timeline;
    private final FiveGapsQuery fiveGaps;
    private final TicketQuery tickets;
    private final StaffQuery staff;

    public TenureQuery(
            CourseQuery courses,
            EncounterQuery encounters,
            TimelineQuery timeline,
            FiveGapsQuery fiveGaps,
            TicketQuery tickets,
            StaffQuery staff) {
        this.courses = courses;
        this.encounters = encounters;
        this.timeline = timeline;
        this.fiveGaps = fiveGaps;
        this.tickets = tickets;
        this.staff = staff;
    }

    /** @return whether they may look at others; whoever may not looks at their own tenure alone */
    public static boolean seesOthers(Viewer viewer) {
        return viewer.has(Role.LEADER)
                || viewer.has(Role.DEPARTMENT_HEAD)
                || viewer.has(Role.SUPERVISOR)
                || viewer.has(Role.AUDITOR)
                || viewer.has(Role.SYSTEM);
    }

    /**
     * @param who a person, or of {@link Capacity#TEAM} a team
     * @param asOf whose knowledge counts; the caller sees to it that the last day is not after its day
     * @throws RuleViolated {@link TenureRule#NOT_YOURS}, {@link LedgerRule#PERIOD_ENDS_BEFORE_START},
     *     {@link LedgerRule#BEFORE_FIRST_EVENT}
     */
    public Tenure tenure(Capacity capacity, UUID who, LocalDate from, LocalDate to, AsOf asOf, Viewer viewer) {
        boolean self = viewer.staffId() != null && who.equals(viewer.staffId().value());
        if (!seesOthers(viewer) && (capacity == Capacity.TEAM || !self)) {
            throw new RuleViolated(TenureRule.NOT_YOURS);
        }
        if (to.isBefore(from)) {
            throw new RuleViolated(LedgerRule.PERIOD_ENDS_BEFORE_START, from, to);
        }
        AsOf first = new AsOf(from, asOf.knownAt());
        AsOf last = new AsOf(to, asOf.knownAt());
        courses.check(first);
        Map<ProjectId, Hands> hands = hands(capacity, who, last, viewer);
        Function<UUID, String> names = names(capacity);
        return new Tenure(
                capacity,
                names.apply(who),
                from,
                to,
                held(hands, from, first, viewer, names),
                moves(hands, from, names),
                deeds(hands, capacity, who, from, last, viewer),
                held(hands, to, last, viewer, names));
    }

    private Map<ProjectId, Hands> hands(Capacity capacity, UUID who, AsOf last, Viewer viewer) {
        return switch (capacity) {
            case LEADER ->
                hands(who, courses.ledBy(new StaffId(who), last, viewer), step -> id(step.leader(), StaffId::value));
            case OWNER ->
                hands(who, courses.ownedBy(new StaffId(who), last, viewer), step -> id(step.owner(), StaffId::value));
            case TEAM ->
                hands(who, courses.carriedBy(new TeamId(who), last, viewer), step -> id(step.team(), TeamId::value));
            case LIAISON -> served(who, last, viewer);
        };
    }

    private static <T> UUID id(T value, Function<T, UUID> of) {
        return value == null ? null : of.apply(value);
    }

    private static Map<ProjectId, Hands> hands(
            UUID who, Map<ProjectId, List<Step>> courses, Function<Step, UUID> holder) {
        Map<ProjectId, Hands> hands = new LinkedHashMap<>();
        courses.forEach((project, steps) -> hands.put(
                project,
                new Hands(
                        who,
                        steps.stream()
                                .map(step -> new Turn(step.from(), holder.apply(step), step))
                                .toList())));
        return hands;
    }

    /** The ledger does not know who serves an enterprise: its steps are cut where that changes. */
    private Map<ProjectId, Hands> served(UUID who, AsOf last, Viewer viewer) {
        Set<ProjectId> ever = timeline.everServed(new StaffId(who), last);
        Map<ProjectId, List<Served>> served = encounters.served(ever, ServiceRole.RESIDENT_LIAISON, last);
        Map<ProjectId, Hands> hands = new LinkedHashMap<>();
        courses.courses(ever, last, viewer).forEach((project, steps) -> {
            TreeMap<LocalDate, Step> byDay = new TreeMap<>();
            steps.forEach(step -> byDay.put(step.from(), step));
            TreeMap<LocalDate, UUID> liaisons = new TreeMap<>();
            served.getOrDefault(project, List.of())
                    .forEach(each -> liaisons.put(each.from(), id(each.staff(), StaffId::value)));
            liaisons.keySet().stream()
                    .filter(day -> byDay.floorKey(day) != null)
                    .toList()
                    .forEach(day -> byDay.put(day, byDay.floorEntry(day).getValue()));
            hands.put(
                    project,
                    new Hands(
                            who,
                            byDay.entrySet().stream()
                                    .map(step -> new Turn(
                                            step.getKey(),
                                            liaisons.floorKey(step.getKey()) == null
                                                    ? null
                                                    : liaisons.floorEntry(step.getKey())
                                                            .getValue(),
                                            step.getValue()))
                                    .toList()));
        });
        return hands;
    }

    private Function<UUID, String> names(Capacity capacity) {
        if (capacity == Capacity.TEAM) {
            Map<UUID, String> teams = staff.teams(true).stream()
                    .collect(Collectors.toMap(team -> team.teamId().value(), Team::name));
            return id -> id == null ? null : teams.getOrDefault(id, id.toString());
        }
        Map<UUID, String> known = new HashMap<>();
        staff.everybody().forEach(person -> known.put(person.staffId().value(), person.name()));
        return id -> id == null ? null : known.getOrDefault(id, id.toString());
    }

    private List<Held> held(
            Map<ProjectId, Hands> hands, LocalDate day, AsOf point, Viewer viewer, Function<UUID, String> names) {
        Set<ProjectId> there = hands.entrySet().stream()
                .filter(each -> each.getValue().holds(day))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        Map<ProjectId, LightVerdict> lights = new HashMap<>();
        if (!there.isEmpty()) {
            // The scope was checked on the last day: a project that was in another park on the first one stays whole.
            Viewer whole = new Viewer(viewer.staffId(), viewer.roles(), Set.of());
            fiveGaps.phases(FiveGapsQuery.Request.ofProjects(there).decisiveOnly(), point, whole)
                    .forEach(phase -> lights.put(phase.projectId(), phase.verdict()));
        }
        List<Held> held = new ArrayList<>();
        hands.forEach((project, its) -> {
            if (there.contains(project)) {
                Change taken = its.taken(day);
                Step step = its.at(day).step();
                held.add(new Held(
                        project(step), step.stage(), taken.on(), names.apply(taken.other()), lights.get(project)));
            }
        });
        return held;
    }

    private static List<Move> moves(Map<ProjectId, Hands> hands, LocalDate from, Function<UUID, String> names) {
        return hands.values().stream()
                .flatMap(its -> its.changes().stream())
                .filter(change -> change.on().isAfter(from))
                .sorted(Comparator.comparing(Change::on)
                        .thenComparing(change -> change.step().projectNo()))
                .map(change -> new Move(
                        project(change.step(), change.amount()),
                        change.on(),
                        change.kind(),
                        names.apply(change.other()),
                        change.kind() == MoveKind.ENDED ? change.step().status() : null))
                .toList();
    }

    private List<Deed> deeds(
            Map<ProjectId, Hands> hands, Capacity capacity, UUID who, LocalDate from, AsOf last, Viewer viewer) {
        StaffId person = capacity == Capacity.TEAM ? null : new StaffId(who);
        List<Deed> deeds = new ArrayList<>();
        hands.values().forEach(its -> agreed(its, from, deeds));
        for (Met met : encounters.met(hands.keySet(), from, last)) {
            DeedKind kind = met.round() ? DeedKind.ROUND : DeedKind.VISIT;
            boolean there = person != null && met.ours().contains(person);
            credit(
                    hands,
                    met.projectId(),
                    met.on(),
                    deeds,
                    step -> new Deed(project(step), met.on(), kind, met.summary(), null, there));
        }
        for (CourseQuery.Reached reached : courses.reached(hands.keySet(), from, last)) {
            credit(
                    hands,
                    reached.projectId(),
                    reached.on(),
                    deeds,
                    step -> new Deed(
                            project(step),
                            reached.on(),
                            DeedKind.MILESTONE,
                            reached.phase(),
                            reached.milestone(),
                            false));
        }
        for (TicketView ticket : closed(from, last, viewer)) {
            boolean own = person != null && person.equals(ticket.handler());
            credit(
                    hands,
                    ticket.projectId(),
                    ticket.stateOn(),
                    deeds,
                    step -> new Deed(
                            project(step),
                            ticket.stateOn(),
                            DeedKind.TICKET,
                            ticket.ticketNo() + " " + ticket.title(),
                            null,
                            own));
        }
        deeds.sort(Comparator.comparing(Deed::on)
                .thenComparing(Deed::kind)
                .thenComparing(deed -> deed.project().projectNo()));
        return deeds;
    }

    private static void credit(
            Map<ProjectId, Hands> hands, ProjectId project, LocalDate on, List<Deed> deeds, Function<Step, Deed> deed) {
        Hands its = hands.get(project);
        if (its != null && its.isCredited(on)) {
            deeds.add(deed.apply(its.at(on).step()));
        }
    }

    /** Talks that were opened, and formal agreements: the ledger's own days. */
    private static void agreed(Hands its, LocalDate from, List<Deed> deeds) {
        Step before = null;
        for (Turn turn : its.turns()) {
            Step step = turn.step();
            if (!turn.on().isBefore(from) && its.isCredited(turn.on())) {
                boolean opened = step.negotiationId() != null
                        && (before == null || !step.negotiationId().equals(before.negotiationId()));
                boolean signed = step.fiveGap() != null
                        && (before == null || before.fiveGap() == null)
                        && turn.on().equals(step.signedOn());
                if (opened) {
                    deeds.add(new Deed(project(step), turn.on(), DeedKind.NEGOTIATION, null, null, false));
                }
                if (signed) {
                    deeds.add(new Deed(project(step), turn.on(), DeedKind.AGREEMENT, null, null, false));
                }
            }
            before = step;
        }
    }

    private List<TicketView> closed(LocalDate from, AsOf last, Viewer viewer) {
        TicketFilter filter = TicketFilter.all().closed(from, last.asOf());
        List<TicketView> closed = new ArrayList<>();
        Page.Of<TicketView> page;
        int number = 0;
        do {
            page = tickets.page(filter, TicketSort.USUAL, new Page(number++, Page.LARGEST), last, viewer, last.asOf());
            closed.addAll(page.rows());
        } while (closed.size() < page.total() && !page.rows().isEmpty());
        return closed;
    }

    private static Project project(Step step) {
        return project(step, step.amount());
    }

    private static Project project(Step step, Money amount) {
        return new Project(step.projectId(), step.projectNo(), step.name(), amount);
    }
}
