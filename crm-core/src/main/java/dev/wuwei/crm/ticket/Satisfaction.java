package dev.wuwei.crm.ticket;

/** How content the enterprise is with what was done: 满意, 基本满意. One that is not content rejects the reply. */
public enum Satisfaction {
    SATISFIED,
    MOSTLY_SATISFIED
}
