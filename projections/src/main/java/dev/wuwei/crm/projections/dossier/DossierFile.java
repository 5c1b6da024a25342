package dev.wuwei.crm.projections.dossier;

import dev.wuwei.crm.followup.AgreedCapacity;
import dev.wuwei.crm.followup.CapacityRelapse;
import dev.wuwei.crm.followup.Cause;
import dev.wuwei.crm.followup.Deadline;
import dev.wuwei.crm.followup.Delay;
import dev.wuwei.crm.followup.ElementKind;
import dev.wuwei.crm.followup.FollowUpActions;
import dev.wuwei.crm.followup.LightFacts;
import dev.wuwei.crm.followup.LightVerdict;
import dev.wuwei.crm.followup.MeetingId;
import dev.wuwei.crm.followup.Milestone;
import dev.wuwei.crm.followup.MilestoneStand;
import dev.wuwei.crm.followup.PhaseProgress;
import dev.wuwei.crm.followup.PhaseState;
import dev.wuwei.crm.followup.ProjectProgress;
import dev.wuwei.crm.followup.ReportedPeriod;
import dev.wuwei.crm.followup.RequiredPermit;
import dev.wuwei.crm.followup.ServiceRole;
import dev.wuwei.crm.followup.ServiceTemplates;
import dev.wuwei.crm.followup.TimePace;
import dev.wuwei.crm.followup.TrailingYear;
import dev.wuwei.crm.negotiation.NegotiationStatus;
import dev.wuwei.crm.negotiation.ProjectRole;
import dev.wuwei.crm.negotiation.TopicPosition;
import dev.wuwei.crm.projections.commitment.CommitmentQuery;
import dev.wuwei.crm.projections.commitment.CommitmentRecord;
import dev.wuwei.crm.projections.commitment.CommitmentView;
import dev.wuwei.crm.projections.dossier.DossierView.Actual;
import dev.wuwei.crm.projections.dossier.DossierView.Agreement;
import dev.wuwei.crm.projections.dossier.DossierView.AgreementStanding;
import dev.wuwei.crm.projections.dossier.DossierView.AgreementVersion;
import dev.wuwei.crm.projections.dossier.DossierView.Capacity;
import dev.wuwei.crm.projections.dossier.DossierView.CapitalEntry;
import dev.wuwei.crm.projections.dossier.DossierView.Claim;
import dev.wuwei.crm.projections.dossier.DossierView.Contract;
import dev.wuwei.crm.projections.dossier.DossierView.Decision;
import dev.wuwei.crm.projections.dossier.DossierView.Delivery;
import dev.wuwei.crm.projections.dossier.DossierView.Element;
import dev.wuwei.crm.projections.dossier.DossierView.ElementPlan;
import dev.wuwei.crm.projections.dossier.DossierView.FairCompetition;
import dev.wuwei.crm.projections.dossier.DossierView.FiledAttachment;
import dev.wuwei.crm.projections.dossier.DossierView.FollowUpFacts;
import dev.wuwei.crm.projections.dossier.DossierView.Head;
import dev.wuwei.crm.projections.dossier.DossierView.Inclusion;
import dev.wuwei.crm.projections.dossier.DossierView.Judgement;
import dev.wuwei.crm.projections.dossier.DossierView.LeadFacts;
import dev.wuwei.crm.projections.dossier.DossierView.LeadStanding;
import dev.wuwei.crm.projections.dossier.DossierView.Meeting;
import dev.wuwei.crm.projections.dossier.DossierView.MilestoneLine;
import dev.wuwei.crm.projections.dossier.DossierView.MissingPapers;
import dev.wuwei.crm.projections.dossier.DossierView.Opened;
import dev.wuwei.crm.projections.dossier.DossierView.Opinion;
import dev.wuwei.crm.projections.dossier.DossierView.Overruling;
import dev.wuwei.crm.projections.dossier.DossierView.Ownership;
import dev.wuwei.crm.projections.dossier.DossierView.Permit;
import dev.wuwei.crm.projections.dossier.DossierView.PermitApplication;
import dev.wuwei.crm.projections.dossier.DossierView.PermitChecklist;
import dev.wuwei.crm.projections.dossier.DossierView.PermitGrant;
import dev.wuwei.crm.projections.dossier.DossierView.Phase;
import dev.wuwei.crm.projections.dossier.DossierView.PhaseAgreed;
import dev.wuwei.crm.projections.dossier.DossierView.Plan;
import dev.wuwei.crm.projections.dossier.DossierView.Post;
import dev.wuwei.crm.projections.dossier.DossierView.Reached;
import dev.wuwei.crm.projections.dossier.DossierView.Recognition;
import dev.wuwei.crm.projections.dossier.DossierView.Registered;
import dev.wuwei.crm.projections.dossier.DossierView.Requested;
import dev.wuwei.crm.projections.dossier.DossierView.Resolved;
import dev.wuwei.crm.projections.dossier.DossierView.Response;
import dev.wuwei.crm.projections.dossier.DossierView.Return;
import dev.wuwei.crm.projections.dossier.DossierView.Review;
import dev.wuwei.crm.projections.dossier.DossierView.Service;
import dev.wuwei.crm.projections.dossier.DossierView.ServiceMember;
import dev.wuwei.crm.projections.dossier.DossierView.ServiceTeam;
import dev.wuwei.crm.projections.dossier.DossierView.Stage;
import dev.wuwei.crm.projections.dossier.DossierView.Stopped;
import dev.wuwei.crm.projections.dossier.DossierView.Sub;
import dev.wuwei.crm.projections.dossier.DossierView.Suspension;
import dev.wuwei.crm.projections.dossier.DossierView.Talks;
import dev.wuwei.crm.projections.dossier.DossierView.TalksStatus;
import dev.wuwei.crm.projections.dossier.DossierView.TeamMember;
import dev.wuwei.crm.projections.dossier.DossierView.TermsVersion;
import dev.wuwei.crm.projections.investor.Contact;
import dev.wuwei.crm.projections.investor.InvestorQuery;
import dev.wuwei.crm.projections.lookback.LookBackQuery;
import dev.wuwei.crm.projections.project.ProjectActions;
import dev.wuwei.crm.projections.project.ProjectRow;
import dev.wuwei.crm.projections.project.ProjectStage;
import dev.wuwei.crm.projections.staff.StaffQuery;
import dev.wuwei.crm.projections.support.AsOf;
import dev.wuwei.crm.projections.support.Viewer;
import dev.wuwei.crm.projections.timeline.Differences;
import dev.wuwei.crm.shared.Area;
import dev.wuwei.crm.shared.Attachment;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.Currency;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.PersonId;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.shared.Standard;
import dev.wuwei.crm.shared.Thresholds;
import dev.wuwei.crm.shared.WorkingCalendar;
import dev.wuwei.crm.signing.SigningId;
import dev.wuwei.crm.standard.Standards;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts the values of one dossier together into the page. */
final class DossierFile {
    private final ProjectRow row;
    private final Values values;
    private final AsOf asOf;
    private final LocalDate day;
    private final Viewer viewer;
    private final Thresholds thresholds;
    private final Standards standards;
    private final PhaseSchedules schedules;
    private final ServiceTemplates templates;
    private final InvestorQuery investors;
    private final StaffQuery staff;
    private final CommitmentQuery commitments;
    private final LookBackQuery reviews;
    private final List<UUID> mentioned;

