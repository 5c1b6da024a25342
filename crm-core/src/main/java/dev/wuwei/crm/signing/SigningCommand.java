package dev.wuwei.crm.signing;

import dev.wuwei.crm.negotiation.NegotiationId;
import dev.wuwei.crm.shared.Allowed;
import dev.wuwei.crm.shared.Attachment;
import dev.wuwei.crm.shared.Command;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.NewId;
import dev.wuwei.crm.shared.Reasoned;
import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.staff.TeamId;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked about an agreement (签约). */
public sealed interface SigningCommand extends Command {

    /**
     * Signs what was negotiated: the negotiation checks approval and fair competition, the agreement begins.
     *
     * @param kind letter of intent, framework or formal; a supplementary agreement is {@link AmendAgreement}
     * @param contractNo unique
     * @param parties the investor; for a formal agreement the signing subject too
     * @param occasionCode the activity at which it was signed, optional
     * @param signedOnSite 现场签约, a measure of its own
     * @param newlyIntroduced 新引进, a measure of its own
     * @param industryCode the class it is counted under; the negotiation's when missing
     */
    @Allowed({Role.PROMOTER, Role.DEPARTMENT_HEAD, Role.LEADER})
    record SignAgreement(
            @TargetAggregateIdentifier NegotiationId negotiationId,
            @NewId SigningId signingId,
            AgreementKind kind,
            String contractNo,
            List<Party> parties,
            AgreementTerms terms,
            String occasionCode,
            boolean signedOnSite,
            boolean newlyIntroduced,
            String industryCode,
            List<Attachment> attachments,
            LocalDate occurredOn)
            implements SigningCommand {}

    /** A letter of intent or framework becomes a framework or formal agreement: one project, counted once. */
    @Allowed({Role.PROMOTER, Role.DEPARTMENT_HEAD, Role.LEADER})
    record UpgradeAgreement(
            @TargetAggregateIdentifier SigningId signingId,
            AgreementKind kind,
            String contractNo,
            List<Party> parties,
            AgreementTerms terms,
            boolean signedOnSite,
            List<Attachment> attachments,
            LocalDate occurredOn)
            implements SigningCommand {}

    /**
     * A supplementary agreement: version N+1. What was breached before stays breached.
     *
     * @param baseVersion version that the form showed; somebody else's later version is refused with it
     * @param contractNo number of the supplementary agreement, unique; {@code null} when it has none
     */
    @Allowed({Role.PROMOTER, Role.DEPARTMENT_HEAD, Role.LEADER})
    record AmendAgreement(
            @TargetAggregateIdentifier SigningId signingId,
            int baseVersion,
            String contractNo,
            AgreementTerms terms,
            List<Attachment> attachments,
            LocalDate occurredOn,
            String reason)
            implements SigningCommand, Reasoned {}

    /** 增资: the increment is counted on its own date. @param by CNY */
    @Allowed({Role.PROMOTER, Role.DEPARTMENT_HEAD, Role.LEADER})
    record IncreaseCapital(
            @TargetAggregateIdentifier SigningId signingId,
            Money by,
            String contractNo,
            LocalDate occurredOn,
            String reason)
            implements SigningCommand, Reasoned {}

    /** 减资. @param by CNY, positive */
    @Allowed({Role.DEPARTMENT_HEAD, Role.LEADER})
    record DecreaseCapital(
            @TargetAggregateIdentifier SigningId signingId,
            Money by,
            String contractNo,
            LocalDate occurredOn,
            String reason)
            implements SigningCommand, Reasoned {}

    /**
     * The amounts of the version in force were wrong from its first day; the figure moves in the period in which that version
     * was signed. All three as they should have been; a foreign capital of {@code null} says there is none.
     */
    @Allowed({Role.DEPARTMENT_HEAD, Role.LEADER})
    record CorrectAmount(
            @TargetAggregateIdentifier SigningId signingId,
            Money totalInvestment,
            Money fixedAssetInvestment,
            Money foreignCapital,
            String reason)
            implements SigningCommand, Reasoned {}

