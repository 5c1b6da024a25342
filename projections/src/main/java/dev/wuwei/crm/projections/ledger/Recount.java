package dev.wuwei.crm.projections.ledger;

import dev.wuwei.crm.counting.CountingRules;
import dev.wuwei.crm.counting.CountingRules.AmountChange;
import dev.wuwei.crm.counting.CountingRules.Ending;
import dev.wuwei.crm.counting.CountingRules.Exclusion;
import dev.wuwei.crm.counting.CountingRules.Upgrade;
import dev.wuwei.crm.followup.FollowUpEvent;
import dev.wuwei.crm.lead.LeadEvent;
import dev.wuwei.crm.lead.LeadProfile;
import dev.wuwei.crm.negotiation.NegotiationEvent;
import dev.wuwei.crm.negotiation.ProjectRole;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.Currency;
import dev.wuwei.crm.shared.DomainEvent;
import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.shared.ProjectKind;
import dev.wuwei.crm.signing.AgreementKind;
import dev.wuwei.crm.signing.SigningEvent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * The figures of one project by the shortest way one can think of: take the raw events that were recorded by then, and count what
 * stood on the day. No timeline, no journal, nothing shared with the ledger, so that the two can be held against each other.
 */
public final class Recount {
    /** An event of the project, in the order in which they were recorded. */
    public record Entry(DomainEvent event, Instant recordedAt) {}

    /**
     * What is asked for.
     *
     * @param from first day whose period counts, or {@code null}
     * @param to last day, or {@code null}
     */
    public record Question(LocalDate day, CountingRules rules, LocalDate from, LocalDate to) {
        boolean asksFor(LocalDate bookedOn) {
            return (from == null || !bookedOn.isBefore(from)) && (to == null || !bookedOn.isAfter(to));
        }
    }

    /** @param classes what the project is counted under, as text; {@code null} where it has none */
    public record Answer(Map<Dimension, String> classes, Map<Measure, Figure> figures) {
        static final Answer NOTHING = new Answer(Map.of(), Map.of());
    }

    private static final class Version {
        LocalDate on;
        LocalDate enteredOn;
        AgreementKind kind;
        Money total;
        Money foreign;
        boolean onSite;
        boolean signature;

        Version next(LocalDate day, LocalDate entered) {
            Version next = new Version();
            next.on = day;
            next.enteredOn = entered;
            next.kind = kind;
            next.total = total;
            next.foreign = foreign;
            next.onSite = onSite;
            return next;
        }
    }

    private static final class Agreement {
        final List<Version> versions = new ArrayList<>();
        LocalDate endedOn;
        LocalDate endEnteredOn;
        boolean newly;
        Coded industry;
    }

    record Dated<T>(LocalDate on, T value) {}

    private record Paid(LocalDate on, LocalDate enteredOn, Money amount) {}

    private record Part(LocalDate bookedOn, long count, BigDecimal amount) {}

    private final Map<Object, Agreement> agreements = new LinkedHashMap<>();
    private final Map<Object, Paid> arrived = new LinkedHashMap<>();
    private final Map<Object, Paid> used = new LinkedHashMap<>();
    private final Map<String, Paid> recognised = new LinkedHashMap<>();
    private final List<Dated<String>> lead = new ArrayList<>();
    private final List<Dated<String>> talks = new ArrayList<>();
    private final List<Dated<LeadProfile>> profile = new ArrayList<>();
    private final List<Dated<Coded>> park = new ArrayList<>();
    private final List<Dated<String>> leader = new ArrayList<>();
    private final List<Dated<Money>> estimate = new ArrayList<>();
    private final RecountedClasses others = new RecountedClasses();
    private LocalDate registered;
    private String projectNo;

    /** @return the project whose figures the event may touch, or {@code null} */
    static ProjectId projectOf(DomainEvent event) {
        return switch (event) {
            case LeadEvent e -> e.projectId();
            case NegotiationEvent e -> e.projectId();
            case SigningEvent e -> e.projectId();
            case FollowUpEvent e -> e.projectId();
            default -> null;
        };
    }

