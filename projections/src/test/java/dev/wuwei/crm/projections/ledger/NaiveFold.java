package dev.wuwei.crm.projections.ledger;

import dev.wuwei.crm.lead.LeadEvent;
import dev.wuwei.crm.negotiation.NegotiationEvent;
import dev.wuwei.crm.projections.testing.History;
import dev.wuwei.crm.shared.Currency;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.signing.AgreementKind;
import dev.wuwei.crm.signing.SigningEvent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The figures by the shortest way one can think of: take the raw events that were recorded by then, and count what stood on the
 * day. No timeline, no journal, nothing shared with the ledger.
 */
final class NaiveFold {
    private static final class Agreement {
        final List<Object[]> versions = new ArrayList<>();
        LocalDate endedOn;
        boolean newly;
    }

    private record Dated(LocalDate on, String value) {}

    private NaiveFold() {}

    static Map<Measure, Figure> at(List<History.Entry> entries, LocalDate day, Instant knownAt) {
        Map<ProjectId, List<Object>> byProject = new LinkedHashMap<>();
        for (History.Entry entry : entries) {
            ProjectId project = Facts.projectOf(entry.event());
            if (project != null && !entry.meta().recordedAt().isAfter(knownAt)) {
                byProject.computeIfAbsent(project, key -> new ArrayList<>()).add(entry.event());
            }
        }
        Map<Measure, Figure> figures = new HashMap<>();
        byProject
                .values()
                .forEach(events ->
                        of(events, day).forEach((measure, figure) -> figures.merge(measure, figure, Figure::plus)));
        return figures;
    }