    private final Registered profile;
    private final Opened opened;
    private final TalksStatus talksStatus;
    private List<Phase> phases;
    private final List<PhaseProgress> progress = new ArrayList<>();
    private final List<Return> returns;
    private final List<Element> elements;
    private final List<Meeting> meetings;
    private final List<Round> rounds;
    private final List<Visit> visits;
    private final List<TermsVersion> terms;
    private final List<Agreement> agreements;

    DossierFile(
            ProjectRow row,
            Values values,
            AsOf asOf,
            LocalDate day,
            Viewer viewer,
            Thresholds thresholds,
            Standards standards,
            WorkingCalendar calendar,
            ServiceTemplates templates,
            InvestorQuery investors,
            StaffQuery staff,
            CommitmentQuery commitments,
            LookBackQuery reviews,
            List<UUID> mentioned) {
        this.row = row;
        this.values = values;
        this.asOf = asOf;
        this.day = day;
        this.viewer = viewer;
        this.thresholds = thresholds;
        this.standards = standards;
        schedules = new PhaseSchedules(values, day, calendar);
        this.templates = templates;
        this.investors = investors;
        this.staff = staff;
        this.commitments = commitments;
        this.reviews = reviews;
        this.mentioned = mentioned;
        profile = values.one(ItemKind.PROFILE, "", Registered.class);
        opened = values.one(ItemKind.TALKS, "", Opened.class);
        talksStatus = values.one(ItemKind.TALKS_STATUS, "", TalksStatus.class);
        visits = values.holding(ItemKind.VISIT, Visit.class).stream()
                .sorted(Comparator.comparing(Visit::occurredOn)
                        .thenComparing(visit -> visit.entered().position())
                        .reversed())
                .toList();
        rounds = values.holding(ItemKind.ROUND, Round.class).stream()
                .sorted(Comparator.comparing(Round::occurredOn)
                        .thenComparing(Round::number)
                        .reversed())
                .toList();
        returns = values.holding(ItemKind.MONTHLY_RETURN, Return.class).stream()
                .sorted(Comparator.comparing(Return::phase).thenComparing(Return::month))
                .toList();
        terms = terms();
        phases = phases();
        elements = elements();
        meetings = meetings();
        agreements = agreements();
        if (!reported().isEmpty()) {
            // Full capacity is held against the agreements, whose due rules follow from the phases.
            progress.clear();
            phases = phases();
        }
    }

