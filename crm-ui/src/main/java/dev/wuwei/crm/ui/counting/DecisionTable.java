package dev.wuwei.crm.ui.counting;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import dev.wuwei.crm.projections.staff.StaffName;
import dev.wuwei.crm.projections.staff.StaffQuery;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.ui.component.Format;
import dev.wuwei.crm.ui.component.PlainTable;
import dev.wuwei.crm.ui.component.Spans;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** What was decided, since when it holds, when, by whom and why. */
final class DecisionTable {
    private final PlainTable table = new PlainTable(
                    "what-if.from", "what-if.decision", "what-if.decided-on", "what-if.decided-by", "field.reason", "")
            .cards(2);
    private final Map<StaffId, StaffName> people;

    DecisionTable(Map<StaffId, StaffName> people) {
        this.people = people;
    }

    /** @param deciders {@code null} among them for the system */
    static Map<StaffId, StaffName> people(Collection<StaffId> deciders, StaffQuery staff) {
        Set<StaffId> known = deciders.stream().filter(Objects::nonNull).collect(Collectors.toSet());
        return staff.names(known);
    }

    static String name(StaffId decider, Map<StaffId, StaffName> people) {
        StaffName known = decider == null ? null : people.get(decider);
        return known == null ? Format.NOTHING : known.name();
    }

    /** @param menu what can be done with it, or {@code null} */
    void row(LocalDate from, String words, LocalDate decidedOn, StaffId decider, String reason, Component menu) {
        table.row(
                Spans.fixed(Format.date(from)),
                new Span(words),
                Spans.fixed(Format.date(decidedOn)),
                new Span(name(decider, people)),
                new Span(Format.text(reason)),
                menu == null ? new Span() : menu);
    }

    Component framed() {
        return table.framed();
    }
}
