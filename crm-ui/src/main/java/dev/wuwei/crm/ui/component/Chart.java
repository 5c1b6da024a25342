package dev.wuwei.crm.ui.component;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.function.SerializableRunnable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.BaseJsonNode;

/**
 * A card with a chart, its table and its export. A mark, and the row of the table that says the same, open the rows that
 * make it: the mark by the pointer, the row by the keyboard too.
 *
 * <p>The chart is an ECharts option in plain maps and lists; a colour is a token ({@code "var(--ww-c5)"}), so that it is
 * right in the light and in the dark. {@link Charts} makes the usual ones. What is better built of native elements than
 * drawn has an option all the same, for the picture that is exported.
 */
public class Chart extends Composite<Section> {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ROW = "event.detail.row";

    @Tag("ww-chart")
    @JavaScript("context://chart.js")
    private static final class Canvas extends Component {}

    private final String title;
    private final String note;
    private final Canvas canvas = new Canvas();
    private final Div drawing = new Div(canvas);
    private final Div table = new Div();
    private final Button toggle = new Button();
    private Table data = Table.of("chart", List.of(), List.of());
    private List<SerializableRunnable> opening = List.of();
    private boolean told;

    public Chart(String title, String note) {
        this(title, note, "");
    }

    /** @param height for example {@code 260px}; empty to fill the card */
    public Chart(String title, String note, String height) {
        this.title = title;
        this.note = note;
        canvas.getElement().setAttribute("role", "img");
        canvas.getElement().getStyle().set("height", height.isEmpty() ? "100%" : height);
        canvas.getElement()
                .addEventListener(
                        "ww-chart-click",
                        event -> open(event.getEventData().path(ROW).asInt(-1)))
                .addEventData(ROW);
        drawing.addClassName("ww-chart-drawing");
        table.addClassName("ww-chart-table");
        table.setVisible(false);
        getContent().addClassName("ww-chart-card");
        getContent().setBody(drawing, table);

        toggle.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        toggle.addClassName("ww-quiet");
        toggle.addClickListener(event -> showTable(!table.isVisible()));
        showTable(false);
        Button picture = new Button(
                t("component.chart.png"),
                event -> canvas.getElement().callJsFunction("savePicture", data.fileName() + ".png"));
        picture.addThemeVariants(ButtonVariant.TERTIARY);
        picture.addClassName("ww-menu-item");
        getContent().aside(toggle, ExportButton.icon(title, () -> data, picture));
    }

    @Override
    protected Section initContent() {
        return Section.card(title, note);
    }

    /**
     * Draws.
     *
     * @param option an ECharts option; a mark whose data have a {@code row} stands for that row of the table, any other for
     *     the row of its place
     * @param data the same in rows, for the table and the export
     * @param alternative what the chart says, in a sentence, for those who cannot see it
     */
    public void show(Map<String, ?> option, Table data, String alternative) {
        canvas.getElement().setAttribute("aria-label", alternative);
        table.setClassName("ww-unseen", told);
        table.setVisible(told || table.isVisible());
        fill(option, data);
    }

    /**
     * Shows what is built of native elements, which say themselves what they are.
     *
     * @param picture an ECharts option, for the exported picture alone
     */
    public void show(Component built, Map<String, ?> picture, Table data) {
        canvas.getElement().setAttribute("hidden", true);
        drawing.removeAll();
        drawing.add(built, canvas);
        fill(picture, data);
    }

    /** The table stands beside the drawing for those alone who cannot see it, where there are no buttons to change between them. */
    public void tellTable() {
        told = true;
    }

    private void fill(Map<String, ?> option, Table rows) {
        data = rows;
        opening = List.of();
        JsonNode json = JSON.valueToTree(option);
        canvas.getElement().setPropertyJson("option", (BaseJsonNode) json);
        if (table.isVisible()) {
            fillTable();
        }
    }

    /** What opens for each row of the table, and for its mark; {@code null} where nothing does. */
    public void opens(List<SerializableRunnable> rows) {
        opening = rows;
        // Nothing that has the cursor may be out of sight.
        if (table.isVisible() && !told) {
            fillTable();
        }
    }

    private void open(int row) {
        if (row >= 0 && row < opening.size() && opening.get(row) != null) {
            opening.get(row).run();
        }
    }

    /** What the reader chooses of it, before the buttons of the head. */
    protected void beside(Component choice) {
        getContent().asideFirst(choice);
    }

    public void setNote(String text) {
        getContent().setNote(text);
    }

    private void showTable(boolean shown) {
        drawing.setClassName("ww-chart-away", shown);
        table.setVisible(shown);
        String label = t(shown ? "component.chart.chart" : "component.chart.table");
        toggle.setIcon((shown ? Icon.GAUGE : Icon.TABLE).create());
        toggle.setAriaLabel(label + " " + title);
        toggle.setTooltipText(label);
        if (shown) {
            fillTable();
        }
    }

    private void fillTable() {
        table.removeAll();
        NativeTable rows = new NativeTable();
        rows.addClassName("ww-table");
        NativeTableRow heads = new NativeTableRow();
        data.heads().forEach(head -> heads.add(new NativeTableHeaderCell(head)));
        rows.getHead().add(heads);
        data.rows().accept(cells -> {
            NativeTableRow row = new NativeTableRow();
            cells.forEach(cell -> row.add(cell(cell)));
            link(row, Math.toIntExact(rows.getBody().getRowCount()));
            rows.getBody().add(row);
        });
        table.add(rows);
    }

    private void link(NativeTableRow row, int at) {
        if (at < opening.size() && opening.get(at) != null) {
            NativeTableCell first = row.getDataCells().getFirst();
            NativeButton button = new NativeButton(first.getText(), event -> open(at));
            button.addClassName("ww-figure-link");
            first.removeAll();
            first.add(button);
        }
    }

    private static NativeTableCell cell(Object value) {
        NativeTableCell cell = new NativeTableCell(
                switch (value) {
                    case null -> Format.NOTHING;
                    case BigDecimal number -> Format.number(number, Math.max(0, number.scale()));
                    case Number number -> Format.count(number.longValue());
                    default -> value.toString();
                });
        cell.setClassName("ww-number", value instanceof Number);
        return cell;
    }
}
