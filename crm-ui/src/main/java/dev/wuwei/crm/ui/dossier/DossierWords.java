package dev.wuwei.crm.ui.dossier;

import static dev.wuwei.crm.ui.component.I18n.t;

import dev.wuwei.crm.projections.dossier.DossierView;
import dev.wuwei.crm.projections.dossier.Entered;
import dev.wuwei.crm.projections.timeline.FieldChange;
import dev.wuwei.crm.shared.OurPerson;
import dev.wuwei.crm.shared.PersonId;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.shared.TypedId;
import dev.wuwei.crm.ui.command.CommandContext;
import dev.wuwei.crm.ui.component.Format;
import dev.wuwei.crm.ui.component.I18n;
import dev.wuwei.crm.ui.component.Timeline;
import dev.wuwei.crm.ui.sentence.HistoryWords;
import dev.wuwei.crm.ui.sentence.Names;
import dev.wuwei.crm.ui.sentence.Words;
import java.util.List;
import java.util.Objects;

/** What a dossier says, in words: people by the names that it holds, changes as before and after. */
final class DossierWords {
    private static final String GAP = "　";

    private final Names names;
    private final Words words;

    /** @param others names of what the dossier mentions beside its people */
    DossierWords(DossierView dossier, Names others) {
        names = id -> name(dossier, others, id);
        words = new Words(I18n.locale(), names);
    }

    private static String name(DossierView dossier, Names others, TypedId id) {
        return switch (id) {
            case StaffId staff when dossier.people().containsKey(staff) -> dossier.nameOf(staff);
            case PersonId person
            when dossier.persons().containsKey(person) ->
                dossier.persons().get(person).name();
            default -> others.nameOf(id);
        };
    }

    String of(StaffId staff) {
        return Format.text(words.of(staff));
    }

    String ours(List<OurPerson> people) {
        return Format.text(words.of(people));
    }

    String theirs(List<FieldChange.Attendee> people) {
        return Format.text(words.of(CommandContext.theirs(people)));
    }

    String list(List<String> texts) {
        return Format.text(words.of(texts));
    }

    /** 孙丙　录入 10-19 09:26. */
    String entered(Entered entered) {
        return entered == null ? "" : of(entered.by()) + GAP + t("history.recorded", Format.recorded(entered.at()));
    }

    /** The same with the reason for it. */
    String enteredBecause(Entered entered) {
        return Format.because(entered(entered), entered.reason());
    }

    List<Timeline.Change> changes(List<FieldChange> changes) {
        return changes.stream()
                .map(change -> new Timeline.Change(
                        HistoryWords.label(change.field(), change.item(), I18n.locale()),
                        HistoryWords.words(change.kind(), change.before(), names, I18n.locale()),
                        HistoryWords.words(change.kind(), change.after(), names, I18n.locale())))
                .filter(change -> !Objects.equals(change.before(), change.after()))
                .toList();
    }
}