    DossierView view() {
        List<StaffId> ours = mentioned.stream().map(StaffId::new).toList();
        List<PersonId> theirs = mentioned.stream().map(PersonId::new).toList();
        List<Contact> contacts = profile == null || profile.profile().investorId() == null
                ? List.of()
                : investors.contacts(profile.profile().investorId(), viewer);
        return new DossierView(
                asOf,
                day,
                head(),
                lead(),
                values.holding(ItemKind.CLAIM, Claim.class),
                row.investorId() == null
                        ? null
                        : investors.rows(List.of(row.investorId()), viewer).get(row.investorId()),
                contacts,
                visits,
                talks(),
                rounds,
                openPoints(),
                terms,
                reviews(),
                values.holding(ItemKind.FAIR_COMPETITION, FairCompetition.class),
                team(),
                values.holding(ItemKind.PLAN, Plan.class),
                agreements,
                values.holding(ItemKind.ARRIVAL, CapitalEntry.class),
                values.holding(ItemKind.FOREIGN, CapitalEntry.class),
                phases,
                returns,
                service(),
                serviceTeam(),
                elements,
                checklist(),
                permits(),
                meetings,
                values.holding(ItemKind.ACTUALS, Actual.class).stream()
                        .sorted(Comparator.comparing(Actual::firstMonth).reversed())
                        .toList(),
                capacity(),
                attachments(),
                staff.names(ours),
                investors.names(theirs));
    }

    private Head head() {
        Agreement agreement = agreements.isEmpty() ? null : agreements.getLast();
        Talk talk = lastTalk();
        PhaseState fiveGap = ProjectProgress.of(progress).state().orElse(null);
        Phase latest = phases.stream()
                .filter(phase -> phase.withdrawnOn() == null)
                .max(Comparator.comparing(Phase::light).thenComparingLong(Phase::daysLate))
                .orElse(null);
        FollowUpFacts followUp = values.one(ItemKind.FOLLOW_UP, "", FollowUpFacts.class);
        LeadStanding leadState = values.one(ItemKind.LEAD_STATE, "", LeadStanding.class);
        Stage stage = values.one(ItemKind.TALKS_STAGE, "", Stage.class);
        Ownership owner = values.one(ItemKind.OWNER, "", Ownership.class);
        return new Head(
                row.projectId(),
                row.projectNo(),
                profile != null ? profile.profile().name() : opened.name(),
                profile == null ? row.leadId() : profile.leadId(),
                opened == null ? null : opened.negotiationId(),
                agreement == null ? null : agreement.signingId(),
                followUp == null ? null : followUp.followUpId(),
                stage(),
                leadState == null ? null : leadState.state(),
                stage == null ? null : stage.stage(),
                talksStatus == null ? null : talksStatus.status(),
                agreement == null ? null : agreement.kind(),
                agreement == null ? null : agreement.state().state(),
                agreement == null ? 0 : agreement.inForce().version(),
                agreement == null ? null : agreement.inForce().on(),
                fiveGap,
                latest == null ? null : latest.light(),
                latest == null ? 0 : latest.daysLate(),
                amount(agreement),
                sum(values.holding(ItemKind.ARRIVAL, CapitalEntry.class), Currency.CNY),
                agreement == null ? null : agreement.inForce().terms().foreignCapital(),
                sum(values.holding(ItemKind.FOREIGN, CapitalEntry.class), Currency.USD),
                invested(),
                land(agreement),
                park(agreement),
                owner(agreement, owner),
                first(service(ServiceRole.LIAISON_LEADER), post(ProjectRole.LINKING_LEADER)),
                service(ServiceRole.RESIDENT_LIAISON),
                teamName(agreement, owner),
                talk == null ? null : talk.nextStep(),
                talk == null ? null : talk.nextOn(),
                asOf.isNow() ? row.clock() : null,
                asOf.isNow() ? row.availableActions() : List.of());
    }

    /** As the lists reckon it, from what held on the day. */
    private ProjectStage stage() {
        if (opened != null && talksStatus != null && talksStatus.status() != NegotiationStatus.SIGNED) {
            return ProjectStage.NEGOTIATION;
        }
        if (!phases.isEmpty()) {
            return ProjectStage.FOLLOW_UP;
        }
        return agreements.isEmpty() ? ProjectStage.LEAD : ProjectStage.SIGNING;
    }

    private Money amount(Agreement agreement) {
        Money inTalks = terms.isEmpty()
                ? opened == null ? null : opened.estimated()
                : first(terms.getLast().terms().totalInvestment(), opened == null ? null : opened.estimated());
        return switch (stage()) {
            case LEAD -> profile == null ? null : profile.profile().intendedInvestment();
            case NEGOTIATION -> inTalks;
            case SIGNING, FOLLOW_UP ->
                agreement == null ? inTalks : agreement.inForce().terms().totalInvestment();
        };
    }

    private Area land(Agreement agreement) {
        return first(
                agreement == null ? null : agreement.inForce().terms().land(),
                terms.isEmpty() ? null : terms.getLast().terms().land(),
                opened == null ? null : opened.landNeed(),
                profile == null ? null : profile.profile().landNeed());
    }

    private Coded park(Agreement agreement) {
        return first(
                values.one(ItemKind.PARK, "", Coded.class),
                opened == null ? null : opened.park(),
                agreement == null ? null : agreement.park());
    }

