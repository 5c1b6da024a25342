package dev.wuwei.crm.projections.investor;

import dev.wuwei.crm.investor.InvestorId;
import dev.wuwei.crm.shared.PersonId;
import dev.wuwei.crm.shared.PersonalData;

/**
 * A contact of an investor. Phone, e-mail and WeChat are masked; {@link InvestorQuery#reveal} gives them in clear, which is
 * to be recorded.
 *
 * @param name {@link PersonalData#ERASED_VALUE} once the person is erased
 * @param removed no longer speaks for the company
 * @param erased asked to be forgotten
 */
public record Contact(
        InvestorId investorId,
        PersonId personId,
        String name,
        String position,
        String maskedPhone,
        String maskedEmail,
        String maskedWechat,
        boolean removed,
        boolean erased) {

    /** What is hidden of a contact unless somebody asks. */
    public record Reach(PersonId personId, String phone, String email, String wechat) {}

    /** @return 138****0000; shorter ones keep their last two characters */
    static String masked(String text) {
        if (text == null || text.isEmpty() || text.equals(PersonalData.ERASED_VALUE)) {
            return text;
        }
        return text.length() >= 8
                ? text.substring(0, 3) + "****" + text.substring(text.length() - 4)
                : "****" + text.substring(Math.max(0, text.length() - 2));
    }
}