    private static Map<Measure, Figure> of(List<Object> events, LocalDate day) {
        Map<Measure, Figure> figures = new HashMap<>();
        LocalDate registered = null;
        Map<Object, Agreement> agreements = new LinkedHashMap<>();
        Map<Object, Object[]> arrived = new HashMap<>();
        Map<Object, Object[]> used = new HashMap<>();
        List<Dated> lead = new ArrayList<>();
        List<Dated> talks = new ArrayList<>();
        for (Object event : events) {
            switch (event) {
                case LeadEvent.LeadRegistered e -> {
                    registered = e.occurredOn();
                    lead.add(new Dated(e.occurredOn(), "REGISTERED"));
                }
                case LeadEvent.LeadMerged e -> lead.add(new Dated(e.occurredOn(), "MERGED"));
                case LeadEvent.LeadUnmerged e -> lead.add(new Dated(e.occurredOn(), "REGISTERED"));
                case LeadEvent.LeadAdopted e -> lead.add(new Dated(e.occurredOn(), "ADOPTED"));
                case NegotiationEvent.NegotiationOpened e -> talks.add(new Dated(e.occurredOn(), "ACTIVE"));
                case NegotiationEvent.NegotiationShelved e -> talks.add(new Dated(e.occurredOn(), "SHELVED"));
                case NegotiationEvent.NegotiationResumed e -> talks.add(new Dated(e.occurredOn(), "ACTIVE"));
                case NegotiationEvent.NegotiationTerminated e -> talks.add(new Dated(e.occurredOn(), "TERMINATED"));
                case NegotiationEvent.NegotiationReopened e -> talks.add(new Dated(e.occurredOn(), "ACTIVE"));
                case NegotiationEvent.NegotiationSigned e -> talks.add(new Dated(e.occurredOn(), "SIGNED"));
                case NegotiationEvent.AgreementEnded e -> {
                    if ("SIGNED".equals(last(talks, e.occurredOn()))) {
                        talks.add(new Dated(e.occurredOn(), "ENDED"));
                    }
                }
                case NegotiationEvent.AgreementRestored e -> talks.remove(new Dated(e.occurredOn(), "ENDED"));
                case SigningEvent.AgreementSigned e -> {
                    Agreement agreement = new Agreement();
                    agreement.newly = e.newlyIntroduced();
                    agreement.versions.add(new Object[] {
                        e.occurredOn(),
                        e.kind(),
                        e.terms().totalInvestment(),
                        e.terms().foreignCapital(),
                        e.signedOnSite()
                    });
                    agreements.put(e.signingId(), agreement);
                }
                case SigningEvent.AgreementUpgraded e ->
                    agreements.get(e.signingId()).versions.add(new Object[] {
                        e.occurredOn(),
                        e.kind(),
                        e.terms().totalInvestment(),
                        e.terms().foreignCapital(),
                        e.signedOnSite()
                    });
                case SigningEvent.AgreementAmended e -> {
                    Object[] next =
                            agreements.get(e.signingId()).versions.getLast().clone();
                    next[0] = e.occurredOn();
                    next[2] = e.terms().totalInvestment();
                    next[3] = e.terms().foreignCapital();
                    agreements.get(e.signingId()).versions.add(next);
                }
                case SigningEvent.CapitalIncreased e ->
                    next(agreements.get(e.signingId()), e.occurredOn(), e.totalInvestment());
                case SigningEvent.CapitalDecreased e ->
                    next(agreements.get(e.signingId()), e.occurredOn(), e.totalInvestment());
                case SigningEvent.AmountCorrected e -> {
                    Object[] wrong = agreements.get(e.signingId()).versions.get(e.version() - 1);
                    wrong[2] = e.totalInvestment();
                    wrong[3] = e.foreignCapital();
                }
                case SigningEvent.AgreementCorrected e -> {
                    Agreement agreement = agreements.get(e.signingId());
                    agreement.newly = e.newlyIntroduced();
                    agreement.versions.getFirst()[0] = e.signedOn();
                    agreement.versions.getFirst()[4] = e.signedOnSite();
                }
                case SigningEvent.AgreementRescinded e -> agreements.get(e.signingId()).endedOn = e.occurredOn();
                case SigningEvent.AgreementTerminated e -> agreements.get(e.signingId()).endedOn = e.occurredOn();
                case SigningEvent.AgreementReinstated e -> agreements.get(e.signingId()).endedOn = null;
                case SigningEvent.CapitalArrived e ->
                    arrived.put(e.entryId(), new Object[] {e.occurredOn(), e.amount()});
                case SigningEvent.ArrivedCapitalCorrected e ->
                    arrived.put(e.entryId(), new Object[] {e.occurredOn(), e.amount()});
                case SigningEvent.ForeignCapitalUsed e ->
                    used.put(e.entryId(), new Object[] {e.occurredOn(), e.amount()});
                default -> {}
            }
        }
        if (registered == null || registered.isAfter(day)) {
            return figures;
        }
        boolean formalNow = false;
        for (Agreement agreement : agreements.values()) {
            Object[] now = null;
            Object[] signature = null;
            boolean foreign = false;
            for (Object[] version : agreement.versions) {
                if (!((LocalDate) version[0]).isAfter(day) && version[1] == AgreementKind.FORMAL) {
                    signature = signature == null ? version : signature;
                    foreign |= version[3] != null;
                    now = version;
                }
            }
            boolean ended = agreement.endedOn != null && !agreement.endedOn.isAfter(day);
            if (now == null || ended) {
                continue;
            }
            formalNow = true;
            Figure figure = new Figure(1, List.of((Money) now[2]));
            figures.merge(Measure.SIGNED, figure, Figure::plus);
            if ((boolean) signature[4]) {
                figures.merge(Measure.SIGNED_ON_SITE, figure, Figure::plus);
            }
            if (agreement.newly) {
                figures.merge(Measure.NEWLY_INTRODUCED, figure, Figure::plus);
            }
            if (foreign) {
                figures.merge(
                        Measure.CONTRACTED_FOREIGN,
                        new Figure(1, now[3] == null ? List.of() : List.of((Money) now[3])),
                        Figure::plus);
            }
        }
        entries(arrived, Currency.CNY, day, Measure.ARRIVED, figures);
        entries(used, Currency.USD, day, Measure.ACTUAL_FOREIGN, figures);
        if ("ADOPTED".equals(last(lead, day)) && "ACTIVE".equals(last(talks, day)) && !formalNow) {
            figures.put(Measure.IN_TALKS, new Figure(1, List.of()));
        }
        return figures;
    }

    private static void next(Agreement agreement, LocalDate on, Money total) {
        Object[] next = agreement.versions.getLast().clone();
        next[0] = on;
        next[2] = total;
        agreement.versions.add(next);
    }

    private static void entries(
            Map<Object, Object[]> entries,
            Currency currency,
            LocalDate day,
            Measure measure,
            Map<Measure, Figure> into) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Object[] entry : entries.values()) {
            if (!((LocalDate) entry[0]).isAfter(day)) {
                sum = sum.add(((Money) entry[1]).amount());
            }
        }
        if (sum.signum() != 0) {
            into.put(measure, Figure.of(1, sum, currency));
        }
    }

    private static String last(List<Dated> values, LocalDate day) {
        Dated last = null;
        for (Dated value : values) {
            if (!value.on().isAfter(day) && (last == null || !value.on().isBefore(last.on()))) {
                last = value;
            }
        }
        return last == null ? null : last.value();
    }

    static final Set<Measure> MEASURES = Set.of(
            Measure.SIGNED,
            Measure.SIGNED_ON_SITE,
            Measure.NEWLY_INTRODUCED,
            Measure.CONTRACTED_FOREIGN,
            Measure.ARRIVED,
            Measure.ACTUAL_FOREIGN,
            Measure.IN_TALKS);
}
