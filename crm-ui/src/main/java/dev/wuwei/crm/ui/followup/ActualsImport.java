package dev.wuwei.crm.ui.followup;

import dev.wuwei.crm.followup.FollowUpCommand.ReportActuals;
import dev.wuwei.crm.followup.FollowUpId;
import dev.wuwei.crm.platform.axon.CommandDispatcher.BatchRefused;
import dev.wuwei.crm.projections.dossier.DossierQuery;
import dev.wuwei.crm.projections.dossier.DossierView;
import dev.wuwei.crm.projections.support.AsOf;
import dev.wuwei.crm.shared.Violation;
import dev.wuwei.crm.ui.component.CommandRunner;
import dev.wuwei.crm.ui.component.CurrentUser;
import dev.wuwei.crm.ui.component.ErrorTexts;
import dev.wuwei.crm.ui.component.Today;
import dev.wuwei.crm.ui.followup.ActualsSheet.Content;
import dev.wuwei.crm.ui.followup.ActualsSheet.Line;
import dev.wuwei.crm.ui.followup.ActualsSheet.Problem;
import java.io.InputStream;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Takes over a spreadsheet of enterprise actuals: all of it, or nothing and all that is wrong with it, row by row. */
@Component
class ActualsImport {
    private final DossierQuery dossiers;
    private final CommandRunner commands;

    ActualsImport(DossierQuery dossiers, CommandRunner commands) {
        this.dossiers = dossiers;
        this.commands = commands;
    }

    /** @param stored rows that were taken over; 0 when there is a problem */
    record Outcome(int stored, List<Problem> problems) {}

    Outcome take(InputStream in) {
        Content content = ActualsSheet.read(in);
        List<Problem> problems = new ArrayList<>(content.problems());
        Map<Line, ReportActuals> reports = reports(content.lines(), problems);
        List<ReportActuals> sent = List.copyOf(reports.values());
        if (problems.isEmpty()) {
            try {
                commands.sendAll(sent);
                return new Outcome(sent.size(), List.of());
            } catch (BatchRefused refused) {
                // It stopped at the first; whoever corrects the sheet needs all of them.
            }
        }
        List<Line> lines = List.copyOf(reports.keySet());
        commands.refusals(sent)
                .forEach((index, violated) ->
                        violated.violations().forEach(one -> problems.add(refused(lines.get(index), one))));
        return new Outcome(0, problems.stream().sorted(Problem.BY_PLACE).toList());
    }

    /** The write side names its fields, the sheet its columns. */
    private static Problem refused(Line line, Violation violation) {
        return Problem.at(
                ActualsSheet.cell(violation.field(), line.line()), "actuals-sheet.refused", ErrorTexts.of(violation));
    }

    private Map<Line, ReportActuals> reports(List<Line> lines, List<Problem> problems) {
        Map<String, Optional<DossierView>> known = new HashMap<>();
        Set<String> seen = new HashSet<>();
        Map<Line, ReportActuals> reports = new LinkedHashMap<>();
        for (Line line : lines) {
            String at = String.valueOf(line.line());
            Optional<DossierView> dossier = known.computeIfAbsent(
                    line.projectNo(),
                    no -> dossiers.find(no, AsOf.NOW, CurrentUser.get().viewer(), Today.date()));
            FollowUpId followUp = dossier.map(DossierView::head)
                    .map(DossierView.Head::followUpId)
                    .orElse(null);
            if (dossier.isEmpty()) {
                problems.add(Problem.at("A" + at, "actuals-sheet.unknown-project", line.projectNo()));
            } else if (followUp == null) {
                problems.add(Problem.at("A" + at, "actuals-sheet.not-signed", line.projectNo()));
            } else if (!line.month().atEndOfMonth().isBefore(Today.date())) {
                problems.add(Problem.at("B" + at, "actuals-sheet.not-over", line.month()));
            } else if (!seen.add(line.projectNo() + "|" + line.month())) {
                problems.add(Problem.at("B" + at, "actuals-sheet.twice", line.projectNo(), line.month()));
            } else if (isReported(dossier.orElseThrow(), line.month())) {
                problems.add(Problem.at("B" + at, "actuals-sheet.reported", line.month()));
            } else {
                reports.put(line, new ReportActuals(followUp, line.month(), line.month(), line.figures()));
            }
        }
        return reports;
    }

    private static boolean isReported(DossierView dossier, YearMonth month) {
        return dossier.actuals().stream()
                .anyMatch(one ->
                        !one.firstMonth().isAfter(month) && !one.lastMonth().isBefore(month));
    }
}