    private StaffId owner(Agreement agreement, Ownership owner) {
        StaffId ofLead = owner == null ? null : owner.owner();
        StaffId credited = agreement == null || agreement.credit() == null
                ? null
                : agreement.credit().owner();
        return switch (stage()) {
            case LEAD -> ofLead;
            case NEGOTIATION -> first(post(ProjectRole.LEAD_OFFICER), ofLead);
            case SIGNING -> first(credited, post(ProjectRole.LEAD_OFFICER), ofLead);
            case FOLLOW_UP ->
                first(service(ServiceRole.RESIDENT_LIAISON), credited, post(ProjectRole.LEAD_OFFICER), ofLead);
        };
    }

    private static String teamName(Agreement agreement, Ownership owner) {
        return first(
                agreement == null || agreement.credit() == null
                        ? null
                        : agreement.credit().teamName(),
                owner == null ? null : owner.teamName());
    }

    private Money invested() {
        Map<String, Money> latest = new LinkedHashMap<>();
        returns.forEach(one -> latest.put(one.phase(), one.figures().investedToDate()));
        return latest.values().stream()
                .filter(Objects::nonNull)
                .reduce(Money::plus)
                .orElse(null);
    }

    private static Money sum(List<CapitalEntry> entries, Currency currency) {
        return entries.isEmpty()
                ? null
                : entries.stream().map(CapitalEntry::amount).reduce(Money.zero(currency), Money::plus);
    }

    private StaffId post(ProjectRole role) {
        Post post = values.one(ItemKind.POST, role, Post.class);
        return post == null ? null : post.staffId();
    }

    private StaffId service(ServiceRole role) {
        Service service = values.one(ItemKind.SERVICE, role, Service.class);
        return service == null ? null : service.staffId();
    }

    private record Talk(LocalDate on, long position, String nextStep, LocalDate nextOn) {}

    /** The latest visit or round has the last word about what comes next. */
    private Talk lastTalk() {
        List<Talk> talks = new ArrayList<>();
        visits.stream()
                .filter(visit -> visit.withdrawn() == null)
                .forEach(visit -> talks.add(new Talk(
                        visit.occurredOn(), visit.entered().position(), visit.nextStep(), visit.nextContactOn())));
        rounds.forEach(round -> talks.add(
                new Talk(round.occurredOn(), round.entered().position(), round.nextStep(), round.nextRoundOn())));
        return talks.stream()
                .max(Comparator.comparing(Talk::on).thenComparingLong(Talk::position))
                .orElse(null);
    }

    private LeadFacts lead() {
        if (profile == null) {
            return null;
        }
        return new LeadFacts(
                profile.leadId(),
                profile.registeredOn(),
                profile.firstReporter(),
                profile.profile(),
                values.one(ItemKind.PARK, "", Coded.class),
                values.one(ItemKind.OWNER, "", Ownership.class),
                values.one(ItemKind.LEAD_STATE, "", LeadStanding.class),
                values.since(ItemKind.LEAD_STATE, ""),
                values.one(ItemKind.RESPONSE, "", Response.class),
                values.one(ItemKind.JUDGEMENT, "", Judgement.class));
    }

    private Talks talks() {
        if (opened == null) {
            return null;
        }
        Stage stage = values.one(ItemKind.TALKS_STAGE, "", Stage.class);
        return new Talks(
                opened.negotiationId(),
                opened.openedOn(),
                opened.name(),
                opened.industry(),
                opened.gbt4754(),
                opened.estimated(),
                opened.landNeed(),
                stage == null ? null : stage.stage(),
                values.since(ItemKind.TALKS_STAGE, ""),
                talksStatus,
                values.since(ItemKind.TALKS_STATUS, ""));
    }

    private List<TopicPosition> openPoints() {
        Map<String, TopicPosition> open = new LinkedHashMap<>();
        for (Round round : rounds.reversed()) {
            round.carriedOver().forEach(position -> open.putIfAbsent(position.topic(), position));
            round.positions().forEach(position -> {
                if (position.open()) {
                    open.put(position.topic(), position);
                } else {
                    open.remove(position.topic());
                }
            });
        }
        return List.copyOf(open.values());
    }

    private List<TermsVersion> terms() {
        List<TermsVersion> plain = values.holding(ItemKind.TERMS, TermsVersion.class).stream()
                .sorted(Comparator.comparingInt(TermsVersion::version))
                .toList();
        List<TermsVersion> compared = new ArrayList<>();
        for (int i = 0; i < plain.size(); i++) {
            TermsVersion version = plain.get(i);
            compared.add(new TermsVersion(
                    version.version(),
                    version.terms(),
                    version.note(),
                    version.on(),
                    version.entered(),
                    Differences.between(i == 0 ? null : plain.get(i - 1).terms(), version.terms())));
        }
        return List.copyOf(compared);
    }

    private List<Review> reviews() {
        return values.holding(ItemKind.REVIEW, Requested.class).stream()
                .map(request -> new Review(
                        request.reviewId(),
                        request.termsVersion(),
                        request.requestedOn(),
                        request.entered(),
                        request.withdrawn(),
                        opinions(request.reviewId().toString()),
                        values.one(ItemKind.DECISION, request.reviewId(), Decision.class)))
                .toList();
    }

