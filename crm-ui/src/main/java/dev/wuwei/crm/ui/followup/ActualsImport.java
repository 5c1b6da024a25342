package dev.wuwei.crm.ui.followup;

import dev.wuwei.crm.followup.FollowUpCommand.ReportActuals;
import dev.wuwei.crm.followup.FollowUpId;
import dev.wuwei.crm.platform.axon.CommandDispatcher.BatchRefused;
import dev.wuwei.crm.projections.dossier.DossierQuery;
import dev.wuwei.crm.projections.dossier.DossierView;
import dev.wuwei.crm.projections.support.AsOf;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Takes over a spreadsheet of enterprise actuals: all of it, or nothing and what is wrong with it. */
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
        List<ReportActuals> reports = reports(content.lines(), problems);
        if (!problems.isEmpty()) {
            return new Outcome(0, problems);
        }
        try {
            commands.sendAll(reports);
        } catch (BatchRefused refused) {
            String line = String.valueOf(content.lines().get(refused.index()).line());
            return new Outcome(
                    0, List.of(Problem.at(line, "actuals-sheet.refused", ErrorTexts.of(refused.violated()))));
        }
        return new Outcome(reports.size(), List.of());
    }

    private List<ReportActuals> reports(List<Line> lines, List<Problem> problems) {
        Map<String, Optional<DossierView>> known = new HashMap<>();
        Set<String> seen = new HashSet<>();
        List<ReportActuals> reports = new ArrayList<>();
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
                reports.add(new ReportActuals(followUp, line.month(), line.month(), line.figures()));
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
