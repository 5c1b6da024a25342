package dev.wuwei.crm.projections.project;

/** The four lists. A project that signed a framework while talks go on is in two of them. */
public enum ProjectList {
    /** 线索: not yet adopted. */
    LEADS("is_lead", "intended", "intended_currency"),
    /** 洽谈: until the formal agreement. */
    NEGOTIATIONS("is_negotiation", "in_talks", "in_talks_currency"),
    /** 签约: with an agreement of any kind. */
    SIGNINGS("is_signing", "signed", "'CNY'"),
    /** 五未: followed since its formal agreement. */
    FOLLOW_UPS("is_follow_up", "signed", "'CNY'");

    private final String flag;
    private final String amount;
    private final String currency;

    ProjectList(String flag, String amount, String currency) {
        this.flag = flag;
        this.amount = amount;
        this.currency = currency;
    }

    String flag() {
        return flag;
    }

    String amount() {
        return amount;
    }

    String currency() {
        return currency;
    }
}
