package dev.wuwei.crm.ui.component;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import com.vaadin.flow.function.SerializableConsumer;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.BaseJsonNode;

/**
 * A card with a chart, its table and its export. A click on a mark opens the rows that make it.
 *
 * <p>The chart is an ECharts option in plain maps and lists; a colour is a token ({@code "var(--ww-c5)"}), so that it is
 * right in the light and in the dark. {@link Charts} makes the usual ones.
 */
public class Chart extends Composite<Section> {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Tag("ww-chart")
    @JavaScript("context://chart.js")
    private static final class Canvas extends Component {}

    /** What was clicked: the category's name, the series' name, the place in the data. */
    public record Click(String name, String series, int index) {}

    private final String title;
    private final String note;
    private final Canvas canvas = new Canvas();
    private final Div table = new Div();
    private final Button toggle = new Button();
    private Table data = Table.of("chart", List.of(), List.of());

    public Chart(String title, String note) {
        this(title, note, "");
    }

    /** @param height for example {@code 260px}; empty to fill the card */
    public Chart(String title, String note, String height) {
        this.title = title;
        this.note = note;
        canvas.getElement().setAttribute("role", "img");
        canvas.getElement().getStyle().set("height", height.isEmpty() ? "100%" : height);
        table.addClassName("ww-chart-table");
        table.setVisible(false);
        getContent().addClassName("ww-chart-card");
        getContent().setBody(canvas, table);

        toggle.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        toggle.addClassName("ww-quiet");
        toggle.addClickListener(event -> showTable(!table.isVisible()));
        showTable(false);
        getContent().aside(toggle, export());
    }

    @Override
    protected Section initContent() {
        return Section.card(title, note);
    }

    /**
     * Draws.
     *
     * @param option an ECharts option
     * @param data the same in rows, for the table and the export
     * @param alternative what the chart says, in a sentence, for those who cannot see it
     */
    public void show(Map<String, ?> option, Table data, String alternative) {
        this.data = data;
        JsonNode json = JSON.valueToTree(option);
        canvas.getElement().setPropertyJson("option", (BaseJsonNode) json);
        canvas.getElement().setAttribute("aria-label", alternative);
        if (table.isVisible()) {
            fillTable();
        }
    }

    public void onClick(SerializableConsumer<Click> listener) {
        canvas.getElement()
                .addEventListener("ww-chart-click", event -> {
                    JsonNode detail = event.getEventData();
                    listener.accept(new Click(
                            detail.path("event.detail.name").asString(""),
                            detail.path("event.detail.series").asString(""),
                            detail.path("event.detail.index").asInt(-1)));
                })
                .addEventData("event.detail.name")
                .addEventData("event.detail.series")
                .addEventData("event.detail.index");
    }

    public void setNote(String text) {
        getContent().setNote(text);
    }

    private void showTable(boolean shown) {
        canvas.setVisible(!shown);
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
            rows.getBody().add(row);
        });
        table.add(rows);
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

    private Component export() {
        Button button = new Button(Icon.DOWNLOAD.create());
        button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        button.addClassName("ww-quiet");
        button.setAriaLabel(t("component.chart.export") + " " + title);
        button.setTooltipText(t("component.chart.export"));
        Button picture = new Button(
                t("component.chart.png"),
                event -> canvas.getElement().callJsFunction("savePicture", data.fileName() + ".png"));
        picture.addThemeVariants(ButtonVariant.TERTIARY);
        picture.addClassName("ww-menu-item");
        Popover menu = new Popover(ExportButton.csvLink(t("component.chart.csv"), () -> data), picture);
        menu.setTarget(button);
        menu.setPosition(PopoverPosition.BOTTOM_END);
        menu.addClassName("ww-menu");
        return new Div(button, menu);
    }
}
