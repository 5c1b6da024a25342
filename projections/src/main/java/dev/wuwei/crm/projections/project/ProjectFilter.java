package dev.wuwei.crm.projections.project;

import dev.wuwei.crm.followup.PhaseState;
import dev.wuwei.crm.investor.InvestorId;
import dev.wuwei.crm.lead.LeadState;
import dev.wuwei.crm.negotiation.NegotiationStage;
import dev.wuwei.crm.negotiation.NegotiationStatus;
import dev.wuwei.crm.shared.ProjectKind;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.signing.AgreementKind;
import dev.wuwei.crm.signing.AgreementState;
import dev.wuwei.crm.staff.TeamId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;

/**
 * Which projects of a list are asked for. Everything left {@code null}, empty or {@code false} restricts nothing; sets match
 * any of their values. Built by {@link #all()} and the setters, which all return the filter.
 */
public final class ProjectFilter {
    String text;
    Set<String> parks = Set.of();
    Set<String> industries = Set.of();
    Set<String> chains = Set.of();
    Set<String> regions = Set.of();
    Set<String> methods = Set.of();
    Set<String> sources = Set.of();
    Set<ProjectKind> kinds = Set.of();
    Set<LeadState> leadStates = Set.of();
    Set<NegotiationStage> negotiationStages = Set.of();
    Set<NegotiationStatus> negotiationStatuses = Set.of();
    Set<AgreementKind> agreementKinds = Set.of();
    Set<AgreementState> agreementStates = Set.of();
    Set<PhaseState> fiveGaps = Set.of();
    Set<StaffId> owners = Set.of();
    Set<StaffId> leaders = Set.of();
    Set<StaffId> people = Set.of();
    TeamId team;
    InvestorId investor;
    BigDecimal amountFrom;
    BigDecimal amountBelow;
    LocalDate registeredFrom;
    LocalDate registeredTo;
    LocalDate signedFrom;
    LocalDate signedTo;
    LocalDate nextFrom;
    LocalDate nextTo;
    LocalDate noProgressSince;
    LocalDate overdueOn;
    Boolean signedOnSite;
    Boolean newlyIntroduced;
    boolean onlyOpen;
    boolean onlyInReview;
    boolean onlyArbitration;

    private ProjectFilter() {}

    public static ProjectFilter all() {
        return new ProjectFilter();
    }

    /** Those that somebody still has to move. */
    public static ProjectFilter open() {
        return all().onlyOpen(true);
    }

    /** Part of the project's name or number, a contract number, a name of the investor or of one of its contacts. */
    public ProjectFilter text(String part) {
        text = part == null || part.isBlank() ? null : part;
        return this;
    }

    public ProjectFilter parks(Set<String> codes) {
        parks = codes;
        return this;
    }

    public ProjectFilter industries(Set<String> codes) {
        industries = codes;
        return this;
    }

    public ProjectFilter chains(Set<String> codes) {
        chains = codes;
        return this;
    }

    public ProjectFilter regions(Set<String> codes) {
        regions = codes;
        return this;
    }

    public ProjectFilter methods(Set<String> codes) {
        methods = codes;
        return this;
    }

    public ProjectFilter sources(Set<String> codes) {
        sources = codes;
        return this;
    }

    public ProjectFilter kinds(Set<ProjectKind> wanted) {
        kinds = wanted;
        return this;
    }

    public ProjectFilter leadStates(Set<LeadState> wanted) {
        leadStates = wanted;
        return this;
    }

    public ProjectFilter negotiationStages(Set<NegotiationStage> wanted) {
        negotiationStages = wanted;
        return this;
    }

    public ProjectFilter negotiationStatuses(Set<NegotiationStatus> wanted) {
        negotiationStatuses = wanted;
        return this;
    }

    public ProjectFilter agreementKinds(Set<AgreementKind> wanted) {
        agreementKinds = wanted;
        return this;
    }

    public ProjectFilter agreementStates(Set<AgreementState> wanted) {
        agreementStates = wanted;
        return this;
    }

    /** State of the least advanced active phase. */
    public ProjectFilter fiveGaps(Set<PhaseState> wanted) {
        fiveGaps = wanted;
        return this;
    }

    /** Who is in charge of it (负责人). */
    public ProjectFilter owners(Set<StaffId> wanted) {
        owners = wanted;
        return this;
    }

    public ProjectFilter leaders(Set<StaffId> wanted) {
        leaders = wanted;
        return this;
    }

    /** Whoever works on it in any part. */
    public ProjectFilter people(Set<StaffId> wanted) {
        people = wanted;
        return this;
    }

    public ProjectFilter team(TeamId wanted) {
        team = wanted;
        return this;
    }

    public ProjectFilter investor(InvestorId wanted) {
        investor = wanted;
        return this;
    }

    /** @param from in 元, inclusive; as the list shows the amount. Only CNY is compared. */
    public ProjectFilter amountFrom(BigDecimal from) {
        amountFrom = from;
        return this;
    }

    /** @param below in 元, exclusive */
    public ProjectFilter amountBelow(BigDecimal below) {
        amountBelow = below;
        return this;
    }

    public ProjectFilter registered(LocalDate from, LocalDate to) {
        registeredFrom = from;
        registeredTo = to;
        return this;
    }

    public ProjectFilter signed(LocalDate from, LocalDate to) {
        signedFrom = from;
        signedTo = to;
        return this;
    }

    /** Next contact, both days inclusive. */
    public ProjectFilter next(LocalDate from, LocalDate to) {
        nextFrom = from;
        nextTo = to;
        return this;
    }

    /** Whose progress clock runs and whose last progress was before that day. */
    public ProjectFilter noProgressSince(LocalDate day) {
        noProgressSince = day;
        return this;
    }

    /** Past an agreed milestone on that day. */
    public ProjectFilter overdueOn(LocalDate day) {
        overdueOn = day;
        return this;
    }

    public ProjectFilter signedOnSite(Boolean wanted) {
        signedOnSite = wanted;
        return this;
    }

    public ProjectFilter newlyIntroduced(Boolean wanted) {
        newlyIntroduced = wanted;
        return this;
    }

    public ProjectFilter onlyOpen(boolean wanted) {
        onlyOpen = wanted;
        return this;
    }

    /** An admission review is under way. */
    public ProjectFilter onlyInReview(boolean wanted) {
        onlyInReview = wanted;
        return this;
    }

    /** Two claims on one investor wait to be decided. */
    public ProjectFilter onlyArbitration(boolean wanted) {
        onlyArbitration = wanted;
        return this;
    }
}
