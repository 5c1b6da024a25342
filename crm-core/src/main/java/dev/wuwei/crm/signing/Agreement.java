package dev.wuwei.crm.signing;

import static java.util.Objects.requireNonNullElse;

import dev.wuwei.crm.negotiation.NegotiationId;
import dev.wuwei.crm.shared.Attachment;
import dev.wuwei.crm.shared.Checks;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.Currency;
import dev.wuwei.crm.shared.Dictionaries;
import dev.wuwei.crm.shared.DictionaryKind;
import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.ParkScope;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.shared.Violations;
import dev.wuwei.crm.signing.SigningCommand.AmendAgreement;
import dev.wuwei.crm.signing.SigningCommand.CorrectAgreement;
import dev.wuwei.crm.signing.SigningCommand.CorrectAmount;
import dev.wuwei.crm.signing.SigningCommand.CorrectArrivedCapital;
import dev.wuwei.crm.signing.SigningCommand.CorrectForeignCapitalUsed;
import dev.wuwei.crm.signing.SigningCommand.DecreaseCapital;
import dev.wuwei.crm.signing.SigningCommand.FulfilAgreement;
import dev.wuwei.crm.signing.SigningCommand.IncreaseCapital;
import dev.wuwei.crm.signing.SigningCommand.MoveCredit;
import dev.wuwei.crm.signing.SigningCommand.RecogniseSigning;
import dev.wuwei.crm.signing.SigningCommand.RecordArrivedCapital;
import dev.wuwei.crm.signing.SigningCommand.RecordForeignCapitalUsed;
import dev.wuwei.crm.signing.SigningCommand.ReinstateAgreement;
import dev.wuwei.crm.signing.SigningCommand.RescindAgreement;
import dev.wuwei.crm.signing.SigningCommand.SignAgreement;
import dev.wuwei.crm.signing.SigningCommand.TerminateAgreement;
import dev.wuwei.crm.signing.SigningCommand.UpgradeAgreement;
import dev.wuwei.crm.signing.SigningCommand.WithdrawRecognition;
import dev.wuwei.crm.signing.SigningEvent.AgreementAmended;
import dev.wuwei.crm.signing.SigningEvent.AgreementCorrected;
import dev.wuwei.crm.signing.SigningEvent.AgreementFulfilled;
import dev.wuwei.crm.signing.SigningEvent.AgreementReinstated;
import dev.wuwei.crm.signing.SigningEvent.AgreementRescinded;
import dev.wuwei.crm.signing.SigningEvent.AgreementSigned;
import dev.wuwei.crm.signing.SigningEvent.AgreementTerminated;
import dev.wuwei.crm.signing.SigningEvent.AgreementUpgraded;
import dev.wuwei.crm.signing.SigningEvent.AmountCorrected;
import dev.wuwei.crm.signing.SigningEvent.ArrivedCapitalCorrected;
import dev.wuwei.crm.signing.SigningEvent.CapitalArrived;
import dev.wuwei.crm.signing.SigningEvent.CapitalDecreased;
import dev.wuwei.crm.signing.SigningEvent.CapitalIncreased;
import dev.wuwei.crm.signing.SigningEvent.CreditMoved;
import dev.wuwei.crm.signing.SigningEvent.ForeignCapitalCorrected;
import dev.wuwei.crm.signing.SigningEvent.ForeignCapitalUsed;
import dev.wuwei.crm.signing.SigningEvent.RecognitionWithdrawn;
import dev.wuwei.crm.signing.SigningEvent.SigningRecognised;
import dev.wuwei.crm.staff.StaffDirectory;
import dev.wuwei.crm.staff.TeamId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * What an agreement has come to, and what may be decided about it. Decisions change nothing: they answer with the event, or
 * throw {@link RuleViolated}; only {@link #evolve} assigns.
 */
final class Agreement {
    /** Scope in which contract numbers are unique. A number stays taken when the agreement ends. */
    static final String CONTRACT_NO = "signing.contract-no";

    private SigningId id;
    private NegotiationId negotiationId;
    private ProjectId projectId;
    private String projectNo;
    private Coded park;

    private AgreementKind kind;
    private AgreementState state;
    private AgreementState stateBeforeEnd;
    private String contractNo;
    private LocalDate signedOn;
    /** The earliest day the agreement may be dated: that of the version before an upgrade. */
    private LocalDate notSignedBefore;

    private String signingEvent;
    private Coded occasion;
    private Coded industry;
    private boolean signedOnSite;
    private boolean newlyIntroduced;

    private int version;
    private int signedVersion;
    private LocalDate versionOn;
    private String versionEvent;
    private StaffId versionBy;
    private Instant versionAt;
    private AgreementTerms terms;
    private List<CompanyCommitment> conditions = List.of();

    private LocalDate endedOn;
    private String endEvent;
    private StaffId owner;
    private TeamId teamId;
    private final Map<String, Recognition> recognitions = new HashMap<>();
    private final CapitalEntries arrived = new CapitalEntries(Currency.CNY);
    private final CapitalEntries used = new CapitalEntries(Currency.USD);

    private record Recognition(Coded body, Money amount, LocalDate on, String event) {}

    static AgreementSigned sign(
            SignAgreement command, Signings.Origin origin, EventMeta meta, Dictionaries dictionaries) {
        ParkScope.check(origin.park(), meta);
        Violations found = new Violations();
        found.check(() -> Checks.present(command.signingId(), "signingId"));
        found.check(() -> Checks.present(command.kind(), "kind"));
        found.when(command.kind() == AgreementKind.SUPPLEMENTARY, SigningRule.SUPPLEMENTARY_AMENDS);
        LocalDate signedOn = found.value(() -> Checks.happened(command.occurredOn(), meta.today(), "occurredOn"));
        String contractNo = found.value(() -> Checks.required(command.contractNo(), Checks.NAME, "contractNo"));
        Coded occasion = found.value(
                () -> dictionaries.optional(DictionaryKind.SIGNING_OCCASION, command.occasionCode(), "occasionCode"));
        Coded industry = found.value(
                () -> dictionaries.optional(DictionaryKind.INDUSTRY, command.industryCode(), "industryCode"));
        List<Attachment> attachments = found.value(() -> AgreementChecks.attachments(command.attachments()));
        AgreementTerms terms = AgreementChecks.terms(command.terms(), command.kind(), signedOn, found);
        AgreementConditions.check(terms, List.of(), found);
        List<Party> parties = AgreementChecks.parties(command.parties(), command.kind(), terms, found);
        found.throwIfAny();
        return new AgreementSigned(
                command.signingId(),
                origin.projectId(),
                origin.projectNo(),
                command.negotiationId(),
                command.kind(),
                contractNo,
                parties,
                AgreementConditions.added(terms, AgreementConditions.joined(List.of(), origin.conditions())),
                occasion,
                command.signedOnSite(),
                command.newlyIntroduced(),
                requireNonNullElse(industry, origin.industry()),
                origin.park(),
                origin.owner(),
                attachments,
                signedOn);
    }

    /** @param approval asked once all else is in order: the conditions of the admission approval that carries the upgrade */
    AgreementUpgraded upgrade(UpgradeAgreement command, EventMeta meta, Supplier<List<String>> approval) {
        requireInForce(meta);
        Violations found = new Violations();
        found.check(() -> Checks.present(command.kind(), "kind"));
        if (command.kind() == AgreementKind.SUPPLEMENTARY) {
            found.add(SigningRule.SUPPLEMENTARY_AMENDS);
        } else if (command.kind() != null && command.kind().compareTo(kind) <= 0) {
            found.add(SigningRule.NOT_AN_UPGRADE, kind);
        }
        LocalDate on = found.value(() -> nextVersionDate(command.occurredOn(), meta));
        String number = found.value(() -> Checks.required(command.contractNo(), Checks.NAME, "contractNo"));
        List<Attachment> attachments = found.value(() -> AgreementChecks.attachments(command.attachments()));
        AgreementTerms agreed = AgreementChecks.terms(command.terms(), command.kind(), on, found);
        AgreementConditions.check(agreed, conditions, found);
        List<Party> parties = AgreementChecks.parties(command.parties(), command.kind(), agreed, found);
        found.throwIfAny();
        return new AgreementUpgraded(
                id,
                projectId,
                projectNo,
                version + 1,
                kind,
                command.kind(),
                number,
                parties,
                AgreementConditions.added(agreed, AgreementConditions.joined(conditions, approval.get())),
                command.signedOnSite(),
                park,
                attachments,
                on);
    }

    AgreementAmended amend(AmendAgreement command, EventMeta meta) {
        requireInForce(meta);
        if (command.baseVersion() != version) {
            throw new RuleViolated(SharedRule.CHANGED_MEANWHILE, versionBy, versionAt);
        }
        Violations found = new Violations();
        found.check(() -> Checks.reason(command.reason()));
        LocalDate on = found.value(() -> nextVersionDate(command.occurredOn(), meta));
        String number = found.value(() -> Checks.optional(command.contractNo(), Checks.NAME, "contractNo"));
        List<Attachment> attachments = found.value(() -> AgreementChecks.attachments(command.attachments()));
        AgreementTerms agreed = AgreementChecks.terms(command.terms(), kind, signedOn, found);
        AgreementConditions.check(agreed, conditions, found);
        found.throwIfAny();
        AgreementTerms kept = AgreementConditions.added(agreed, conditions);
        if (kept.equals(terms)) {
            throw new RuleViolated(SigningRule.NOTHING_CHANGED);
        }
        return new AgreementAmended(id, projectId, version + 1, number, kept, attachments, on);
    }

    CapitalIncreased increase(IncreaseCapital command, EventMeta meta) {
        requireFormal(meta);
        Violations found = new Violations();
        found.check(() -> Checks.reason(command.reason()));
        LocalDate on = found.value(() -> nextVersionDate(command.occurredOn(), meta));
        String number = found.value(() -> Checks.optional(command.contractNo(), Checks.NAME, "contractNo"));
        Money by = found.value(() -> Checks.positive(command.by(), Currency.CNY, "by"));
        Money total = by == null ? null : terms.totalInvestment().plus(by);
        if (total != null) {
            found.check(() -> Checks.amount(total, "by"));
        }
        found.throwIfAny();
        return new CapitalIncreased(id, projectId, version + 1, by, total, number, on);
    }

    CapitalDecreased decrease(DecreaseCapital command, EventMeta meta) {
        requireFormal(meta);
        Violations found = new Violations();
        found.check(() -> Checks.reason(command.reason()));
        LocalDate on = found.value(() -> nextVersionDate(command.occurredOn(), meta));
        String number = found.value(() -> Checks.optional(command.contractNo(), Checks.NAME, "contractNo"));
        Money by = found.value(() -> Checks.positive(command.by(), Currency.CNY, "by"));
        Money total = by == null ? null : terms.totalInvestment().minus(by);
        if (total != null && (total.isNegative() || total.isZero())) {
            found.add(SigningRule.DECREASE_ABOVE_TOTAL, terms.totalInvestment().amount());
        } else if (total != null
                && terms.fixedAssetInvestment() != null
                && terms.fixedAssetInvestment().compareTo(total) > 0) {
            found.at("by", SigningRule.FIXED_ASSETS_ABOVE_TOTAL);
        }
        found.throwIfAny();
        return new CapitalDecreased(id, projectId, version + 1, by, total, number, on);
    }

    AmountCorrected correct(CorrectAmount command, EventMeta meta) {
        ParkScope.check(park, meta);
        Violations found = new Violations();
        found.check(() -> Checks.reason(command.reason()));
        AgreementChecks.amounts(
                command.totalInvestment(), command.fixedAssetInvestment(), command.foreignCapital(), kind, "", found);
        if (command.foreignCapital() == null && !used.total().isZero()) {
            found.add(SigningRule.FOREIGN_CAPITAL_IN_USE, used.total().amount());
        }
        found.throwIfAny();
        if (command.totalInvestment().equals(terms.totalInvestment())
                && Objects.equals(command.fixedAssetInvestment(), terms.fixedAssetInvestment())
                && Objects.equals(command.foreignCapital(), terms.foreignCapital())) {
            throw new RuleViolated(SigningRule.NOTHING_CHANGED);
        }
        return new AmountCorrected(
                id,
                projectId,
                version,
                command.totalInvestment(),
                command.fixedAssetInvestment(),
                command.foreignCapital(),
                versionOn);
    }

    AgreementCorrected correct(CorrectAgreement command, EventMeta meta, Dictionaries dictionaries) {
        ParkScope.check(park, meta);
        Violations found = new Violations();
        found.check(() -> Checks.reason(command.reason()));
        String number = found.value(() -> Checks.required(command.contractNo(), Checks.NAME, "contractNo"));
        LocalDate on = found.value(() -> Checks.happened(command.signedOn(), meta.today(), "signedOn"));
        if (on != null && notSignedBefore != null && on.isBefore(notSignedBefore)) {
            found.at("signedOn", SharedRule.TOO_EARLY, notSignedBefore);
        }
        if (on != null && version > signedVersion && on.isAfter(versionOn)) {
            found.add(SigningRule.AFTER_NEXT_VERSION, versionOn);
        }
        // A renamed dictionary entry is no correction: what is not corrected keeps the name of its day.
        Coded newOccasion = found.value(() -> dictionaries.optional(
                DictionaryKind.SIGNING_OCCASION, command.occasionCode(), occasion, "occasionCode"));
        Coded newIndustry = found.value(
                () -> dictionaries.require(DictionaryKind.INDUSTRY, command.industryCode(), industry, "industryCode"));
        found.throwIfAny();
        if (number.equals(contractNo)
                && on.equals(signedOn)
                && Objects.equals(newOccasion, occasion)
                && Objects.equals(newIndustry, industry)
                && command.signedOnSite() == signedOnSite
                && command.newlyIntroduced() == newlyIntroduced) {
            throw new RuleViolated(SigningRule.NOTHING_CHANGED);
        }
        return new AgreementCorrected(
                id,
                projectId,
                number,
                on,
                newOccasion,
                newIndustry,
                command.signedOnSite(),
                command.newlyIntroduced(),
                on);
    }

    AgreementRescinded rescind(RescindAgreement command, EventMeta meta, Dictionaries dictionaries) {
        requireInForce(meta);
        return ended(
                command.reasonCode(),
                command.occurredOn(),
                command.reason(),
                meta,
                dictionaries,
                (cause, on) -> new AgreementRescinded(id, projectId, cause, on));
    }

    AgreementTerminated terminate(TerminateAgreement command, EventMeta meta, Dictionaries dictionaries) {
        requireInForce(meta);
        return ended(
                command.reasonCode(),
                command.occurredOn(),
                command.reason(),
                meta,
                dictionaries,
                (cause, on) -> new AgreementTerminated(id, projectId, cause, on));
    }

    private interface End<E> {
        E of(Coded cause, LocalDate on);
    }

    private <E> E ended(
            String code, LocalDate occurredOn, String reason, EventMeta meta, Dictionaries dictionaries, End<E> end) {
        Violations found = new Violations();
        found.check(() -> Checks.reason(reason));
        Coded cause = found.value(() -> dictionaries.require(DictionaryKind.RESCISSION_REASON, code, "reasonCode"));
        LocalDate on = found.value(() -> nextVersionDate(occurredOn, meta));
        found.throwIfAny();
        return end.of(cause, on);
    }

    AgreementFulfilled fulfil(FulfilAgreement command, EventMeta meta) {
        requireInForce(meta);
        return new AgreementFulfilled(id, projectId, nextVersionDate(command.occurredOn(), meta));
    }

    AgreementReinstated reinstate(ReinstateAgreement command, EventMeta meta) {
        ParkScope.check(park, meta);
        if (state.inForce()) {
            throw new RuleViolated(SigningRule.STILL_IN_FORCE);
        }
        Checks.reason(command.reason());
        return new AgreementReinstated(id, projectId, stateBeforeEnd, endedOn);
    }

    SigningRecognised recognise(RecogniseSigning command, EventMeta meta, Dictionaries dictionaries) {
        requireFormal(meta);
        Violations found = new Violations();
        Coded body =
                found.value(() -> dictionaries.require(DictionaryKind.REVIEW_BODY, command.bodyCode(), "bodyCode"));
        found.check(() -> Checks.positive(command.amount(), Currency.CNY, "amount"));
        LocalDate on = found.value(() -> afterSigning(command.occurredOn(), meta));
        found.when(body != null && recognitions.containsKey(body.code()), SigningRule.ALREADY_RECOGNISED);
        found.throwIfAny();
        return new SigningRecognised(id, projectId, body, command.amount(), on);
    }

    RecognitionWithdrawn withdrawRecognition(WithdrawRecognition command, EventMeta meta) {
        ParkScope.check(park, meta);
        Checks.reason(command.reason());
        Recognition standing = recognitions.get(Checks.required(command.bodyCode(), Checks.NAME, "bodyCode"));
        if (standing == null) {
            throw new RuleViolated(SigningRule.NOT_RECOGNISED);
        }
        return new RecognitionWithdrawn(id, projectId, standing.body(), standing.amount(), standing.on());
    }

    CreditMoved moveCredit(MoveCredit command, EventMeta meta, StaffDirectory staff) {
        ParkScope.check(park, meta);
        Violations found = new Violations();
        found.check(() -> Checks.reason(command.reason()));
        LocalDate on = found.value(() -> afterSigning(command.occurredOn(), meta));
        found.check(() -> Checks.present(command.owner(), "owner"));
        found.when(command.owner() != null && !staff.isInService(command.owner()), SigningRule.UNKNOWN_OWNER);
        String teamName = null;
        if (command.teamId() != null) {
            var team = staff.team(command.teamId()).filter(StaffDirectory.Team::open);
            found.when(team.isEmpty(), SigningRule.UNKNOWN_TEAM);
            teamName = team.map(StaffDirectory.Team::name).orElse(null);
        }
        found.when(
                command.owner() != null && command.owner().equals(owner) && Objects.equals(command.teamId(), teamId),
                SigningRule.SAME_OWNER);
        found.throwIfAny();
        return new CreditMoved(id, projectId, command.owner(), command.teamId(), teamName, on);
    }

    CapitalArrived arrive(RecordArrivedCapital command, EventMeta meta) {
        requireInForce(meta);
        Violations found = new Violations();
        LocalDate on = found.value(() -> afterFirstSigning(command.occurredOn(), meta));
        String proof = found.value(() -> Checks.required(command.proof(), Checks.LINE, "proof"));
        List<Attachment> attachments = found.value(() -> AgreementChecks.attachments(command.attachments()));
        found.check(() -> arrived.requireNew(command.entryId(), command.amount()));
        found.throwIfAny();
        return new CapitalArrived(id, projectId, command.entryId(), command.amount(), proof, attachments, on);
    }

    ArrivedCapitalCorrected correct(CorrectArrivedCapital command, EventMeta meta) {
        ParkScope.check(park, meta);
        Checks.reason(command.reason());
        var entry = arrived.requireChanged(command.entryId(), command.amount());
        return new ArrivedCapitalCorrected(
                id, projectId, command.entryId(), command.amount(), entry.amount(), entry.on());
    }

    ForeignCapitalUsed use(RecordForeignCapitalUsed command, EventMeta meta) {
        requireInForce(meta);
        if (terms.foreignCapital() == null) {
            throw new RuleViolated(SigningRule.NO_FOREIGN_CAPITAL);
        }
        Violations found = new Violations();
        LocalDate on = found.value(() -> afterFirstSigning(command.occurredOn(), meta));
        String proof = found.value(() -> Checks.required(command.proof(), Checks.LINE, "proof"));
        List<Attachment> attachments = found.value(() -> AgreementChecks.attachments(command.attachments()));
        found.check(() -> used.requireNew(command.entryId(), command.amount()));
        found.throwIfAny();
        return new ForeignCapitalUsed(id, projectId, command.entryId(), command.amount(), proof, attachments, on);
    }

    ForeignCapitalCorrected correct(CorrectForeignCapitalUsed command, EventMeta meta) {
        ParkScope.check(park, meta);
        Checks.reason(command.reason());
        var entry = used.requireChanged(command.entryId(), command.amount());
        return new ForeignCapitalCorrected(
                id, projectId, command.entryId(), command.amount(), entry.amount(), entry.on());
    }

    void requireOurs(EventMeta meta) {
        ParkScope.check(park, meta);
    }

    /** @return the day, which is not in the future and not before the first signature */
    LocalDate happened(LocalDate date, EventMeta meta) {
        return afterFirstSigning(date, meta);
    }

    private void requireInForce(EventMeta meta) {
        ParkScope.check(park, meta);
        if (!state.inForce()) {
            throw new RuleViolated(SigningRule.NOT_IN_FORCE, state);
        }
    }

    private void requireFormal(EventMeta meta) {
        requireInForce(meta);
        if (kind != AgreementKind.FORMAL) {
            throw new RuleViolated(SigningRule.NOT_FORMAL);
        }
    }

    private LocalDate afterSigning(LocalDate date, EventMeta meta) {
        Checks.happened(date, meta.today(), "occurredOn");
        if (date.isBefore(signedOn)) {
            throw new RuleViolated(SigningRule.BEFORE_SIGNING, signedOn);
        }
        return date;
    }

    /** Money may arrive while a framework is in force that became formal later. */
    private LocalDate afterFirstSigning(LocalDate date, EventMeta meta) {
        Checks.happened(date, meta.today(), "occurredOn");
        LocalDate earliest = requireNonNullElse(notSignedBefore, signedOn);
        if (date.isBefore(earliest)) {
            throw new RuleViolated(SigningRule.BEFORE_SIGNING, earliest);
        }
        return date;
    }

    private LocalDate nextVersionDate(LocalDate date, EventMeta meta) {
        afterSigning(date, meta);
        if (date.isBefore(versionOn)) {
            throw new RuleViolated(SigningRule.BEFORE_LATEST_VERSION, versionOn);
        }
        return date;
    }

    SigningId id() {
        return id;
    }

    ProjectId projectId() {
        return projectId;
    }

    NegotiationId negotiationId() {
        return negotiationId;
    }

    String contractNo() {
        return contractNo;
    }

    LocalDate signedOn() {
        return signedOn;
    }

    AgreementTerms terms() {
        return terms;
    }

    Money arrivedTotal() {
        return arrived.total();
    }

    String versionEvent() {
        return versionEvent;
    }

    String signingEvent() {
        return signingEvent;
    }

    String endEvent() {
        return endEvent;
    }

    /** Rescinded or terminated, not fulfilled: the negotiation was told. */
    boolean endedEarly() {
        return state == AgreementState.RESCINDED || state == AgreementState.TERMINATED;
    }

    String recognitionEvent(String bodyCode) {
        return recognitions.get(bodyCode).event();
    }

    String arrivalEvent(EntryId entry) {
        return arrived.event(entry);
    }

    String useEvent(EntryId entry) {
        return used.event(entry);
    }

    void evolve(SigningEvent event, String eventId, EventMeta meta) {
        switch (event) {
            case AgreementSigned e -> {
                id = e.signingId();
                negotiationId = e.negotiationId();
                projectId = e.projectId();
                projectNo = e.projectNo();
                park = e.park();
                state = AgreementState.SIGNED;
                occasion = e.occasion();
                industry = e.industry();
                newlyIntroduced = e.newlyIntroduced();
                owner = e.owner();
                conditions = AgreementConditions.in(e.terms());
                signed(e.kind(), e.contractNo(), e.signedOnSite(), e.occurredOn(), eventId);
                versioned(1, e.terms(), e.occurredOn(), eventId, meta);
                signedVersion = version;
            }
            case AgreementUpgraded e -> {
                notSignedBefore = requireNonNullElse(notSignedBefore, signedOn);
                conditions = AgreementConditions.in(e.terms());
                signed(e.kind(), e.contractNo(), e.signedOnSite(), e.occurredOn(), eventId);
                versioned(e.version(), e.terms(), e.occurredOn(), eventId, meta);
                signedVersion = version;
            }
            case AgreementAmended e -> {
                conditions = AgreementConditions.in(e.terms());
                amended(e.version(), e.terms(), e.occurredOn(), eventId, meta);
            }
            case CapitalIncreased e ->
                amended(e.version(), withTotal(e.totalInvestment()), e.occurredOn(), eventId, meta);
            case CapitalDecreased e ->
                amended(e.version(), withTotal(e.totalInvestment()), e.occurredOn(), eventId, meta);
            case AmountCorrected e ->
                terms = terms.withAmounts(e.totalInvestment(), e.fixedAssetInvestment(), e.foreignCapital());
            case AgreementCorrected e -> {
                contractNo = e.contractNo();
                signedOn = e.signedOn();
                versionOn = version == signedVersion ? e.signedOn() : versionOn;
                occasion = e.occasion();
                industry = e.industry();
                signedOnSite = e.signedOnSite();
                newlyIntroduced = e.newlyIntroduced();
            }
            case AgreementRescinded e -> end(AgreementState.RESCINDED, e.occurredOn(), eventId);
            case AgreementTerminated e -> end(AgreementState.TERMINATED, e.occurredOn(), eventId);
            case AgreementFulfilled e -> end(AgreementState.FULFILLED, e.occurredOn(), eventId);
            case AgreementReinstated e -> state = e.state();
            case SigningRecognised e ->
                recognitions.put(e.body().code(), new Recognition(e.body(), e.amount(), e.occurredOn(), eventId));
            case RecognitionWithdrawn e -> recognitions.remove(e.body().code());
            case CreditMoved e -> {
                owner = e.owner();
                teamId = e.teamId();
            }
            case CapitalArrived e -> arrived.record(e.entryId(), e.amount(), e.occurredOn(), eventId);
            case ArrivedCapitalCorrected e -> arrived.record(e.entryId(), e.amount(), e.occurredOn(), eventId);
            case ForeignCapitalUsed e -> used.record(e.entryId(), e.amount(), e.occurredOn(), eventId);
            case ForeignCapitalCorrected e -> used.record(e.entryId(), e.amount(), e.occurredOn(), eventId);
        }
    }

    private void signed(AgreementKind as, String number, boolean onSite, LocalDate on, String eventId) {
        kind = as;
        contractNo = number;
        signedOnSite = onSite;
        signedOn = on;
        signingEvent = eventId;
    }

    private void versioned(int number, AgreementTerms agreed, LocalDate on, String eventId, EventMeta meta) {
        version = number;
        terms = agreed;
        versionOn = on;
        versionEvent = eventId;
        versionBy = meta.recordedBy();
        versionAt = meta.recordedAt();
    }

    private void amended(int number, AgreementTerms agreed, LocalDate on, String eventId, EventMeta meta) {
        versioned(number, agreed, on, eventId, meta);
        state = AgreementState.AMENDED;
    }

    private void end(AgreementState as, LocalDate on, String eventId) {
        stateBeforeEnd = state;
        state = as;
        endedOn = on;
        endEvent = eventId;
    }

    private AgreementTerms withTotal(Money total) {
        return terms.withAmounts(total, terms.fixedAssetInvestment(), terms.foreignCapital());
    }
}