    /**
     * Contract number, date, occasion, industry or one of the two marks were entered wrongly: all of them as they should
     * have been.
     *
     * @param signedOn date of the agreement in force; of an upgraded one the date of the upgrade
     */
    @Allowed({Role.DEPARTMENT_HEAD, Role.LEADER})
    record CorrectAgreement(
            @TargetAggregateIdentifier SigningId signingId,
            String contractNo,
            LocalDate signedOn,
            String occasionCode,
            String industryCode,
            boolean signedOnSite,
            boolean newlyIntroduced,
            String reason)
            implements SigningCommand, Reasoned {}

    /** 解除: lowers the total on its own date. */
    @Allowed({Role.DEPARTMENT_HEAD, Role.LEADER})
    record RescindAgreement(
            @TargetAggregateIdentifier SigningId signingId, String reasonCode, LocalDate occurredOn, String reason)
            implements SigningCommand, Reasoned {}

    /** 终止: both sides end it by agreement; lowers the total on its own date. */
    @Allowed({Role.DEPARTMENT_HEAD, Role.LEADER})
    record TerminateAgreement(
            @TargetAggregateIdentifier SigningId signingId, String reasonCode, LocalDate occurredOn, String reason)
            implements SigningCommand, Reasoned {}

    @Allowed({Role.DEPARTMENT_HEAD, Role.LEADER})
    record FulfilAgreement(@TargetAggregateIdentifier SigningId signingId, LocalDate occurredOn)
            implements SigningCommand {}

    /** The rescission, termination or fulfilment was entered wrongly: the agreement is in force as if it had not been. */
    @Allowed({Role.DEPARTMENT_HEAD, Role.LEADER})
    record ReinstateAgreement(@TargetAggregateIdentifier SigningId signingId, String reason)
            implements SigningCommand, Reasoned {}

    /** 认定 of the signing by a body, a measure of its own; once by each body. @param amount CNY */
    @Allowed({Role.DEPARTMENT_HEAD, Role.LEADER, Role.SUPERVISOR})
    record RecogniseSigning(
            @TargetAggregateIdentifier SigningId signingId, String bodyCode, Money amount, LocalDate occurredOn)
            implements SigningCommand {}

    /** The recognition was entered wrongly. */
    @Allowed({Role.DEPARTMENT_HEAD, Role.LEADER, Role.SUPERVISOR})
    record WithdrawRecognition(@TargetAggregateIdentifier SigningId signingId, String bodyCode, String reason)
            implements SigningCommand, Reasoned {}

    /** Another owner or team from a day on: the credit moves with it. */
    @Allowed({Role.DEPARTMENT_HEAD, Role.LEADER})
    record MoveCredit(
            @TargetAggregateIdentifier SigningId signingId,
            StaffId owner,
            TeamId teamId,
            LocalDate occurredOn,
            String reason)
            implements SigningCommand, Reasoned {}

    /** 到位资金. @param amount CNY, positive */
    @Allowed({Role.PROMOTER, Role.DEPARTMENT_HEAD})
    record RecordArrivedCapital(
            @TargetAggregateIdentifier SigningId signingId,
            @NewId EntryId entryId,
            Money amount,
            String proof,
            List<Attachment> attachments,
            LocalDate occurredOn)
            implements SigningCommand {}

    /** Negative only as a correction. @param amount what it should have been, zero to take the entry back */
    @Allowed({Role.DEPARTMENT_HEAD, Role.PROMOTER})
    record CorrectArrivedCapital(
            @TargetAggregateIdentifier SigningId signingId, EntryId entryId, Money amount, String reason)
            implements SigningCommand, Reasoned {}

    /** 实际利用外资. @param amount USD, positive */
    @Allowed({Role.PROMOTER, Role.DEPARTMENT_HEAD})
    record RecordForeignCapitalUsed(
            @TargetAggregateIdentifier SigningId signingId,
            @NewId EntryId entryId,
            Money amount,
            String proof,
            List<Attachment> attachments,
            LocalDate occurredOn)
            implements SigningCommand {}

    @Allowed({Role.DEPARTMENT_HEAD, Role.PROMOTER})
    record CorrectForeignCapitalUsed(
            @TargetAggregateIdentifier SigningId signingId, EntryId entryId, Money amount, String reason)
            implements SigningCommand, Reasoned {}
}
