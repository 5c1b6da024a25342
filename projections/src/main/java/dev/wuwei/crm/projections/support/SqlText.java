package dev.wuwei.crm.projections.support;

import dev.wuwei.crm.shared.TypedId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;

/** Values as the text that PostgreSQL reads them from, for casts and for COPY. */
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

    /** Appends one field of COPY's text format. */
    static void copyField(StringBuilder line, String value) {
        if (value == null) {
            line.append("\\N");
            return;
        }
        int written = 0;
        for (int i = 0; i < value.length(); i++) {
            char escape = escape(value.charAt(i));
            if (escape != 0) {
                line.append(value, written, i).append('\\').append(escape);
                written = i + 1;
            }
        }
        line.append(value, written, value.length());
    }

    private static char escape(char c) {
        return switch (c) {
            case '\\' -> '\\';
            case '\n' -> 'n';
            case '\r' -> 'r';
            case '\t' -> 't';
            default -> 0;
        };
    }
}