    private List<Opinion> opinions(String review) {
        return values.holding(ItemKind.OPINION)
                .filter(value -> value.id().startsWith(review + ":"))
                .map(value -> value.as(Opinion.class))
                .sorted(Comparator.comparing(Opinion::topic))
                .map(opinion -> new Opinion(
                        opinion.topic(),
                        opinion.body(),
                        opinion.dueOn(),
                        opinion.verdict(),
                        opinion.text(),
                        opinion.conditions(),
                        opinion.givenOn(),
                        opinion.entered(),
                        values.one(ItemKind.OVERRULING, review + ":" + opinion.topic(), Overruling.class)))
                .toList();
    }

    private List<TeamMember> team() {
        return values.all(ItemKind.POST).stream()
                .map(value -> {
                    Post post = value.as(Post.class);
                    return new TeamMember(post.role(), post.staffId(), value.from(), values.ended(value));
                })
                .sorted(Comparator.comparing(TeamMember::role).thenComparing(TeamMember::from))
                .toList();
    }

    private List<ServiceMember> service() {
        return values.all(ItemKind.SERVICE).stream()
                .map(value -> {
                    Service service = value.as(Service.class);
                    return new ServiceMember(service.role(), service.staffId(), value.from(), values.ended(value));
                })
                .sorted(Comparator.comparing(ServiceMember::role).thenComparing(ServiceMember::from))
                .toList();
    }

    private Optional<ServiceTeam> serviceTeam() {
        if (phases.isEmpty()) {
            return Optional.empty();
        }
        return templates
                .on(day)
                .map(template -> new ServiceTeam(
                        template.name(),
                        template.from(),
                        Stream.of(ServiceRole.values())
                                .filter(role -> template.roles().contains(role) && service(role) == null)
                                .toList()));
    }

    private Deadline deadline(PhaseProgress at) {
        Deadline deadline = Deadline.of(at, day, thresholds);
        LocalDate reachedOn = at.recognisedOn(Milestone.FULL_CAPACITY);
        return !at.isActive() || at.state() != PhaseState.FULL_CAPACITY || reachedOn == null
                ? deadline
                : CapacityRelapse.since(
                                reported(),
                                agreed(at.name()),
                                reachedOn,
                                thresholds.relapseAfterMonths(),
                                standards,
                                day)
                        .map(deadline::orBelowCapacity)
                        .orElse(deadline);
    }

    private Optional<Capacity> capacity() {
        AgreedCapacity agreed = agreed(phases.size() == 1 ? phases.getFirst().name() : null);
        return TrailingYear.of(reported(), day)
                .map(year -> new Capacity(year, agreed, agreed.percent(standards.limit(Standard.FULL_CAPACITY, day))));
    }

    private AgreedCapacity agreed(String phase) {
        return agreements == null || agreements.isEmpty()
                ? AgreedCapacity.NOTHING
                : AgreedCapacity.of(agreements.getLast().inForce().terms(), phase);
    }

    private List<ReportedPeriod> reported() {
        return values.holding(ItemKind.ACTUALS, Actual.class).stream()
                .map(actual -> new ReportedPeriod(actual.firstMonth(), actual.lastMonth(), actual.figures()))
                .toList();
    }

    private List<Element> elements() {
        List<Element> elements = new ArrayList<>();
        for (ElementKind kind : ElementKind.values()) {
            ElementPlan plan = values.one(ItemKind.ELEMENT_PLAN, kind, ElementPlan.class);
            Delivery delivery = values.one(ItemKind.ELEMENT, kind, Delivery.class);
            if (plan != null || delivery != null) {
                elements.add(new Element(
                        kind,
                        plan == null ? null : plan.provider(),
                        plan == null ? null : plan.promisedOn(),
                        delivery == null ? null : delivery.on(),
                        delivery == null ? null : delivery.land(),
                        delivery == null ? null : delivery.disposalMethod(),
                        delivery == null ? null : delivery.evidence(),
                        delivery == null ? List.of() : delivery.attachments()));
            }
        }
        return elements;
    }

    /** The latest first. */
    private List<Meeting> meetings() {
        Map<MeetingId, List<Resolved>> resolutions = values.holding(ItemKind.RESOLUTION, Resolved.class).stream()
                .sorted(Comparator.comparingInt(one -> one.resolution().number()))
                .collect(Collectors.groupingBy(Resolved::meetingId));
        return values.holding(ItemKind.MEETING, Meeting.class).stream()
                .map(meeting -> meeting.with(resolutions.getOrDefault(meeting.meetingId(), List.of())))
                .sorted(Comparator.comparing(Meeting::on)
                        .thenComparing(meeting -> meeting.entered().position())
                        .reversed())
                .toList();
    }

    private Optional<PermitChecklist> checklist() {
        return Optional.ofNullable(values.one(ItemKind.PERMIT_CHECKLIST, "", PermitChecklist.class));
    }