    /** Takes the next event of the project. */
    void take(Entry entry) {
        DomainEvent event = entry.event();
        LocalDate entered = LocalDate.ofInstant(entry.recordedAt(), EventMeta.ZONE);
        LocalDate on = event.occurredOn();
        others.take(event);
        switch (event) {
            case LeadEvent.LeadRegistered e -> {
                registered = on;
                projectNo = e.projectNo();
                lead.add(new Dated<>(on, "REGISTERED"));
                park.add(new Dated<>(on, e.park()));
                take(on, e.profile());
            }
            case LeadEvent.LeadRevised e -> take(on, e.profile());
            case LeadEvent.LeadMerged e -> lead.add(new Dated<>(on, "MERGED"));
            case LeadEvent.LeadUnmerged e -> {
                String before = "REGISTERED";
                for (Dated<String> each : lead) {
                    if (!each.on().isAfter(on) && !each.value().equals("MERGED")) {
                        before = each.value();
                    }
                }
                lead.add(new Dated<>(on, before));
            }
            case LeadEvent.LeadAdopted e -> lead.add(new Dated<>(on, "ADOPTED"));
            case LeadEvent.LeadArchived e -> lead.add(new Dated<>(on, "ARCHIVED"));
            case LeadEvent.LeadPooled e -> lead.add(new Dated<>(on, "POOLED"));
            case LeadEvent.LeadDrawnFromPool e -> lead.add(new Dated<>(on, "REGISTERED"));
            case LeadEvent.LeadDeclined e -> lead.add(new Dated<>(on, "DECLINED"));
            case LeadEvent.LeadReopened e ->
                lead.add(new Dated<>(on, last(talks, on) == null ? "REGISTERED" : "ADOPTED"));
            case LeadEvent.CirculationAccepted e -> park.add(new Dated<>(on, e.park()));
            case NegotiationEvent.NegotiationOpened e -> {
                talks.add(new Dated<>(on, "ACTIVE"));
                if (e.estimatedInvestment() != null) {
                    estimate.add(new Dated<>(on, e.estimatedInvestment()));
                }
            }
            case NegotiationEvent.TermsRevised e -> {
                if (e.terms().totalInvestment() != null) {
                    estimate.add(new Dated<>(on, e.terms().totalInvestment()));
                }
            }
            case NegotiationEvent.Appointed e -> {
                if (e.role() == ProjectRole.LINKING_LEADER) {
                    leader.add(new Dated<>(on, e.staffId().toString()));
                }
            }
            case NegotiationEvent.Dismissed e -> {
                if (e.role() == ProjectRole.LINKING_LEADER
                        && e.staffId().toString().equals(last(leader, on))) {
                    leader.add(new Dated<>(on, null));
                }
            }
            case NegotiationEvent.NegotiationShelved e -> talks.add(new Dated<>(on, "SHELVED"));
            case NegotiationEvent.NegotiationResumed e -> talks.add(new Dated<>(on, "ACTIVE"));
            case NegotiationEvent.NegotiationTerminated e -> talks.add(new Dated<>(on, "TERMINATED"));
            case NegotiationEvent.NegotiationReopened e -> talks.add(new Dated<>(on, "ACTIVE"));
            case NegotiationEvent.NegotiationSigned e -> talks.add(new Dated<>(on, "SIGNED"));
            case NegotiationEvent.AgreementEnded e -> {
                if ("SIGNED".equals(last(talks, on))) {
                    talks.add(new Dated<>(on, "ENDED"));
                }
            }
            case NegotiationEvent.AgreementRestored e -> talks.remove(new Dated<>(on, "ENDED"));
            case SigningEvent.AgreementSigned e -> {
                Agreement agreement = new Agreement();
                agreement.newly = e.newlyIntroduced();
                agreement.industry = e.industry();
                agreement.versions.add(signature(
                        on,
                        entered,
                        e.kind(),
                        e.terms().totalInvestment(),
                        e.terms().foreignCapital(),
                        e.signedOnSite()));
                agreements.put(e.signingId(), agreement);
                park.add(new Dated<>(on, e.park()));
                if (e.kind() != AgreementKind.FORMAL && e.terms().totalInvestment() != null) {
                    estimate.add(new Dated<>(on, e.terms().totalInvestment()));
                }
            }
            case SigningEvent.AgreementUpgraded e ->
                agreements
                        .get(e.signingId())
                        .versions
                        .add(signature(
                                on,
                                entered,
                                e.kind(),
                                e.terms().totalInvestment(),
                                e.terms().foreignCapital(),
                                e.signedOnSite()));
            case SigningEvent.AgreementAmended e -> {
                Version next = next(e, entered);
                next.total = e.terms().totalInvestment();
                next.foreign = e.terms().foreignCapital();
            }
            case SigningEvent.CapitalIncreased e -> next(e, entered).total = e.totalInvestment();
            case SigningEvent.CapitalDecreased e -> next(e, entered).total = e.totalInvestment();
            case SigningEvent.AmountCorrected e -> {
                List<Version> versions = agreements.get(e.signingId()).versions;
                Version wrong = versions.get(Math.min(Math.max(0, e.version() - 1), versions.size() - 1));
                wrong.total = e.totalInvestment();
                wrong.foreign = e.foreignCapital();
            }
            case SigningEvent.AgreementCorrected e -> {
                Agreement agreement = agreements.get(e.signingId());
                agreement.newly = e.newlyIntroduced();
                agreement.industry = e.industry() == null ? agreement.industry : e.industry();
                int from = 0;
                for (int i = 0; i < agreement.versions.size(); i++) {
                    from = agreement.versions.get(i).signature ? i : from;
                }
                agreement.versions.get(from).on = e.signedOn();
                for (int i = from; i < agreement.versions.size(); i++) {
                    agreement.versions.get(i).onSite = e.signedOnSite();
                }
            }
            case SigningEvent.AgreementRescinded e -> end(e, entered);
            case SigningEvent.AgreementTerminated e -> end(e, entered);
            case SigningEvent.AgreementReinstated e -> agreements.get(e.signingId()).endedOn = null;
            case SigningEvent.SigningRecognised e ->
                recognised.put(e.signingId() + " " + e.body().code(), new Paid(on, entered, e.amount()));
            case SigningEvent.RecognitionWithdrawn e ->
                recognised.remove(e.signingId() + " " + e.body().code());
            case SigningEvent.CapitalArrived e -> arrived.put(e.entryId(), new Paid(on, entered, e.amount()));
            case SigningEvent.ArrivedCapitalCorrected e -> arrived.put(e.entryId(), new Paid(on, entered, e.amount()));
            case SigningEvent.ForeignCapitalUsed e -> used.put(e.entryId(), new Paid(on, entered, e.amount()));
            case SigningEvent.ForeignCapitalCorrected e -> used.put(e.entryId(), new Paid(on, entered, e.amount()));
            default -> {}
        }
    }

