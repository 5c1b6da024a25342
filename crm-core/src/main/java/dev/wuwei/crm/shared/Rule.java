package dev.wuwei.crm.shared;

import java.util.Locale;

/**
 * A business rule that can be broken. Implemented by one enum per capability, named {@code LeadRule}, {@code SigningRule} …
 * The edge translates {@code error.<code>} for the user.
 */
public interface Rule {
    String name();

    /** @return the input field that the message belongs to, or {@code null} for the whole form */
    String field();

    /** @return for example {@code lead.already-adopted} */
    default String code() {
        String capability =
                getDeclaringClass().getSimpleName().replace("Rule", "").toLowerCase(Locale.ROOT);
        return capability + "." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Class<?> getDeclaringClass();
}
