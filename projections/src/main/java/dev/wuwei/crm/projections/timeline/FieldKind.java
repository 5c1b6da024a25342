package dev.wuwei.crm.projections.timeline;

/** What a field of the history holds; says which Java type {@link FieldChange#before} and {@link FieldChange#after} have. */
public enum FieldKind {
    /** {@link dev.wuwei.crm.shared.Money} */
    MONEY,
    /** {@link java.time.LocalDate} */
    DATE,
    /** {@link java.time.YearMonth} */
    MONTH,
    /** {@link java.time.Instant} */
    INSTANT,
    /** {@link dev.wuwei.crm.shared.Coded} */
    CODED,
    /** list of {@link dev.wuwei.crm.shared.Coded} */
    CODES,
    /** String */
    TEXT,
    /** list of String */
    TEXTS,
    /** {@link java.math.BigDecimal} */
    NUMBER,
    /** Boolean */
    FLAG,
    /** String {@code LeadState.REGISTERED}: simple class name and constant, to be translated */
    CONSTANT,
    /** list of String {@code Role.LEADER} */
    CONSTANTS,
    /** {@link dev.wuwei.crm.shared.Area} */
    AREA,
    /** {@link dev.wuwei.crm.signing.DueRule} */
    DUE,
    /** {@link dev.wuwei.crm.shared.StaffId}; the name comes from the staff read model */
    STAFF,
    /** list of {@link dev.wuwei.crm.shared.OurPerson} */
    OUR_PEOPLE,
    /** {@link dev.wuwei.crm.shared.PersonId}; name and phone are never in the history */
    PERSON,
    /** list of {@link FieldChange.Attendee} */
    THEIR_PEOPLE,
    /** {@link dev.wuwei.crm.investor.InvestorId} */
    INVESTOR,
    /** {@link dev.wuwei.crm.staff.TeamId}; its name stands beside it as a text */
    TEAM,
    /** String: the UUID of another aggregate, such as a lead or a negotiation */
    REFERENCE,
    /** {@link dev.wuwei.crm.shared.Attachment} */
    FILE
}
