package dev.wuwei.crm.signing;

import dev.wuwei.crm.shared.Attachment;
import dev.wuwei.crm.shared.Checks;
import dev.wuwei.crm.shared.CreditCode;
import dev.wuwei.crm.shared.Currency;
import dev.wuwei.crm.shared.MeetingChecks;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.shared.Violations;
import dev.wuwei.crm.signing.CompanyCommitment.Operator;
import dev.wuwei.crm.signing.DueRule.Anchor;
import dev.wuwei.crm.signing.GovernmentCommitment.Kind;
import dev.wuwei.crm.signing.Party.Side;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an agreement must say to be stored. Everything wrong is collected, each at its own field. */
final class AgreementChecks {
    private static final int MOST_ITEMS = 200;
    private static final int MOST_MONTHS = 600;
    private static final BigDecimal ABSURD_FIGURE = new BigDecimal("1000000000");

    private AgreementChecks() {}

    /** @return what was given without nulls and outer blanks; worthless when anything was found */
    static AgreementTerms terms(AgreementTerms given, AgreementKind kind, LocalDate signedOn, Violations found) {
        if (given == null) {
            found.at("terms", SharedRule.REQUIRED);
            return null;
        }
        amounts(given.totalInvestment(), given.fixedAssetInvestment(), given.foreignCapital(), kind, "terms.", found);
        if (given.land() != null) {
            found.check(() -> Checks.positive(given.land(), "terms.land"));
        }
        List<YearAmount> plan = items(given.annualPlan(), "terms.annualPlan", found);
        plan(plan, given.totalInvestment(), found);
        List<AgreedPhase> phases = phases(given, kind, signedOn, found);
        Set<String> names = phases.stream().map(AgreedPhase::name).collect(Collectors.toSet());
        return new AgreementTerms(
                given.totalInvestment(),
                given.fixedAssetInvestment(),
                given.foreignCapital(),
                given.land(),
                plan,
                phases,
                companyCommitments(given.companyCommitments(), names, found),
                governmentCommitments(given.governmentCommitments(), found));
    }

    static void amounts(
            Money total, Money fixedAssets, Money foreign, AgreementKind kind, String path, Violations found) {
        found.check(() -> Checks.positive(total, Currency.CNY, path + "totalInvestment"));
        String fixedField = path + "fixedAssetInvestment";
        if (fixedAssets != null) {
            found.check(() -> Checks.in(Checks.amount(fixedAssets, fixedField), Currency.CNY, fixedField));
        } else if (kind == AgreementKind.FORMAL) {
            found.at(fixedField, SharedRule.REQUIRED);
        }
        if (isCny(total) && isCny(fixedAssets) && fixedAssets.compareTo(total) > 0) {
            found.at(fixedField, SigningRule.FIXED_ASSETS_ABOVE_TOTAL);
        }
        if (foreign != null) {
            found.check(() -> Checks.positive(foreign, Currency.USD, path + "foreignCapital"));
        }
    }

    static List<Party> parties(List<Party> given, AgreementKind kind, AgreementTerms terms, Violations found) {
        List<Party> listed = items(given, "parties", found);
        List<Party> parties = new ArrayList<>();
        Set<Party> seen = new HashSet<>();
        boolean foreignCapital = terms != null && terms.foreignCapital() != null;
        for (int i = 0; i < listed.size(); i++) {
            Party party = listed.get(i);
            String path = "parties[" + i + "].";
            if (party == null) {
                continue;
            }
            found.check(() -> Checks.present(party.role(), path + "role"));
            String name = found.value(() -> Checks.required(party.name(), Checks.NAME, path + "name"));
            // A foreign investor has no credit code, a department need not show its own.
            boolean codeNeeded =
                    party.role() == Side.SIGNING_SUBJECT || (party.role() == Side.INVESTOR && !foreignCapital);
            String code = found.value(() -> codeNeeded
                    ? CreditCode.require(party.creditCode(), path + "creditCode")
                    : CreditCode.optional(party.creditCode(), path + "creditCode"));
            Party clean = new Party(party.role(), name, code);
            found.when(!seen.add(clean), SigningRule.PARTY_TWICE, name);
            parties.add(clean);
        }
        sidesNeeded(kind)
                .filter(side -> parties.stream().noneMatch(party -> party.role() == side))
                .forEach(side -> found.add(SigningRule.PARTY_MISSING, side));
        return List.copyOf(parties);
    }

