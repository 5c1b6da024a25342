package dev.wuwei.crm.projections.support;

import dev.wuwei.crm.shared.TypedId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;

/** Values as the text that PostgreSQL casts them from. */
final class SqlText {
    private SqlText() {}

    static String of(Object value) {
        return switch (value) {
            case null -> null;
            case String text -> text;
            case TypedId id -> id.value().toString();
            case Enum<?> constant -> constant.name();
            case BigDecimal number -> number.toPlainString();
            case Boolean flag -> flag ? "t" : "f";
            case Instant instant -> instant.toString();
            case Collection<?> elements -> array(elements);
            default -> value.toString();
        };
    }

    private static String array(Collection<?> elements) {
        StringBuilder text = new StringBuilder("{");
        for (Object element : elements) {
            if (text.length() > 1) {
                text.append(',');
            }
            String value = of(element);
            if (value == null) {
                text.append("NULL");
            } else {
                text.append('"')
                        .append(value.replace("\\", "\\\\").replace("\"", "\\\""))
                        .append('"');
            }
        }
        return text.append('}').toString();
    }
}
