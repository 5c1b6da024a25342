package dev.wuwei.crm.signing;

/**
 * A signing party.
 *
 * @param role which side it signs for
 * @param creditCode unified social credit code; {@code null} only for a foreign company
 */
public record Party(Side role, String name, String creditCode) {

    /** 投资方, 签约主体 (the company that will be set up or signs locally), 政府方. */
    public enum Side {
        INVESTOR,
        SIGNING_SUBJECT,
        GOVERNMENT
    }
}
