package dev.wuwei.crm.ui.component;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;

/** A short list that is all there: a native table, without paging. Long ones are a {@link RecordGrid}. */
public class PlainTable extends NativeTable {
    /** @param heads keys of the translations; empty for a column without a head */
    public PlainTable(String... heads) {
        addClassName("ww-table");
        NativeTableRow row = new NativeTableRow();
        for (String head : heads) {
            row.add(new NativeTableHeaderCell(head.isEmpty() ? "" : t(head)));
        }
        getHead().add(row);
    }

    public void row(Component... cells) {
        NativeTableRow row = new NativeTableRow();
        for (Component cell : cells) {
            row.add(new NativeTableCell(cell));
        }
        getBody().add(row);
    }

    public void row(String... cells) {
        NativeTableRow row = new NativeTableRow();
        for (String cell : cells) {
            row.add(new NativeTableCell(cell));
        }
        getBody().add(row);
    }
}
