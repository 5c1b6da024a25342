package dev.wuwei.crm.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class MeetingChecksTest {
    private static final StaffId STAFF = StaffId.next();
    private static final PersonId PERSON = PersonId.next();
    private static final String SHA = "a".repeat(64);

    @Test
    void gives_an_empty_list_for_a_missing_one() {
        assertThat(MeetingChecks.ourPeople(null, "ourPeople")).isEmpty();
        assertThat(MeetingChecks.theirPeople(null, "theirPeople")).isEmpty();
        assertThat(MeetingChecks.attachments(null, "attachments")).isEmpty();
    }

    @Test
    void strips_blanks_around_names() {
        assertThat(MeetingChecks.theirPeople(List.of(new TheirPerson(PERSON, " 王总 ", " ")), "theirPeople"))
                .containsExactly(new TheirPerson(PERSON, "王总", null));
    }

    @Test
    void names_the_entry_that_is_wrong_and_all_of_them_at_once() {
        refuses(
                () -> MeetingChecks.ourPeople(
                        Arrays.asList(
                                null,
                                new OurPerson(null, OfficialLevel.SECTION),
                                new OurPerson(STAFF, null),
                                new OurPerson(STAFF, OfficialLevel.SECTION),
                                new OurPerson(STAFF, OfficialLevel.DIVISION)),
                        "ourPeople"),
                violation("ourPeople[0]", SharedRule.REQUIRED),
                violation("ourPeople[1].staffId", SharedRule.REQUIRED),
                violation("ourPeople[2].level", SharedRule.REQUIRED),
                violation("ourPeople[4].staffId", SharedRule.LISTED_TWICE));
    }

    @Test
    void refuses_people_without_id_or_name_and_twice() {
        refuses(
                () -> MeetingChecks.theirPeople(
                        List.of(
                                new TheirPerson(null, "王总", null),
                                new TheirPerson(PERSON, "王\u202E总", null),
                                new TheirPerson(PERSON, "王总", null)),
                        "theirPeople"),
                violation("theirPeople[0].personId", SharedRule.REQUIRED),
                violation("theirPeople[1].name", SharedRule.FORBIDDEN_CHARACTERS),
                violation("theirPeople[2].personId", SharedRule.LISTED_TWICE));
    }

    @Test
    void refuses_attachments_that_no_file_can_be_behind() {
        refuses(
                () -> MeetingChecks.attachments(
                        List.of(
                                new Attachment("../../etc/passwd", "a.pdf", "application/pdf", 1),
                                new Attachment(SHA, " ", "application/pdf", 1),
                                new Attachment(SHA, "a.pdf", null, 1),
                                new Attachment(SHA, "a.pdf", "application/pdf", 0)),
                        "attachments"),
                violation("attachments[0].sha256", SharedRule.NOT_FOUND),
                violation("attachments[1].fileName", SharedRule.REQUIRED),
                violation("attachments[2].contentType", SharedRule.REQUIRED),
                violation("attachments[3].size", SharedRule.NOT_POSITIVE));
    }

    @Test
    void refuses_a_document_among_photos() {
        Attachment photo = new Attachment(SHA, "现场.jpg", "image/jpeg", 1);
        assertThat(MeetingChecks.photos(List.of(photo), "photos")).containsExactly(photo);
        refuses(
                () -> MeetingChecks.photos(
                        List.of(photo, new Attachment(SHA, "月报.pdf", "application/pdf", 1)), "photos"),
                violation("photos[1]", SharedRule.NOT_A_PICTURE));
    }

    @Test
    void refuses_more_entries_than_a_meeting_has() {
        refuses(
                () -> MeetingChecks.ourPeople(
                        Collections.nCopies(101, new OurPerson(STAFF, OfficialLevel.OFFICER)), "ourPeople"),
                violation("ourPeople", SharedRule.TOO_MANY));
    }

    private static Tuple violation(String field, Rule rule) {
        return tuple(field, rule);
    }

    private static void refuses(ThrowingCallable check, Tuple... expected) {
        AbstractThrowableAssert<?, ?> thrown = assertThatThrownBy(check).isInstanceOf(RuleViolated.class);
        thrown.satisfies(e -> assertThat(((RuleViolated) e).violations())
                .extracting(Violation::field, Violation::rule)
                .containsExactly(expected));
    }
}