    /** Those of the checklist step by step, then what was applied for or granted beside it. */
    private List<Permit> permits() {
        Map<String, Permit> permits = new LinkedHashMap<>();
        checklist()
                .ifPresent(list ->
                        list.permits().forEach(one -> permits.put(one.permit().code(), permit(one.permit(), one))));
        values.holding(ItemKind.PERMIT_APPLICATION, PermitApplication.class)
                .forEach(one -> permits.computeIfAbsent(one.permit().code(), code -> permit(one.permit(), null)));
        values.holding(ItemKind.PERMIT, PermitGrant.class)
                .forEach(one -> permits.computeIfAbsent(one.permit().code(), code -> permit(one.permit(), null)));
        return List.copyOf(permits.values());
    }

    private Permit permit(Coded permit, RequiredPermit required) {
        PermitApplication application = values.one(ItemKind.PERMIT_APPLICATION, permit.code(), PermitApplication.class);
        PermitGrant grant = values.one(ItemKind.PERMIT, permit.code(), PermitGrant.class);
        LocalDate until = grant == null ? day : grant.grantedOn();
        long late = application == null || application.dueOn() == null
                ? 0
                : Math.max(0, ChronoUnit.DAYS.between(application.dueOn(), until));
        return new Permit(
                permit,
                required,
                application,
                values.one(ItemKind.MISSING_PAPERS, permit.code(), MissingPapers.class),
                grant,
                late);
    }

    private List<Phase> phases() {
        return values.holding(ItemKind.PHASE)
                .sorted(Comparator.comparingInt(
                        value -> value.as(PhaseAgreed.class).ordinal()))
                .map(this::phase)
                .toList();
    }

    private Phase phase(Values.Value value) {
        PhaseAgreed agreed = value.as(PhaseAgreed.class);
        String name = value.id();
        Suspension suspension = values.one(ItemKind.SUSPENSION, name, Suspension.class);
        Stopped stopped = values.one(ItemKind.STOP, name, Stopped.class);
        Stopped withdrawn = values.one(ItemKind.WITHDRAWAL, name, Stopped.class);
        Sub sub = values.one(ItemKind.SUB_STATE, name, Sub.class);
        Map<Milestone, Reached> reached = new EnumMap<>(Milestone.class);
        Map<Milestone, MilestoneStand> stands = new EnumMap<>(Milestone.class);
        for (Milestone milestone : Milestone.values()) {
            Reached there = values.one(ItemKind.MILESTONE, name + ":" + milestone, Reached.class);
            if (there != null) {
                MilestoneStand stand = upToDay(there.stand());
                reached.put(milestone, there);
                if (!stand.equals(MilestoneStand.NOTHING)) {
                    stands.put(milestone, stand);
                }
            }
        }
        LocalDate scaleDropped = values.since(ItemKind.SCALE_DROP, name);
        LocalDate suspendedOn = values.since(ItemKind.SUSPENSION, name);
        LocalDate countedFrom = suspendedOn != null && suspendedOn.isBefore(value.from()) ? value.from() : suspendedOn;
        PhaseProgress at = new PhaseProgress(
                agreed.agreed(),
                stands,
                sub == null ? null : sub.subState(),
                countedFrom,
                suspension == null || suspension.clockRuns(),
                pausedDays(name, value.from()),
                values.since(ItemKind.STOP, name),
                scaleDropped,
                values.since(ItemKind.CAPACITY_DROP, name),
                Map.of(),
                values.since(ItemKind.WITHDRAWAL, name),
                values.since(ItemKind.INCLUSION, name));
        progress.add(at);
        Deadline deadline = deadline(at);
        boolean now = asOf.isNow();
        Return latest = returns.stream()
                .filter(one -> one.phase().equals(name))
                .reduce((earlier, later) -> later)
                .orElse(null);
        Delay delay = delay(at);
        return new Phase(
                agreed.followUpId(),
                name,
                agreed.agreed(),
                agreed.agreementVersion(),
                at.state(),
                at.subState(),
                suspension,
                suspendedOn,
                at.stoppedOn(),
                scaleDropped,
                at.withdrawnOn(),
                cause(suspension, stopped, withdrawn),
                values.one(ItemKind.INCLUSION, name, Inclusion.class),
                schedules.of(name).orElse(null),
                deadline.dueOn(),
                deadline.quiet() ? 0 : deadline.daysLate(day),
                verdict(at, deadline, latest, delay),
                delay,
                latest == null ? null : latest.figures().progressPercent(),
                milestones(at, reached),
                now ? ProjectActions.of(FollowUpActions.of(at), viewer.roles()) : List.of());
    }

    /** Over when the milestone that it kept from happening is reached. */
    private Delay delay(PhaseProgress at) {
        Delay delay = values.one(ItemKind.DELAY, at.name(), Delay.class);
        return delay != null && delay.holdsUp(at.state().next()) ? delay : null;
    }

