package dev.wuwei.crm.testing;

import dev.wuwei.crm.shared.PersonalDataKeys;
import dev.wuwei.crm.shared.TypedId;
import java.util.HashSet;
import java.util.Set;

/** Remembers whose key was erased. */
public final class TestPersonalDataKeys implements PersonalDataKeys {
    private final Set<TypedId> erased = new HashSet<>();

    @Override
    public void erase(TypedId person) {
        erased.add(person);
    }

    public boolean isErased(TypedId person) {
        return erased.contains(person);
    }
}
