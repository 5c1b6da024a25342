package dev.wuwei.crm.ui.lookback;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.server.streams.DownloadHandler;
import dev.wuwei.crm.lookback.Consequence;
import dev.wuwei.crm.lookback.ReviewProgress;
import dev.wuwei.crm.lookback.ReviewProgress.Rectification;
import dev.wuwei.crm.lookback.SheetFigure;
import dev.wuwei.crm.projections.commitment.CommitmentView;
import dev.wuwei.crm.projections.lookback.ReviewView;
import dev.wuwei.crm.signing.CommitmentSide;
import dev.wuwei.crm.ui.commitment.CommitmentWords;
import dev.wuwei.crm.ui.component.Enums;
import dev.wuwei.crm.ui.component.Format;
import dev.wuwei.crm.ui.component.Table;
import dev.wuwei.crm.ui.component.WordSheet;
import dev.wuwei.crm.ui.component.WordTemplate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The sheet of a review as a Word document and as a table, in the language of whoever asks. */
final class SheetDocument {
    private static final int DECIMALS = 2;

    private SheetDocument() {}

    static DownloadHandler download(ReviewView review) {
        String name = t("lookback.file", review.campaign(), review.project().name()) + ".docx";
        WordSheet sheet = sheet(review);
        return event -> {
            event.setFileName(name);
            event.setContentType(WordTemplate.CONTENT_TYPE);
            sheet.write(event.getOutputStream());
        };
    }

    private static List<String> heads() {
        return List.of(
                t("agreement.clause"),
                t("agreement.promise"),
                t("agreement.value"),
                t("agreement.due"),
                t("agreement.actual"),
                t("commitment.source"),
                t("agreement.gap"),
                t("agreement.verdict"),
                t("agreement.version"));
    }

    static WordSheet sheet(ReviewView review) {
        List<String> head = new ArrayList<>();
        head.add(review.project().projectNo() + "　" + review.project().name() + "　"
                + Format.coded(review.project().park()) + "　"
                + Format.money(review.project().signed()));
        for (CommitmentSide side : CommitmentSide.values()) {
            head.add(CommitmentWords.rateName(side) + "　" + CommitmentWords.rate(review.fulfilment(side)));
        }
        for (SheetFigure figure : review.sheet().figures()) {
            head.add(Enums.label(figure.metric()) + "　" + Format.number(figure.value(), DECIMALS) + "　"
                    + figure.inputs());
        }
        List<List<String>> rows = new ArrayList<>();
        for (CommitmentSide side : CommitmentSide.values()) {
            List<CommitmentView> lines = review.lines(side);
            if (!lines.isEmpty()) {
                rows.add(List.of(Enums.label(side)));
                lines.forEach(line -> rows.add(cells(line)));
            }
        }
        return new WordSheet(
                t("lookback.title", review.campaign(), review.project().name()), head, heads(), rows, foot(review));
    }

    private static List<String> cells(CommitmentView line) {
        return List.of(
                line.clause(),
                CommitmentWords.what(line),
                CommitmentWords.promised(line),
                CommitmentWords.due(line),
                CommitmentWords.actual(line),
                CommitmentWords.source(line),
                CommitmentWords.gap(line),
                CommitmentWords.verdictName(line),
                CommitmentWords.version(line));
    }

    private static List<String> foot(ReviewView review) {
        ReviewProgress progress = review.progress();
        List<String> foot = new ArrayList<>();
        progress.visits()
                .forEach(visit ->
                        foot.add(t("lookback.on-site") + "　" + Format.date(visit.on()) + "　" + visit.findings()));
        if (progress.grade() != null) {
            foot.add(t("lookback.rating") + "　" + progress.grade() + "　" + Enums.name(progress.grade()) + "　"
                    + progress.opinion());
        }
        for (Consequence one : progress.consequences()) {
            foot.add(t("lookback.consequences") + "　" + Enums.name(one.kind()) + "　"
                    + (one.amount() == null ? "" : Format.money(one.amount()) + "　")
                    + (one.note() == null ? "" : one.note()));
        }
        for (Rectification one : progress.rectifications()) {
            foot.add(t("lookback.rectification") + "　" + one.demand() + "　" + one.responsible() + "　"
                    + LookBackDesk.moved(
                            t("lookback.until", Format.date(one.deadline())), one.deadline(), one.firstDeadline())
                    + (one.result() == null ? "" : "　" + t("lookback.result", one.result())));
        }
        foot.add(t(
                "lookback.sealed",
                Format.date(review.cutOff()),
                review.sheet().agreementVersion(),
                Format.count(review.position()),
                Format.moment(review.knownAt())));
        return foot;
    }

    static Table table(ReviewView review) {
        List<String> heads = new ArrayList<>(List.of(t("commitment.sides")));
        heads.addAll(heads());
        List<List<Object>> rows = new ArrayList<>();
        for (CommitmentSide side : CommitmentSide.values()) {
            for (CommitmentView line : review.lines(side)) {
                List<Object> cells = new ArrayList<>(List.of(Enums.label(side)));
                cells.addAll(cells(line));
                rows.add(cells);
            }
        }
        for (String line : foot(review)) {
            rows.add(Arrays.asList(line));
        }
        return Table.of(t("lookback.file", review.campaign(), review.project().name()), heads, rows);
    }
}