    private LightVerdict verdict(PhaseProgress at, Deadline deadline, Return latest, Delay delay) {
        return LightVerdict.of(
                new LightFacts(
                        deadline.milestone(),
                        deadline.dueOn(),
                        deadline.quiet() ? day : null,
                        latest == null
                                ? null
                                : TimePace.pointsBehind(
                                        at.state(),
                                        schedules.pace(at.name()).orElse(null),
                                        at.recognisedOn(Milestone.CONSTRUCTION_START),
                                        at.agreed().completeBy(),
                                        latest.figures().progressPercent(),
                                        latest.on()),
                        at.recognisedOn(Milestone.CONSTRUCTION_START),
                        at.includedOn(),
                        delay == null ? null : delay.quietUntil()),
                day,
                standards.lights(day));
    }

    private static Cause cause(Suspension suspension, Stopped stopped, Stopped withdrawn) {
        if (withdrawn != null) {
            return withdrawn.cause();
        }
        return suspension != null ? suspension.cause() : stopped == null ? null : stopped.cause();
    }

    /** Days of past suspensions with the clock standing still, since the agreed dates were last set. */
    private long pausedDays(String phase, LocalDate since) {
        return values.all(ItemKind.SUSPENSION).stream()
                .filter(value -> value.id().equals(phase) && values.ended(value) != null)
                .filter(value -> !value.as(Suspension.class).clockRuns())
                .mapToLong(value -> Math.max(
                        0, ChronoUnit.DAYS.between(value.from().isBefore(since) ? since : value.from(), value.to())))
                .sum();
    }

    /** What stands is one value with several dates; those after the day asked about had not happened yet. */
    private MilestoneStand upToDay(MilestoneStand stand) {
        return new MilestoneStand(
                upToDay(stand.reportedOn()),
                upToDay(stand.verifiedOn()),
                upToDay(stand.recognisedOn()),
                upToDay(stand.recognisedOn()) != null && stand.outOfOrder(),
                upToDay(stand.skippedOn()) == null ? null : stand.skipCause(),
                upToDay(stand.skippedOn()));
    }

    private LocalDate upToDay(LocalDate date) {
        return date == null || asOf.asOf() != null && date.isAfter(asOf.asOf()) ? null : date;
    }

    private List<MilestoneLine> milestones(PhaseProgress at, Map<Milestone, Reached> reached) {
        List<MilestoneLine> lines = new ArrayList<>();
        for (Milestone milestone : Milestone.values()) {
            Reached there = reached.get(milestone);
            MilestoneStand stand = at.stand(milestone);
            LocalDate agreedOn =
                    stand.isRecognised() && there.agreedBy() != null ? there.agreedBy() : agreedOn(at, milestone);
            boolean none = stand.isSkipped() || agreedOn == null || !at.isActive() && !stand.isRecognised();
            LocalDate until = stand.isRecognised() ? stand.recognisedOn() : day;
            lines.add(new MilestoneLine(
                    milestone,
                    stand,
                    agreedOn,
                    none ? null : ChronoUnit.DAYS.between(agreedOn, until),
                    stand.isRecognised() ? there.annualRevenue() : null,
                    there == null ? null : there.evidence(),
                    there == null ? List.of() : there.attachments(),
                    there == null ? null : there.reported(),
                    stand.isVerified() ? there.verified() : null,
                    stand.isRecognised() ? there.recognised() : null,
                    stand.isSkipped() ? there.skipped() : null,
                    asOf.isNow() ? ProjectActions.of(FollowUpActions.of(at, milestone), viewer.roles()) : List.of()));
        }
        return lines;
    }

    private LocalDate agreedOn(PhaseProgress at, Milestone milestone) {
        LocalDate agreed = at.agreedFor(milestone);
        if (at.next().filter(next -> next == milestone).isPresent()) {
            return Deadline.of(at, day, thresholds).dueOn();
        }
        return agreed == null ? null : agreed.plusDays(at.pausedDays());
    }

    private List<Agreement> agreements() {
        if (values.holding(ItemKind.AGREEMENT).findAny().isEmpty()) {
            return List.of();
        }
        List<CommitmentView> promised = commitments.of(row.projectId(), asOf, viewer, day);
        List<CommitmentRecord> recorded = commitments.records(row.projectId(), asOf, viewer, day);
        return values.holding(ItemKind.AGREEMENT, Contract.class).stream()
                .map(contract -> agreement(contract, promised, recorded))
                .filter(agreement -> !agreement.versions().isEmpty())
                .toList();
    }

    private Agreement agreement(Contract contract, List<CommitmentView> promised, List<CommitmentRecord> recorded) {
        SigningId id = contract.signingId();
        List<AgreementVersion> versions = versions(id);
        return new Agreement(
                id,
                contract.kind(),
                contract.contractNo(),
                contract.signedOn(),
                contract.parties(),
                contract.occasion(),
                contract.signedOnSite(),
                contract.newlyIntroduced(),
                contract.industry(),
                contract.park(),
                values.one(ItemKind.AGREEMENT_STATE, id, AgreementStanding.class),
                values.since(ItemKind.AGREEMENT_STATE, id),
                values.one(ItemKind.CREDIT, id, Ownership.class),
                versions,
                values.holding(ItemKind.RECOGNITION)
                        .filter(value -> value.id().startsWith(id + ":"))
                        .map(value -> value.as(Recognition.class))
                        .toList(),
                promised.stream()
                        .filter(commitment -> commitment.signingId().equals(id))
                        .toList(),
                recorded.stream()
                        .filter(record -> record.signingId().equals(id))
                        .toList());
    }

