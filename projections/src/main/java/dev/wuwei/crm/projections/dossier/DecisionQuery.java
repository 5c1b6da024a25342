package dev.wuwei.crm.projections.dossier;

import dev.wuwei.crm.followup.ElementKind;
import dev.wuwei.crm.followup.Milestone;
import dev.wuwei.crm.negotiation.Terms;
import dev.wuwei.crm.projections.commitment.CommitmentQuery;
import dev.wuwei.crm.projections.commitment.LandFigure;
import dev.wuwei.crm.projections.dossier.DecisionReplay.Item;
import dev.wuwei.crm.projections.dossier.DecisionReplay.Line;
import dev.wuwei.crm.projections.dossier.DossierView.Agreement;
import dev.wuwei.crm.projections.dossier.DossierView.AgreementVersion;
import dev.wuwei.crm.projections.dossier.DossierView.Element;
import dev.wuwei.crm.projections.dossier.DossierView.FairCompetition;
import dev.wuwei.crm.projections.dossier.DossierView.MilestoneLine;
import dev.wuwei.crm.projections.dossier.DossierView.Review;
import dev.wuwei.crm.projections.dossier.DossierView.TermsVersion;
import dev.wuwei.crm.projections.ledger.PolicyQuery;
import dev.wuwei.crm.projections.ledger.PolicyQuery.PolicyVersion;
import dev.wuwei.crm.projections.support.AsOf;
import dev.wuwei.crm.projections.support.Viewer;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.signing.AgreedPhase;
import dev.wuwei.crm.signing.AgreementTerms;
import dev.wuwei.crm.signing.CompanyCommitment;
import dev.wuwei.crm.signing.Metric;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** 决策还原: opens a decision with the pack that it was decided on, beside what has happened since. */
@Component
public class DecisionQuery {
    private final DossierQuery dossiers;
    private final CommitmentQuery commitments;
    private final PolicyQuery policies;

    public DecisionQuery(DossierQuery dossiers, CommitmentQuery commitments, PolicyQuery policies) {
        this.dossiers = dossiers;
        this.commitments = commitments;
        this.policies = policies;
    }

    /** @return how a decision of an admission review is named in addresses */
    public static String idOf(Review review) {
        return review.reviewId().toString();
    }

    /** @return how the decision on a version of an agreement is named in addresses */
    public static String idOf(AgreementVersion version) {
        return version.signingId() + "-v" + version.version();
    }

    /**
     * @param no business number of the project
     * @param decision as {@link #idOf} names it
     * @param asOf the point up to which what has happened since is told
     * @return empty when there is no such decision at that point, or it is not the viewer's to see
     */
    public Optional<DecisionReplay> replay(String no, String decision, AsOf asOf, Viewer viewer, LocalDate today) {
        return dossiers.find(no, asOf, viewer, today)
                .flatMap(now -> entered(now, decision)
                        .flatMap(decided -> pack(now, decision, decided, viewer, today))
                        .flatMap(pack -> pack.replay(decision)));
    }

    private static Optional<Entered> entered(DossierView dossier, String decision) {
        return review(dossier, decision)
                .map(review -> review.decision().entered())
                .or(() -> version(dossier, decision).map(AgreementVersion::entered));
    }

    private static Optional<Review> review(DossierView dossier, String decision) {
        return dossier.reviews().stream()
                .filter(review -> review.decision() != null && idOf(review).equals(decision))
                .findFirst();
    }

    private static Optional<AgreementVersion> version(DossierView dossier, String decision) {
        return dossier.agreements().stream()
                .flatMap(agreement -> agreement.versions().stream())
                .filter(version -> idOf(version).equals(decision))
                .findFirst();
    }

