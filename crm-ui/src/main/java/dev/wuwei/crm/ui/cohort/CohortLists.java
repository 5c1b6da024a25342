package dev.wuwei.crm.ui.cohort;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import dev.wuwei.crm.followup.Milestone;
import dev.wuwei.crm.projections.ledger.Cohort;
import dev.wuwei.crm.projections.ledger.Cohort.Member;
import dev.wuwei.crm.projections.ledger.Cohort.MemberStay;
import dev.wuwei.crm.projections.ledger.Cohort.Setback;
import dev.wuwei.crm.ui.component.Format;
import dev.wuwei.crm.ui.component.PlainTable;
import dev.wuwei.crm.ui.component.Spans;
import dev.wuwei.crm.ui.project.ProjectNavigation;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The projects that make a figure. */
final class CohortLists {
    private CohortLists() {}

    /** @param milestone that they came to, or {@code null} when it is not about one */
    static Component members(List<Member> members, Milestone milestone) {
        boolean left = milestone == null && members.stream().anyMatch(member -> member.leftOn() != null);
        List<String> heads = new ArrayList<>(List.of("cockpit.project", "cohorts.signed-on", "cockpit.amount"));
        if (milestone != null || left) {
            heads.addAll(List.of(left ? "cohorts.left-on" : "cohorts.reached-on", "cohorts.days-after"));
        }
        PlainTable table = new PlainTable(heads.toArray(String[]::new))
                .numbers(left || milestone != null ? new int[] {2, 4} : new int[] {2});
        for (Member member : members) {
            List<Component> cells = new ArrayList<>(List.of(
                    project(member),
                    Spans.fixed(Format.date(member.signedOn())),
                    Spans.fixed(Format.yi(member.amount()))));
            if (milestone != null || left) {
                LocalDate on = milestone == null ? member.leftOn() : member.reachedOn(milestone);
                cells.add(Spans.fixed(Format.date(on)));
                cells.add(new Span(
                        on == null ? Format.NOTHING : Format.count(ChronoUnit.DAYS.between(member.signedOn(), on))));
            }
            table.row(cells.toArray(Component[]::new));
        }
        return table.framed();
    }

    /** The longest first. */
    static Component stays(Cohort cohort, List<MemberStay> stays) {
        PlainTable table =
                new PlainTable("cockpit.project", "cohorts.from", "cohorts.until", "cohorts.days").numbers(3);
        stays.stream()
                .sorted(Comparator.comparing((MemberStay each) -> each.stay().days(cohort.day()))
                        .reversed())
                .forEach(each -> table.row(
                        project(each.member()),
                        Spans.fixed(Format.date(each.stay().from())),
                        Spans.fixed(Format.date(each.stay().to())),
                        new Span(Format.count(each.stay().days(cohort.day())))));
        return table.framed();
    }

    static Component setbacks(List<Setback> setbacks) {
        PlainTable table =
                new PlainTable("cockpit.project", "cohorts.phase", "cohorts.relapse", "cohorts.from", "cohorts.until");
        setbacks.forEach(each -> table.row(
                project(each.member()),
                new Span(each.phase()),
                Spans.fixed(Format.date(each.from())),
                Spans.fixed(Format.date(each.to()))));
        return table.framed();
    }

    private static Component project(Member member) {
        return ProjectNavigation.cell(member.projectNo(), member.name());
    }
}
