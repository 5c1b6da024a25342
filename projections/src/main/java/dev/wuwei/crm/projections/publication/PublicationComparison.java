package dev.wuwei.crm.projections.publication;

import dev.wuwei.crm.projections.ledger.Figure;
import dev.wuwei.crm.projections.ledger.TotalsQuery.Move;
import dev.wuwei.crm.projections.publication.PublicationView.OutsideFigure;
import dev.wuwei.crm.publication.PublishedLine;
import dev.wuwei.crm.shared.Money;
import java.util.List;

/**
 * A report as published beside what is known now.
 *
 * @param lines as printed; classes that have come in since are at the end
 * @param ties of each breakdown
 * @param outside figures of other documents, held against the ledger
 * @param documents that do not tie in themselves
 */
public record PublicationComparison(
        List<Line> lines, List<Tie> ties, List<Claim> outside, List<DocumentTie> documents) {
    /**
     * @param line as printed
     * @param moves what moved it since; empty when it did not move
     */
    public record Line(PublishedLine line, Figure published, Figure now, List<Move> moves) {
        public boolean moved() {
            return !published.equals(now);
        }

        public Figure difference() {
            return now.minus(published);
        }

        /** @return what no entry since tells of; nothing, unless the ledger of that instant tells other figures than it did */
        public Figure unexplained() {
            return moves.stream().map(move -> move.event().figure()).reduce(difference(), Figure::minus);
        }
    }

    /** @param sum what the lines of the breakdown come to */
    public record Tie(String measure, String dimension, Figure total, Figure sum) {
        public boolean ties() {
            return total.equals(sum);
        }
    }

    /**
     * @param line that it claims to be
     * @param published as the report has it
     * @param now as the ledger has it
     */
    public record Claim(OutsideFigure figure, PublishedLine line, Figure published, Figure now) {
        /** @return claimed less the ledger's, or {@code null} where no amount is claimed */
        public Money amountOff() {
            return figure.amount() == null
                    ? null
                    : figure.amount().minus(now.in(figure.amount().currency()));
        }

        /** @return claimed less the ledger's, or {@code null} where no count is claimed */
        public Long countOff() {
            return figure.count() == null ? null : figure.count() - now.count();
        }

        public boolean ties() {
            return (amountOff() == null || amountOff().isZero()) && (countOff() == null || countOff() == 0);
        }
    }

    /**
     * Another document's total and what its own lines come to.
     *
     * @param total as it prints it
     * @param sum of its lines
     */
    public record DocumentTie(String source, String measure, String dimension, Money total, Money sum) {
        public boolean ties() {
            return total.equals(sum);
        }

        public Money off() {
            return total.minus(sum);
        }
    }

    public List<Line> moved() {
        return lines.stream().filter(Line::moved).toList();
    }

    public boolean restated() {
        return lines.stream().anyMatch(Line::moved);
    }

    public List<Tie> untied() {
        return ties.stream().filter(tie -> !tie.ties()).toList();
    }
}