    private void take(LocalDate on, LeadProfile value) {
        profile.add(new Dated<>(on, value));
        if (value.intendedInvestment() != null) {
            estimate.add(new Dated<>(on, value.intendedInvestment()));
        }
    }

    private static Version signature(
            LocalDate on, LocalDate entered, AgreementKind kind, Money total, Money foreign, boolean onSite) {
        Version version = new Version();
        version.on = on;
        version.enteredOn = entered;
        version.kind = kind;
        version.total = total;
        version.foreign = foreign;
        version.onSite = onSite;
        version.signature = true;
        return version;
    }

    private Version next(SigningEvent event, LocalDate entered) {
        List<Version> versions = agreements.get(event.signingId()).versions;
        versions.add(versions.getLast().next(event.occurredOn(), entered));
        return versions.getLast();
    }

    private void end(SigningEvent event, LocalDate entered) {
        Agreement agreement = agreements.get(event.signingId());
        agreement.endedOn = event.occurredOn();
        agreement.endEnteredOn = entered;
    }

    String projectNo() {
        return projectNo;
    }

    /** @return by all that was taken */
    Answer answer(Question question) {
        LocalDate day = question.day();
        if (registered == null || registered.isAfter(day)) {
            return Answer.NOTHING;
        }
        LeadProfile now = last(profile, day);
        Agreement speaking = null;
        int rank = -1;
        for (Agreement each : agreements.values()) {
            Version version = inForce(each, day);
            if (version != null) {
                int its = (each.endedOn == null || each.endedOn.isAfter(day) ? 2 : 0)
                        + (version.kind == AgreementKind.FORMAL ? 1 : 0);
                speaking = its >= rank ? each : speaking;
                rank = Math.max(its, rank);
            }
        }
        Map<Dimension, String> classes = new EnumMap<>(Dimension.class);
        Coded industry = speaking != null && speaking.industry != null ? speaking.industry : others.industry(now, day);
        classes.put(Dimension.INDUSTRY, code(industry));
        classes.put(Dimension.PARK, code(last(park, day)));
        classes.put(Dimension.METHOD, code(now.method()));
        classes.put(Dimension.ORIGIN, code(now.region()));
        classes.put(Dimension.CHAIN, code(now.chain()));
        LocalDate credited =
                question.rules().creditFollowsOwner() || speaking == null ? day : speaking.versions.getFirst().on;
        classes.put(Dimension.LEADER, last(leader, credited));
        Version version = speaking == null ? null : inForce(speaking, day);
        boolean bySignature = version != null && question.rules().kinds().contains(version.kind);
        Money talked = last(estimate, day);
        bySignature = bySignature && (!inTalks(day) || isCounted(speaking, question));
        Money measured =
                bySignature ? version.total : talked == null || talked.currency() != Currency.CNY ? null : talked;
        BigDecimal size = measured == null ? null : measured.amount();
        ProjectKind kind = others.kind(now, day);
        putOthers(classes, question, credited, kind, size);
        for (Exclusion exclusion : question.rules().exclusions()) {
            if (excludes(exclusion, classes, kind, size)) {
                return new Answer(classes, Map.of());
            }
        }
        return new Answer(classes, figures(question));
    }