    /** A letter of intent or framework may be signed before the company that will build is there. */
    private static Stream<Side> sidesNeeded(AgreementKind kind) {
        return kind == AgreementKind.FORMAL ? Stream.of(Side.INVESTOR, Side.SIGNING_SUBJECT) : Stream.of(Side.INVESTOR);
    }

    private static void plan(List<YearAmount> plan, Money total, Violations found) {
        Set<Integer> years = new HashSet<>();
        Money sum = Money.zero(Currency.CNY);
        for (int i = 0; i < plan.size(); i++) {
            YearAmount item = plan.get(i);
            String path = "terms.annualPlan[" + i + "].";
            if (item == null) {
                continue;
            }
            found.check(() -> plausibleYear(item.year(), path + "year"));
            found.check(() -> Checks.in(Checks.amount(item.amount(), path + "amount"), Currency.CNY, path + "amount"));
            if (!years.add(item.year())) {
                found.at(path + "year", SigningRule.PLAN_YEAR_TWICE, item.year());
            }
            sum = isCny(item.amount()) ? sum.plus(item.amount()) : sum;
        }
        if (isCny(total) && sum.compareTo(total) > 0) {
            found.add(SigningRule.PLAN_ABOVE_TOTAL, sum.amount(), total.amount());
        }
    }

    private static void plausibleYear(int year, String field) {
        if (year < Checks.EARLIEST.getYear()) {
            throw RuleViolated.at(field, SharedRule.TOO_EARLY, Checks.EARLIEST);
        }
        LocalDate latest = Checks.EARLIEST.plusYears(120);
        if (year > latest.getYear()) {
            throw RuleViolated.at(field, SharedRule.TOO_LATE, latest);
        }
    }

    private static List<AgreedPhase> phases(
            AgreementTerms given, AgreementKind kind, LocalDate signedOn, Violations found) {
        List<AgreedPhase> listed = items(given.phases(), "terms.phases", found);
        found.when(listed.isEmpty() && kind == AgreementKind.FORMAL, SigningRule.PHASE_MISSING);
        List<AgreedPhase> phases = new ArrayList<>();
        Set<String> names = new HashSet<>();
        Money sum = Money.zero(Currency.CNY);
        for (int i = 0; i < listed.size(); i++) {
            AgreedPhase phase = listed.get(i);
            String path = "terms.phases[" + i + "].";
            if (phase == null) {
                continue;
            }
            String name = found.value(() -> Checks.required(phase.name(), Checks.NAME, path + "name"));
            if (name != null && !names.add(name)) {
                found.at(path + "name", SigningRule.PHASE_TWICE, name);
            }
            if (phase.investment() != null) {
                found.check(() -> Checks.in(
                        Checks.amount(phase.investment(), path + "investment"), Currency.CNY, path + "investment"));
                sum = isCny(phase.investment()) ? sum.plus(phase.investment()) : sum;
            }
            if (phase.land() != null) {
                found.check(() -> Checks.positive(phase.land(), path + "land"));
            }
            dates(phase, signedOn, path, found);
            phases.add(new AgreedPhase(
                    name,
                    phase.investment(),
                    phase.land(),
                    phase.startBy(),
                    phase.completeBy(),
                    phase.produceBy(),
                    phase.scaleUpBy(),
                    phase.fullCapacityBy()));
        }
        if (isCny(given.totalInvestment()) && sum.compareTo(given.totalInvestment()) > 0) {
            found.add(
                    SigningRule.PHASES_ABOVE_TOTAL,
                    sum.amount(),
                    given.totalInvestment().amount());
        }
        return List.copyOf(phases);
    }

    private record Agreed(String field, LocalDate date) {}

    private static void dates(AgreedPhase phase, LocalDate signedOn, String path, Violations found) {
        List<Agreed> agreed = Stream.of(
                        new Agreed(path + "startBy", phase.startBy()),
                        new Agreed(path + "completeBy", phase.completeBy()),
                        new Agreed(path + "produceBy", phase.produceBy()),
                        new Agreed(path + "scaleUpBy", phase.scaleUpBy()),
                        new Agreed(path + "fullCapacityBy", phase.fullCapacityBy()))
                .filter(date -> date.date() != null)
                .toList();
        Agreed before = null;
        for (Agreed date : agreed) {
            found.check(() -> Checks.plausible(date.date(), date.field()));
            if (signedOn != null && date.date().isBefore(signedOn)) {
                found.at(date.field(), SigningRule.PHASE_BEFORE_SIGNING, signedOn);
            } else if (before != null && date.date().isBefore(before.date())) {
                found.at(date.field(), SigningRule.PHASE_DATES_OUT_OF_ORDER, before.date());
            }
            before = date;
        }
    }

