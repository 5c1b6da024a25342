package dev.wuwei.crm.testing;

import dev.wuwei.crm.shared.Existence;
import dev.wuwei.crm.shared.TypedId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Knows the identities that a test names. */
public final class TestExistence implements Existence {
    private final Set<TypedId> known = new HashSet<>();

    public TestExistence with(TypedId... ids) {
        known.addAll(List.of(ids));
        return this;
    }

    @Override
    public boolean of(TypedId id) {
        return known.contains(id);
    }
}