    /** A day that was corrected since is not the day that was believed when the decision was entered. */
    private Optional<Pack> pack(DossierView now, String decision, Entered decided, Viewer viewer, LocalDate today) {
        ProjectId project = now.head().projectId();
        return dossiers.find(project, new AsOf(null, decided.at()), viewer, today)
                .flatMap(known -> review(known, decision)
                        .map(review -> review.decision().decidedOn())
                        .or(() -> version(known, decision).map(AgreementVersion::on)))
                .flatMap(on -> {
                    AsOf then = new AsOf(on, decided.at());
                    return dossiers.find(project, then, viewer, today)
                            .map(dossier -> new Pack(
                                    on,
                                    decided,
                                    then,
                                    dossier,
                                    now,
                                    commitments.land(project, now.asOf(), viewer, today),
                                    policies.versionInForce(then)));
                });
    }

    private record Pack(
            LocalDate on,
            Entered decided,
            AsOf asOf,
            DossierView then,
            DossierView now,
            List<LandFigure> land,
            PolicyVersion policy) {

        Optional<DecisionReplay> replay(String id) {
            return review(then, id)
                    .map(this::admission)
                    .or(() -> version(then, id).map(this::agreement));
        }

        private DecisionReplay admission(Review review) {
            TermsVersion terms = terms(review.decision().termsVersion());
            return replay(review, null, null, terms, decided(terms));
        }

        /** The approval that a formal agreement rests on is the last one before it. */
        private DecisionReplay agreement(AgreementVersion version) {
            Agreement agreement = then.agreements().stream()
                    .filter(each -> each.signingId().equals(version.signingId()))
                    .findFirst()
                    .orElseThrow();
            Review approval = then.reviews().stream()
                    .filter(review -> review.decision() != null
                            && review.decision().outcome().isApproval())
                    .reduce((earlier, later) -> later)
                    .orElse(null);
            TermsVersion terms =
                    approval == null ? null : terms(approval.decision().termsVersion());
            return replay(approval, agreement, version, terms, decided(version.terms()));
        }

        private TermsVersion terms(int version) {
            return then.terms().stream()
                    .filter(each -> each.version() == version)
                    .findFirst()
                    .orElse(null);
        }

        private DecisionReplay replay(
                Review review,
                Agreement agreement,
                AgreementVersion version,
                TermsVersion terms,
                Map<Item, Object> decidedOn) {
            List<FairCompetition> fair = then.fairCompetition().stream()
                    .filter(each -> terms != null && each.termsVersion() == terms.version())
                    .toList();
            return new DecisionReplay(
                    on,
                    decided,
                    asOf,
                    then,
                    now,
                    review,
                    then.reviews().indexOf(review) + 1,
                    agreement,
                    version,
                    terms,
                    fair,
                    policy,
                    since(decidedOn));
        }

        private List<Line> since(Map<Item, Object> decidedOn) {
            Map<Item, Object> agreed = now.agreement()
                    .map(agreement -> decided(agreement.inForce().terms()))
                    .orElse(Map.of());
            Map<Item, Object> actual = actual();
            return Arrays.stream(Item.values())
                    .map(item -> new Line(item, decidedOn.get(item), agreed.get(item), actual.get(item)))
                    .filter(line -> !line.saysNothing())
                    .toList();
        }

        private static Map<Item, Object> decided(TermsVersion version) {
            Map<Item, Object> values = new EnumMap<>(Item.class);
            if (version != null) {
                Terms terms = version.terms();
                values.put(Item.TOTAL_INVESTMENT, terms.totalInvestment());
                values.put(Item.FIXED_ASSETS, terms.fixedAssetInvestment());
                values.put(Item.LAND, terms.land());
                values.put(Item.INVESTMENT_INTENSITY, terms.intensity());
                values.put(Item.OUTPUT_PER_MU, terms.outputPerMu());
                values.put(Item.TAX_PER_MU, terms.taxPerMu());
                values.put(Item.JOBS, terms.jobs());
                values.put(Item.CONSTRUCTION_START, terms.startOn());
                values.put(Item.COMPLETION, terms.completeOn());
                values.put(Item.PRODUCTION_START, terms.produceOn());
                values.put(Item.SCALE_UP, terms.scaleUpOn());
                values.put(Item.FULL_CAPACITY, terms.fullCapacityOn());
            }
            return values;
        }

        /** Dates are those of the first phase. */
        private static Map<Item, Object> decided(AgreementTerms terms) {
            Map<Item, Object> values = new EnumMap<>(Item.class);
            values.put(Item.TOTAL_INVESTMENT, terms.totalInvestment());
            values.put(Item.FIXED_ASSETS, terms.fixedAssetInvestment());
            values.put(Item.LAND, terms.land());
            values.put(Item.INVESTMENT_INTENSITY, promised(terms, Metric.INVESTMENT_INTENSITY));
            values.put(Item.OUTPUT_PER_MU, promised(terms, Metric.OUTPUT_PER_MU));
            values.put(Item.TAX_PER_MU, promised(terms, Metric.TAX_PER_MU));
            BigDecimal jobs = promised(terms, Metric.JOBS);
            values.put(Item.JOBS, jobs == null ? null : jobs.intValue());
            Function<Function<AgreedPhase, LocalDate>, LocalDate> first =
                    date -> terms.phases() == null || terms.phases().isEmpty()
                            ? null
                            : date.apply(terms.phases().getFirst());
            values.put(Item.CONSTRUCTION_START, first.apply(AgreedPhase::startBy));
            values.put(Item.COMPLETION, first.apply(AgreedPhase::completeBy));
            values.put(Item.PRODUCTION_START, first.apply(AgreedPhase::produceBy));
            values.put(Item.SCALE_UP, first.apply(AgreedPhase::scaleUpBy));
            values.put(Item.FULL_CAPACITY, first.apply(AgreedPhase::fullCapacityBy));
            return values;
        }

        private static BigDecimal promised(AgreementTerms terms, Metric metric) {
            return terms.companyCommitments() == null
                    ? null
                    : terms.companyCommitments().stream()
                            .filter(commitment -> commitment.metric() == metric)
                            .map(CompanyCommitment::value)
                            .filter(Objects::nonNull)
                            .map(BigDecimal::new)
                            .findFirst()
                            .orElse(null);
        }

        /** The enterprise's own figures come the latest first. */
        private Map<Item, Object> actual() {
            Map<Item, Object> values = new EnumMap<>(Item.class);
            values.put(Item.TOTAL_INVESTMENT, now.head().invested());
            // What the monthly returns add up to is what the promise of fixed assets is held against.
            values.put(Item.FIXED_ASSETS, now.head().invested());
            values.put(
                    Item.LAND,
                    now.elements().stream()
                            .filter(element -> element.element() == ElementKind.LAND)
                            .map(Element::land)
                            .filter(Objects::nonNull)
                            .findFirst()
                            .orElse(null));
            values.put(Item.INVESTMENT_INTENSITY, reached(Metric.INVESTMENT_INTENSITY));
            values.put(Item.OUTPUT_PER_MU, reached(Metric.OUTPUT_PER_MU));
            values.put(Item.TAX_PER_MU, reached(Metric.TAX_PER_MU));
            values.put(
                    Item.JOBS,
                    now.actuals().stream()
                            .map(actual -> actual.figures().jobs())
                            .filter(Objects::nonNull)
                            .findFirst()
                            .orElse(null));
            values.put(Item.CONSTRUCTION_START, reached(Milestone.CONSTRUCTION_START));
            values.put(Item.COMPLETION, reached(Milestone.COMPLETION));
            values.put(Item.PRODUCTION_START, reached(Milestone.PRODUCTION_START));
            values.put(Item.SCALE_UP, reached(Milestone.SCALE_UP));
            values.put(Item.FULL_CAPACITY, reached(Milestone.FULL_CAPACITY));
            return values;
        }

        private BigDecimal reached(Metric metric) {
            return land.stream()
                    .filter(figure -> figure.metric() == metric)
                    .map(LandFigure::value)
                    .findFirst()
                    .orElse(null);
        }

        /** Of the first phase. */
        private LocalDate reached(Milestone milestone) {
            return now.phases().stream()
                    .limit(1)
                    .flatMap(phase -> phase.milestones().stream())
                    .filter(line -> line.milestone() == milestone)
                    .map(MilestoneLine::stand)
                    .filter(stand -> !stand.isSkipped())
                    .map(stand -> stand.on())
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        }
    }
}