    private static List<CompanyCommitment> companyCommitments(
            List<CompanyCommitment> given, Set<String> phases, Violations found) {
        String list = "terms.companyCommitments";
        List<CompanyCommitment> listed = items(given, list, found);
        List<CompanyCommitment> commitments = new ArrayList<>();
        Set<String> clauses = new HashSet<>();
        for (int i = 0; i < listed.size(); i++) {
            CompanyCommitment item = listed.get(i);
            String path = list + "[" + i + "].";
            if (item == null) {
                continue;
            }
            String clause = clause(item.clause(), clauses, path, found);
            String phase = found.value(() -> Checks.optional(item.phase(), Checks.NAME, path + "phase"));
            if (phase != null && !phases.contains(phase)) {
                found.at(path + "phase", SigningRule.UNKNOWN_PHASE, phase);
            }
            found.check(() -> Checks.present(item.metric(), path + "metric"));
            found.check(() -> Checks.present(item.operator(), path + "operator"));
            if (item.metric() != null && item.operator() != null && !fits(item.metric(), item.operator())) {
                found.at(path + "operator", SigningRule.OPERATOR_UNFIT, item.metric());
            }
            String value = found.value(() -> value(item, path + "value"));
            String unit = found.value(() -> Checks.optional(item.unit(), Checks.NAME, path + "unit"));
            due(item.due(), item.metric() != Metric.OTHER, path + "due", found);
            if (item.due() != null
                    && item.metric() != null
                    && waitsFor(item.metric(), item.due().anchor())) {
                found.at(path + "due", SigningRule.DUE_RULE_IN_A_CIRCLE);
            }
            String evidence = found.value(() -> Checks.optional(item.evidence(), Checks.LINE, path + "evidence"));
            String consequence =
                    found.value(() -> Checks.optional(item.consequence(), Checks.TEXT, path + "consequence"));
            commitments.add(new CompanyCommitment(
                    clause, phase, item.metric(), item.operator(), value, unit, item.due(), evidence, consequence));
        }
        return List.copyOf(commitments);
    }

    /** Whether the anchor comes about with or after what is promised, so that it never fell due. */
    private static boolean waitsFor(Metric metric, Anchor anchor) {
        return switch (metric) {
            case START_DATE ->
                anchor == Anchor.CONSTRUCTION_START || anchor == Anchor.COMPLETION || anchor == Anchor.PRODUCTION_START;
            case COMPLETION_DATE -> anchor == Anchor.COMPLETION || anchor == Anchor.PRODUCTION_START;
            case PRODUCTION_DATE -> anchor == Anchor.PRODUCTION_START;
            default -> false;
        };
    }

    private static boolean fits(Metric metric, Operator operator) {
        return metric == Metric.OTHER
                || operator == Operator.EQUAL
                || metric.isDate() == (operator == Operator.NOT_LATER_THAN);
    }

    /** A date that runs from an event has no value of its own until that has happened. */
    private static String value(CompanyCommitment item, String field) {
        if (item.metric() != null
                && item.metric().isDate()
                && item.due() != null
                && item.due().anchor() != null
                && item.due().anchor() != Anchor.DATE
                && Checks.optional(item.value(), Checks.LINE, field) == null) {
            return null;
        }
        String text = Checks.required(item.value(), Checks.LINE, field);
        if (item.metric() == null || item.metric() == Metric.OTHER) {
            return text;
        }
        try {
            return item.metric().isDate()
                    ? Checks.plausible(LocalDate.parse(text), field).toString()
                    : figure(text, field).toPlainString();
        } catch (DateTimeException | NumberFormatException e) {
            throw RuleViolated.at(field, SigningRule.COMMITMENT_VALUE, item.metric());
        }
    }

