package dev.wuwei.crm.shared;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The checks on who took part and what was attached, wherever people meet: visits, rounds of talks. Each gives the list as it is
 * to be recorded, never {@code null}, and throws {@link RuleViolated} naming the entry, for example {@code round.ourPeople[1].level}.
 */
public final class MeetingChecks {
    /** More entries than any real meeting has. */
    public static final int ENTRIES = 100;

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private MeetingChecks() {}

    /** Each person once, with the level held that day. */
    public static List<OurPerson> ourPeople(List<OurPerson> people, String field) {
        Set<StaffId> seen = new HashSet<>();
        return each(people, field, (person, at) -> {
            Checks.present(person.staffId(), at + ".staffId");
            Checks.present(person.level(), at + ".level");
            if (!seen.add(person.staffId())) {
                throw RuleViolated.at(at + ".staffId", SharedRule.LISTED_TWICE);
            }
            return person;
        });
    }

    /** Each person once, with a name. */
    public static List<TheirPerson> theirPeople(List<TheirPerson> people, String field) {
        Set<PersonId> seen = new HashSet<>();
        return each(people, field, (person, at) -> {
            Checks.present(person.personId(), at + ".personId");
            if (!seen.add(person.personId())) {
                throw RuleViolated.at(at + ".personId", SharedRule.LISTED_TWICE);
            }
            return new TheirPerson(
                    person.personId(),
                    Checks.required(person.name(), Checks.NAME, at + ".name"),
                    Checks.optional(person.position(), Checks.NAME, at + ".position"));
        });
    }

    public static List<Attachment> attachments(List<Attachment> attachments, String field) {
        return each(attachments, field, (attachment, at) -> {
            String sha256 = Checks.required(attachment.sha256(), 64, at + ".sha256");
            if (!SHA256.matcher(sha256).matches()) {
                throw RuleViolated.at(at + ".sha256", SharedRule.NOT_FOUND);
            }
            if (attachment.size() <= 0) {
                throw RuleViolated.at(at + ".size", SharedRule.NOT_POSITIVE);
            }
            return new Attachment(
                    sha256,
                    Checks.required(attachment.fileName(), Checks.LINE, at + ".fileName"),
                    Checks.required(attachment.contentType(), Checks.NAME, at + ".contentType"),
                    attachment.size());
        });
    }

    /** As {@link #attachments}, each of them a picture. */
    public static List<Attachment> photos(List<Attachment> photos, String field) {
        return each(attachments(photos, field), field, (photo, at) -> {
            if (!photo.showsPicture()) {
                throw RuleViolated.at(at, SharedRule.NOT_A_PICTURE, photo.fileName());
            }
            return photo;
        });
    }

    /**
     * Checks every entry of a list in turn.
     *
     * @param check gets the entry, which is present, and its place, for example {@code opinions[0]}
     * @return the checked entries; empty for a missing list
     */
    public static <T, R> List<R> each(List<T> entries, String field, BiFunction<T, String, R> check) {
        if (entries == null) {
            return List.of();
        }
        if (entries.size() > ENTRIES) {
            throw RuleViolated.at(field, SharedRule.TOO_MANY, ENTRIES);
        }
        Violations violations = new Violations();
        List<R> checked = IntStream.range(0, entries.size())
                .mapToObj(i -> {
                    String at = field + "[" + i + "]";
                    return violations.value(() -> check.apply(Checks.present(entries.get(i), at), at));
                })
                .toList();
        violations.throwIfAny();
        return checked;
    }
}
