package dev.wuwei.crm.ui.sentence;

import dev.wuwei.crm.shared.TypedId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Turns an id in a sentence into the name it has for people: staff, teams, contacts, companies, leads. */
@FunctionalInterface
public interface Names {
    /**
     * @return the name of today, {@link dev.wuwei.crm.shared.PersonalData#ERASED_VALUE} of an erased person, or {@code null}
     *     when nobody knows it
     */
    String nameOf(TypedId id);

    /** @return the same names, each looked up once; for one page, by one thread */
    default Names remembering() {
        Map<TypedId, Optional<String>> known = new HashMap<>();
        return id ->
                known.computeIfAbsent(id, it -> Optional.ofNullable(nameOf(it))).orElse(null);
    }
}
