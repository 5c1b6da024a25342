package dev.wuwei.crm.ui.history;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.Component;
import dev.wuwei.crm.projections.timeline.TimelineEntry;
import dev.wuwei.crm.projections.timeline.Topic;
import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.ui.component.Badges;
import dev.wuwei.crm.ui.component.Enums;
import dev.wuwei.crm.ui.component.Format;
import dev.wuwei.crm.ui.component.I18n;
import dev.wuwei.crm.ui.component.Timeline;
import dev.wuwei.crm.ui.sentence.HistoryWords;
import dev.wuwei.crm.ui.sentence.KnownNames;
import dev.wuwei.crm.ui.sentence.Names;
import dev.wuwei.crm.ui.sentence.Sentence;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;

/** Tells events as a history: what happened in the sentence, when it was entered in the small line below. */
@Service
public class HistoryEntries {
    private final HistoryWords words;
    private final KnownNames names;

    HistoryEntries(HistoryWords words, KnownNames names) {
        this.words = words;
        this.names = names;
    }

    /**
     * @param byRecording ordered by entry, so months and days are those of the entry
     * @return entries ready to draw, in the order given
     */
    public List<Timeline.Entry> tell(List<TimelineEntry> events, boolean byRecording) {
        Names known = names.remembering();
        List<Timeline.Entry> told = new ArrayList<>();
        YearMonth before = null;
        for (TimelineEntry event : events) {
            LocalDate day = byRecording ? LocalDate.ofInstant(event.recordedAt(), EventMeta.ZONE) : event.occurredOn();
            YearMonth month = YearMonth.from(day);
            told.add(tell(
                    event,
                    day,
                    month.equals(before) ? "" : t("history.month", month.getYear(), month.getMonthValue()),
                    known));
            before = month;
        }
        return told;
    }

    private Timeline.Entry tell(TimelineEntry event, LocalDate day, String month, Names known) {
        Sentence sentence = words.sentence(event, known, I18n.locale());
        List<Component> badges = new ArrayList<>();
        if (event.corrects()) {
            badges.add(Badges.outline(t("history.corrects")));
        }
        if (event.daysLate() > 0) {
            badges.add(Badges.late(event.daysLate()));
        }
        boolean struck = event.correctedBy() != null;
        return new Timeline.Entry(
                month,
                "%02d-%02d".formatted(day.getMonthValue(), day.getDayOfMonth()),
                struck ? Timeline.Weight.STRUCK : weight(event),
                sentence.actor() == null ? "" : sentence.actor(),
                Format.because(sentence.predicate(), sentence.reason()),
                badges,
                note(event),
                struck ? t("history.struck") : "",
                words.changes(event, known, I18n.locale()).stream()
                        .filter(change ->
                                event.corrects() || event.topic() == Topic.AGREEMENT || change.before() != null)
                        .limit(8)
                        .map(change -> new Timeline.Change(change.label(), change.before(), change.after()))
                        .toList(),
                "");
    }

    private static Timeline.Weight weight(TimelineEntry event) {
        if (event.corrects()) {
            return Timeline.Weight.CORRECTION;
        }
        return event.topic() == Topic.AGREEMENT ? Timeline.Weight.MAJOR : Timeline.Weight.NORMAL;
    }

    private static String note(TimelineEntry event) {
        String recorded = t("history.recorded", Format.recorded(event.recordedAt()));
        String channel = event.channel() == null ? "" : "　" + Enums.name(event.channel());
        return recorded + channel + "　" + t("history.position", Format.count(event.position()));
    }
}