    private void putOthers(
            Map<Dimension, String> classes, Question question, LocalDate credited, ProjectKind kind, BigDecimal size) {
        String origin = classes.get(Dimension.ORIGIN);
        classes.put(Dimension.PROVINCE, origin == null ? null : origin.substring(0, 2));
        classes.put(Dimension.KIND, kind == null ? null : kind.name());
        classes.put(Dimension.OWNER, others.owner(credited));
        classes.put(Dimension.TEAM, others.team(credited));
        classes.put(
                Dimension.SIZE_BAND,
                size == null
                        ? null
                        : String.valueOf(question.rules().bands().stream()
                                .filter(bound -> size.compareTo(bound.movePointRight(8)) >= 0)
                                .count()));
        LocalDate day = question.day();
        boolean formal = agreements.values().stream().anyMatch(each -> standsFormally(each, day));
        classes.put(
                Dimension.FIVE_GAP,
                formal ? others.fiveGap(day, signing -> standsFormally(agreements.get(signing), day)) : null);
    }

    private static boolean standsFormally(Agreement agreement, LocalDate day) {
        Version version = agreement == null ? null : inForce(agreement, day);
        return version != null
                && version.kind == AgreementKind.FORMAL
                && (agreement.endedOn == null || agreement.endedOn.isAfter(day));
    }

