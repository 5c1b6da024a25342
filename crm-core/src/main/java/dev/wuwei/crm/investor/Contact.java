package dev.wuwei.crm.investor;

import dev.wuwei.crm.shared.Checks;
import dev.wuwei.crm.shared.ContactForms;
import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.shared.Violations;

/** One who speaks for the company, as entered. */
record Contact(String name, String position, String phone, String email, String wechat) {

    static Contact check(
            String name, String position, String phone, String email, String wechat, Violations violations) {
        return new Contact(
                violations.value(() -> Checks.required(name, Checks.NAME, "name")),
                violations.value(() -> Checks.optional(position, Checks.NAME, "position")),
                violations.value(() -> phone(phone)),
                violations.value(() -> email(email)),
                violations.value(() -> Checks.optional(wechat, Checks.NAME, "wechat")));
    }

    private static String phone(String text) {
        String phone = Checks.optional(text, 30, "phone");
        if (phone != null && !ContactForms.isPhone(phone)) {
            throw new RuleViolated(InvestorRule.PHONE_FORM);
        }
        return phone;
    }

    private static String email(String text) {
        String email = Checks.optional(text, 254, "email");
        if (email != null && !ContactForms.isEmail(email)) {
            throw new RuleViolated(InvestorRule.EMAIL_FORM);
        }
        return email;
    }
}
