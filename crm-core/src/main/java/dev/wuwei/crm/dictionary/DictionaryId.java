package dev.wuwei.crm.dictionary;

import dev.wuwei.crm.shared.DictionaryKind;
import dev.wuwei.crm.shared.TypedId;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/** One dictionary (字典) with all its entries. */
public record DictionaryId(UUID value) implements TypedId {
    public static DictionaryId of(String text) {
        return new DictionaryId(UUID.fromString(text));
    }

    /** Named by its kind, so that every kind has one. */
    public static DictionaryId of(DictionaryKind kind) {
        return new DictionaryId(TypedId.named("dictionary", kind.name()));
    }

    /** @return nothing when it is the id of no dictionary */
    public Optional<DictionaryKind> kind() {
        return Arrays.stream(DictionaryKind.values())
                .filter(kind -> of(kind).equals(this))
                .findFirst();
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