    /** @return the figures of each month that something belongs to; together they are those of {@link #answer} */
    Map<YearMonth, Map<Measure, Figure>> months(Question question) {
        Set<YearMonth> months = new TreeSet<>();
        Consumer<LocalDate> of = day -> {
            if (day != null) {
                months.add(YearMonth.from(day));
            }
        };
        agreements.values().forEach(agreement -> {
            agreement.versions.forEach(version -> {
                of.accept(version.on);
                of.accept(version.enteredOn);
            });
            of.accept(agreement.endedOn);
            of.accept(agreement.endEnteredOn);
        });
        for (Map<?, Paid> paid : List.of(arrived, used, recognised)) {
            paid.values().forEach(each -> {
                of.accept(each.on());
                of.accept(each.enteredOn());
            });
        }
        of.accept(inTalksSince(question.day()));
        Map<YearMonth, Map<Measure, Figure>> figures = new TreeMap<>();
        for (YearMonth month : months) {
            LocalDate from = question.from() == null || question.from().isBefore(month.atDay(1))
                    ? month.atDay(1)
                    : question.from();
            LocalDate to = question.to() == null || question.to().isAfter(month.atEndOfMonth())
                    ? month.atEndOfMonth()
                    : question.to();
            if (!to.isBefore(from)) {
                figures.put(
                        month,
                        answer(new Question(question.day(), question.rules(), from, to))
                                .figures());
            }
        }
        return figures;
    }

    /** @return since when it has been talked about without a break, or {@code null} when it is not */
    private LocalDate inTalksSince(LocalDate day) {
        TreeSet<LocalDate> changes = new TreeSet<>();
        lead.forEach(each -> changes.add(each.on()));
        talks.forEach(each -> changes.add(each.on()));
        for (Agreement agreement : agreements.values()) {
            agreement.versions.forEach(version -> changes.add(version.on));
            if (agreement.endedOn != null) {
                changes.add(agreement.endedOn);
            }
        }
        LocalDate since = null;
        for (LocalDate change : changes.headSet(day, true).descendingSet()) {
            if (!inTalks(change)) {
                return since;
            }
            since = change;
        }
        return since;
    }

    private static boolean excludes(
            Exclusion exclusion, Map<Dimension, String> classes, ProjectKind kind, BigDecimal size) {
        Map<Dimension, List<Coded>> meant = Map.of(
                Dimension.INDUSTRY, exclusion.industries(),
                Dimension.METHOD, exclusion.methods(),
                Dimension.ORIGIN, exclusion.regions(),
                Dimension.PARK, exclusion.parks());
        boolean holds =
                exclusion.projectKinds().isEmpty() || exclusion.projectKinds().contains(kind);
        for (var each : meant.entrySet()) {
            String its = classes.get(each.getKey());
            holds &= each.getValue().isEmpty()
                    || each.getValue().stream().anyMatch(coded -> coded.code().equals(its));
        }
        Money below = exclusion.below();
        return holds && (below == null || size != null && size.compareTo(below.amount()) < 0);
    }

    /** What counts of an agreement, in order, and since when it counts no longer. */
    private static final class Counted {
        final List<Version> versions = new ArrayList<>();
        final List<LocalDate> booked = new ArrayList<>();
        LocalDate lowered;
    }

    private static Counted counted(Agreement agreement, Question question) {
        CountingRules rules = question.rules();
        LocalDate day = question.day();
        Counted counted = new Counted();
        LocalDate lowered = agreement.endedOn == null || rules.ending() == Ending.NOT_LOWERED
                ? null
                : counts(rules, agreement.endedOn, agreement.endEnteredOn);
        counted.lowered = lowered == null || lowered.isAfter(day) ? null : lowered;
        LocalDate signedOn = null;
        LocalDate signature = null;
        for (Version version : agreement.versions) {
            if (rules.kinds().contains(version.kind)) {
                LocalDate on = counts(rules, version.on, version.enteredOn);
                if (rules.lateAfterDays() != null && signedOn != null && on.isBefore(signedOn)) {
                    on = signedOn;
                }
                if (version.signature) {
                    signedOn = on;
                    signature = rules.upgrade() == Upgrade.AT_FIRST_SIGNATURE ? agreement.versions.getFirst().on : on;
                }
                if (!on.isAfter(day) && (version.signature || rules.amountChange() != AmountChange.NOT_COUNTED)) {
                    counted.versions.add(version);
                    boolean itsOwn = !version.signature && rules.amountChange() == AmountChange.DIFFERENCE_ON_ITS_DATE;
                    counted.booked.add(itsOwn || signature == null ? on : signature);
                }
            }
        }
        return counted;
    }