    static BigDecimal figure(String text, String field) {
        BigDecimal figure = new BigDecimal(text);
        if (figure.signum() < 0) {
            throw RuleViolated.at(field, SharedRule.NEGATIVE_AMOUNT);
        }
        if (figure.compareTo(ABSURD_FIGURE) > 0) {
            throw RuleViolated.at(field, SharedRule.ABSURD_AMOUNT, ABSURD_FIGURE);
        }
        if (figure.scale() > 6) {
            throw RuleViolated.at(field, SharedRule.TOO_PRECISE);
        }
        return figure;
    }

    private static List<GovernmentCommitment> governmentCommitments(
            List<GovernmentCommitment> given, Violations found) {
        String list = "terms.governmentCommitments";
        List<GovernmentCommitment> listed = items(given, list, found);
        List<GovernmentCommitment> commitments = new ArrayList<>();
        Set<String> clauses = new HashSet<>();
        for (int i = 0; i < listed.size(); i++) {
            GovernmentCommitment item = listed.get(i);
            String path = list + "[" + i + "].";
            if (item == null) {
                continue;
            }
            String clause = clause(item.clause(), clauses, path, found);
            found.check(() -> Checks.present(item.kind(), path + "kind"));
            String promise = found.value(() -> Checks.required(item.promise(), Checks.TEXT, path + "promise"));
            if (item.amount() != null && item.kind() != null && item.kind() != Kind.INCENTIVE) {
                found.at(path + "amount", SigningRule.AMOUNT_ONLY_FOR_INCENTIVES);
            } else if (item.amount() != null) {
                found.check(() -> Checks.positive(item.amount(), Currency.CNY, path + "amount"));
            }
            String condition = found.value(() -> Checks.optional(item.condition(), Checks.TEXT, path + "condition"));
            // What waits for a condition falls due when the company has met it.
            due(item.due(), condition == null, path + "due", found);
            if (item.kind() == Kind.LAND_HANDOVER
                    && item.due() != null
                    && item.due().anchor() == Anchor.LAND_HANDOVER) {
                found.at(path + "due", SigningRule.DUE_RULE_IN_A_CIRCLE);
            }
            String responsible =
                    found.value(() -> Checks.required(item.responsible(), Checks.NAME, path + "responsible"));
            commitments.add(new GovernmentCommitment(
                    clause, item.kind(), promise, item.amount(), condition, item.due(), responsible));
        }
        return List.copyOf(commitments);
    }

    private static String clause(String given, Set<String> clauses, String path, Violations found) {
        String clause = found.value(() -> Checks.required(given, Checks.NAME, path + "clause"));
        if (clause != null && !clauses.add(clause)) {
            found.at(path + "clause", SigningRule.CLAUSE_TWICE, clause);
        }
        return clause;
    }

    private static void due(DueRule due, boolean needed, String path, Violations found) {
        if (due == null) {
            if (needed) {
                found.at(path, SharedRule.REQUIRED);
            }
            return;
        }
        boolean onDate = due.anchor() == Anchor.DATE;
        boolean complete = due.anchor() != null && (due.on() != null) == onDate && (due.months() == null) == onDate;
        if (!complete) {
            found.at(path, SigningRule.DUE_RULE_INCOMPLETE);
        } else if (onDate) {
            found.check(() -> Checks.plausible(due.on(), path + ".on"));
        } else if (due.months() < 0) {
            found.at(path + ".months", SharedRule.NEGATIVE_AMOUNT);
        } else if (due.months() > MOST_MONTHS) {
            found.at(path + ".months", SharedRule.ABSURD_AMOUNT, MOST_MONTHS);
        }
    }

    static List<Attachment> attachments(List<Attachment> given) {
        return MeetingChecks.attachments(given, "attachments");
    }

    /** @return the items that are there; a missing list is an empty one, a missing item is named */
    private static <T> List<T> items(List<T> given, String field, Violations found) {
        if (given == null) {
            return List.of();
        }
        if (given.size() > MOST_ITEMS) {
            found.at(field, SharedRule.TOO_MANY, MOST_ITEMS);
            return List.of();
        }
        for (int i = 0; i < given.size(); i++) {
            if (given.get(i) == null) {
                found.at(field + "[" + i + "]", SharedRule.REQUIRED);
            }
        }
        return given.stream().anyMatch(Objects::isNull) ? new ArrayList<>(given) : List.copyOf(given);
    }

    private static boolean isCny(Money money) {
        return money != null && money.currency() == Currency.CNY;
    }
}