    private List<AgreementVersion> versions(SigningId id) {
        List<AgreementVersion> plain = values.holding(ItemKind.AGREEMENT_VERSION)
                .filter(value -> value.id().startsWith(id + ":"))
                .map(value -> value.as(AgreementVersion.class))
                .sorted(Comparator.comparingInt(AgreementVersion::version))
                .toList();
        List<AgreementVersion> compared = new ArrayList<>();
        for (int i = 0; i < plain.size(); i++) {
            AgreementVersion version = plain.get(i);
            compared.add(new AgreementVersion(
                    version.signingId(),
                    version.version(),
                    version.kind(),
                    version.step(),
                    version.contractNo(),
                    version.on(),
                    version.terms(),
                    version.by(),
                    version.attachments(),
                    version.entered(),
                    version.corrections(),
                    Differences.between(i == 0 ? null : plain.get(i - 1).terms(), version.terms())));
        }
        return List.copyOf(compared);
    }

    private List<FiledAttachment> attachments() {
        List<FiledAttachment> files = new ArrayList<>();
        visits.forEach(visit ->
                file(files, visit.attachments(), "VISIT", visit.kind().name(), visit.occurredOn(), visit.entered()));
        rounds.forEach(round -> file(
                files,
                round.attachments(),
                "ROUND",
                String.valueOf(round.number()),
                round.occurredOn(),
                round.entered()));
        values.holding(ItemKind.PLAN, Plan.class)
                .forEach(plan -> file(
                        files, plan.attachments(), "PLAN", String.valueOf(plan.version()), plan.on(), plan.entered()));
        agreements.forEach(agreement -> agreement
                .versions()
                .forEach(version -> file(
                        files,
                        version.attachments(),
                        "AGREEMENT",
                        "v" + version.version(),
                        version.on(),
                        version.entered())));
        agreements.forEach(agreement -> agreement
                .records()
                .forEach(
                        record -> file(files, record.attachments(), "COMMITMENT", record.clause(), record.on(), null)));
        reviews.reviews(row.projectId(), asOf, viewer).forEach(review -> {
            review.progress()
                    .visits()
                    .forEach(visit -> file(files, visit.attachments(), "REVIEW", review.campaign(), visit.on(), null));
            review.progress()
                    .rectifications()
                    .forEach(
                            one -> file(files, one.attachments(), "REVIEW", review.campaign(), one.reportedOn(), null));
        });
        for (ItemKind kind : List.of(ItemKind.ARRIVAL, ItemKind.FOREIGN)) {
            values.holding(kind, CapitalEntry.class)
                    .forEach(entry ->
                            file(files, entry.attachments(), "CAPITAL", entry.proof(), entry.on(), entry.entered()));
        }
        phases.forEach(phase -> phase.milestones()
                .forEach(line -> file(
                        files,
                        line.attachments(),
                        "MILESTONE",
                        phase.name(),
                        line.stand().on(),
                        first(line.recognised(), line.verified(), line.reported()))));
        phases.stream()
                .filter(phase -> phase.inclusion() != null)
                .forEach(phase -> file(
                        files,
                        phase.inclusion().attachments(),
                        "INCLUSION",
                        phase.name(),
                        phase.inclusion().on(),
                        phase.inclusion().entered()));
        elements.forEach(element ->
                file(files, element.attachments(), "ELEMENT", element.element().name(), element.deliveredOn(), null));
        values.holding(ItemKind.PERMIT, PermitGrant.class)
                .forEach(grant -> file(
                        files, grant.attachments(), "PERMIT", grant.permit().name(), grant.grantedOn(), null));
        meetings.forEach(meeting -> {
            file(files, meeting.attachments(), "MEETING", meeting.kind().name(), meeting.on(), meeting.entered());
            meeting.resolutions()
                    .forEach(one -> file(
                            files, one.attachments(), "MEETING", meeting.kind().name(), one.endedOn(), one.entered()));
        });
        returns.forEach(one -> file(
                files,
                Visit.orEmpty(one.figures().photos()),
                "RETURN",
                one.phase() + " " + one.month(),
                one.on(),
                one.entered()));
        files.sort(Comparator.comparing(FiledAttachment::on, Comparator.nullsFirst(Comparator.naturalOrder()))
                .reversed());
        return List.copyOf(files);
    }

    private static void file(
            List<FiledAttachment> files,
            List<Attachment> attachments,
            String kind,
            String label,
            LocalDate on,
            Entered entered) {
        attachments.forEach(attachment -> files.add(new FiledAttachment(attachment, kind, label, on, entered)));
    }

    @SafeVarargs
    private static <T> T first(T... candidates) {
        for (T candidate : candidates) {
            if (candidate != null) {
                return candidate;
            }
        }
        return null;
    }
}