    private static boolean isCounted(Agreement agreement, Question question) {
        Counted counted = counted(agreement, question);
        return !counted.versions.isEmpty() && counted.lowered == null;
    }

    private boolean inTalks(LocalDate day) {
        return "ADOPTED".equals(last(lead, day))
                && "ACTIVE".equals(last(talks, day))
                && agreements.values().stream().noneMatch(each -> standsFormally(each, day));
    }

    private Map<Measure, Figure> figures(Question question) {
        Map<Measure, Figure> figures = new EnumMap<>(Measure.class);
        LocalDate day = question.day();
        CountingRules rules = question.rules();
        boolean signed = false;
        Map<Measure, List<Part>> everCounted = new EnumMap<>(Measure.class);
        List<Map.Entry<Object, Agreement>> bySigning = new ArrayList<>(agreements.entrySet());
        bySigning.sort(Map.Entry.comparingByValue(
                Comparator.comparing((Agreement agreement) -> agreement.versions.getFirst().on)));
        for (var each : bySigning) {
            Agreement agreement = each.getValue();
            Counted counted = counted(agreement, question);
            Map<Measure, List<Part>> parts = new EnumMap<>(Measure.class);
            if (!counted.versions.isEmpty()) {
                signed |= counted.lowered == null;
                List<Part> total = parts(counted, version -> version.total, false);
                parts.put(Measure.SIGNED, total);
                if (counted.versions.getFirst().onSite) {
                    parts.put(Measure.SIGNED_ON_SITE, total);
                }
                if (agreement.newly) {
                    parts.put(Measure.NEWLY_INTRODUCED, total);
                }
                parts.put(Measure.CONTRACTED_FOREIGN, parts(counted, version -> version.foreign, true));
            }
            Part first = null;
            for (var recognition : recognised.entrySet()) {
                if (recognition.getKey().startsWith(each.getKey() + " ")) {
                    Paid paid = recognition.getValue();
                    LocalDate on = counts(rules, paid.on(), paid.enteredOn());
                    if (!on.isAfter(day) && (first == null || on.isBefore(first.bookedOn()))) {
                        first = new Part(on, 1, paid.amount().amount());
                    }
                }
            }
            parts.put(Measure.RECOGNISED, first == null ? List.of() : List.of(first));
            parts.forEach((measure, its) -> {
                List<Part> known = everCounted.computeIfAbsent(measure, none -> new ArrayList<>());
                List<Part> now = known.isEmpty() ? its : changed(known, its, rules.amountChange());
                Currency currency = measure == Measure.CONTRACTED_FOREIGN ? Currency.USD : Currency.CNY;
                add(figures, question, measure, currency, now, counted.lowered);
                if (rules.ending() == Ending.NOT_LOWERED) {
                    known.addAll(now);
                }
            });
        }
        paid(figures, question, Measure.ARRIVED, Currency.CNY, arrived);
        paid(figures, question, Measure.ACTUAL_FOREIGN, Currency.USD, used);
        LocalDate since = inTalksSince(day);
        if (since != null && !signed && question.asksFor(since)) {
            Money talked = last(estimate, day);
            figures.put(
                    Measure.IN_TALKS,
                    talked == null ? new Figure(1, List.of()) : Figure.of(1, talked.amount(), talked.currency()));
        }
        figures.values().removeIf(Figure::isNothing);
        return figures;
    }

