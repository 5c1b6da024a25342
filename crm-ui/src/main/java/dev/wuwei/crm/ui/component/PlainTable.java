package dev.wuwei.crm.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A short list that is all there: a native table, without paging. Long ones are a {@link RecordGrid}. */
public class PlainTable extends NativeTable {
    private final List<String> heads;
    private final Set<Integer> numbers = new HashSet<>();
    private int titles;

    /** @param heads keys of the translations; empty for a column without a head */
    public PlainTable(String... heads) {
        this(Arrays.stream(heads)
                .map(head -> head.isEmpty() ? "" : I18n.t(head))
                .toList());
    }

    private PlainTable(List<String> heads) {
        this.heads = heads;
        addClassName("ww-table");
        NativeTableRow row = new NativeTableRow();
        for (String head : heads) {
            NativeTableHeaderCell cell = new NativeTableHeaderCell(head);
            cell.setClassName("ww-headless", head.isEmpty());
            row.add(cell);
        }
        getHead().add(row);
    }

    /** With heads that are words already, for columns that come from the data. */
    public static PlainTable headed(List<String> words) {
        return new PlainTable(List.copyOf(words));
    }

    /** Columns of figures, aligned at the right; the first is 0. To be said before any row. */
    public PlainTable numbers(int... columns) {
        for (int column : columns) {
            numbers.add(column);
            getHead().getRows().getFirst().getHeaderCells().get(column).addClassName("ww-number");
        }
        return this;
    }

    /**
     * On a phone each row becomes a card: its first cells are the title, the others have their heads beside them, and what
     * is not known is left out.
     *
     * @param cells of the title
     */
    public PlainTable cards(int cells) {
        addClassName("ww-table-cards");
        titles = cells;
        return this;
    }

    /** @return the table in a frame that it scrolls in when it is wider than the page */
    public Div framed() {
        Div frame = new Div(this);
        frame.addClassName("ww-table-frame");
        return frame;
    }

    public NativeTableRow row(Component... cells) {
        NativeTableRow row = new NativeTableRow();
        for (int column = 0; column < cells.length; column++) {
            NativeTableCell cell = new NativeTableCell(cells[column]);
            cell.setClassName("ww-number", numbers.contains(column));
            cell.setClassName("ww-row-title", column < titles);
            cell.setClassName("ww-unknown", isUnknown(cells[column]));
            if (column >= titles && !heads.get(column).isEmpty()) {
                cell.getElement().setAttribute("data-head", heads.get(column));
            }
            row.add(cell);
        }
        getBody().add(row);
        return row;
    }

    private static boolean isUnknown(Component cell) {
        String text = cell.getElement().getTextRecursively();
        return text.equals(Format.NOTHING) || cell instanceof Span && text.isEmpty();
    }

    public NativeTableRow row(String... cells) {
        return row(Arrays.stream(cells).map(Span::new).toArray(Component[]::new));
    }

    /** A line over the whole width that the rows below it belong to. */
    public void group(String title, String note) {
        Span words = new Span(note);
        words.addClassName("ww-note");
        NativeTableCell cell = new NativeTableCell(new Span(title), words);
        cell.setColspan(heads.size());
        NativeTableRow row = new NativeTableRow(cell);
        row.addClassName("ww-group");
        getBody().add(row);
    }

    /** The last line: what the rows come to. */
    public void total(String... cells) {
        row(cells).addClassName("ww-total");
    }
}
