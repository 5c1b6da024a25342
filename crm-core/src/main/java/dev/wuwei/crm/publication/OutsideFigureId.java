package dev.wuwei.crm.publication;

import dev.wuwei.crm.shared.Ids;
import dev.wuwei.crm.shared.TypedId;
import java.util.UUID;

/** One figure of another document that is held against a report. */
public record OutsideFigureId(UUID value) implements TypedId {
    public static OutsideFigureId of(String text) {
        return new OutsideFigureId(UUID.fromString(text));
    }

    public static OutsideFigureId next() {
        return Ids.next(OutsideFigureId::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