    /** Signed again where what was signed stays: counted already, so from then on only its amount may be another one. */
    private static List<Part> changed(List<Part> known, List<Part> its, AmountChange change) {
        List<Part> changed = new ArrayList<>();
        if (its.isEmpty() || change == AmountChange.NOT_COUNTED) {
            return changed;
        }
        LocalDate firstBooked = known.getFirst().bookedOn();
        BigDecimal before = known.stream().map(Part::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal after = BigDecimal.ZERO;
        for (Part part : its) {
            after = after.add(part.amount());
            LocalDate on = change == AmountChange.DIFFERENCE_AT_SIGNATURE ? firstBooked : part.bookedOn();
            changed.add(new Part(on, 0, after.subtract(before)));
            before = after;
        }
        return changed;
    }

    private interface Amount {
        Money of(Version version);
    }

    private static List<Part> parts(Counted counted, Amount amount, boolean fromFirstAboveZero) {
        List<Part> parts = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < counted.versions.size(); i++) {
            Money now = amount.of(counted.versions.get(i));
            if (parts.isEmpty() && (now == null || fromFirstAboveZero && now.isZero())) {
                continue;
            }
            BigDecimal value = now == null ? BigDecimal.ZERO : now.amount();
            parts.add(new Part(counted.booked.get(i), parts.isEmpty() ? 1 : 0, value.subtract(sum)));
            sum = value;
        }
        return parts;
    }

    private static void add(
            Map<Measure, Figure> figures,
            Question question,
            Measure measure,
            Currency currency,
            List<Part> parts,
            LocalDate lowered) {
        boolean itsOwnPeriod = question.rules().ending() == Ending.ON_ITS_DATE;
        for (Part part : parts) {
            if (question.asksFor(part.bookedOn())) {
                figures.merge(measure, Figure.of(part.count(), part.amount(), currency), Figure::plus);
            }
            if (lowered != null && question.asksFor(itsOwnPeriod ? lowered : part.bookedOn())) {
                figures.merge(measure, Figure.of(-part.count(), part.amount().negate(), currency), Figure::plus);
            }
        }
    }

    private static void paid(
            Map<Measure, Figure> figures, Question question, Measure measure, Currency currency, Map<?, Paid> entries) {
        Map<LocalDate, BigDecimal> byDay = new TreeMap<>();
        for (Paid entry : entries.values()) {
            LocalDate on = counts(question.rules(), entry.on(), entry.enteredOn());
            if (!on.isAfter(question.day())) {
                byDay.merge(on, entry.amount().amount(), BigDecimal::add);
            }
        }
        byDay.values().removeIf(amount -> amount.signum() == 0);
        long count = 1;
        for (var each : byDay.entrySet()) {
            if (question.asksFor(each.getKey())) {
                figures.merge(measure, Figure.of(count, each.getValue(), currency), Figure::plus);
            }
            count = 0;
        }
    }

    private static LocalDate counts(CountingRules rules, LocalDate on, LocalDate entered) {
        boolean late = rules.lateAfterDays() != null && entered.toEpochDay() - on.toEpochDay() > rules.lateAfterDays();
        return late ? entered : on;
    }

    private static Version inForce(Agreement agreement, LocalDate day) {
        Version inForce = null;
        for (Version version : agreement.versions) {
            inForce = version.on.isAfter(day) ? inForce : version;
        }
        return inForce;
    }

    private static String code(Coded coded) {
        return coded == null ? null : coded.code();
    }

    static <T> T last(List<Dated<T>> values, LocalDate day) {
        Dated<T> last = null;
        for (Dated<T> value : values) {
            if (!value.on().isAfter(day) && (last == null || !value.on().isBefore(last.on()))) {
                last = value;
            }
        }
        return last == null ? null : last.value();
    }
}
