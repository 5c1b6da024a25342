package dev.wuwei.crm.ui.tenure;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.function.SerializableSupplier;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.wuwei.crm.followup.LightVerdict;
import dev.wuwei.crm.projections.ledger.LedgerRule;
import dev.wuwei.crm.projections.ledger.TotalsCheckQuery;
import dev.wuwei.crm.projections.staff.StaffQuery;
import dev.wuwei.crm.projections.tenure.Capacity;
import dev.wuwei.crm.projections.tenure.Tenure;
import dev.wuwei.crm.projections.tenure.Tenure.Deed;
import dev.wuwei.crm.projections.tenure.Tenure.DeedKind;
import dev.wuwei.crm.projections.tenure.Tenure.Held;
import dev.wuwei.crm.projections.tenure.Tenure.Move;
import dev.wuwei.crm.projections.tenure.Tenure.MoveKind;
import dev.wuwei.crm.projections.tenure.Tenure.Project;
import dev.wuwei.crm.projections.tenure.TenureQuery;
import dev.wuwei.crm.projections.tenure.TenureRule;
import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.ui.component.Address;
import dev.wuwei.crm.ui.component.AsOf;
import dev.wuwei.crm.ui.component.CurrentUser;
import dev.wuwei.crm.ui.component.EmptyState;
import dev.wuwei.crm.ui.component.Enums;
import dev.wuwei.crm.ui.component.ErrorTexts;
import dev.wuwei.crm.ui.component.ExportButton;
import dev.wuwei.crm.ui.component.Fields;
import dev.wuwei.crm.ui.component.Format;
import dev.wuwei.crm.ui.component.Light;
import dev.wuwei.crm.ui.component.LightWords;
import dev.wuwei.crm.ui.component.Live;
import dev.wuwei.crm.ui.component.PageTitle;
import dev.wuwei.crm.ui.component.PlainTable;
import dev.wuwei.crm.ui.component.Section;
import dev.wuwei.crm.ui.component.SidePanel;
import dev.wuwei.crm.ui.component.Spans;
import dev.wuwei.crm.ui.component.ViewBody;
import dev.wuwei.crm.ui.component.ViewHeader;
import dev.wuwei.crm.ui.counting.VerifiedNote;
import dev.wuwei.crm.ui.project.ProjectNavigation;
import jakarta.annotation.security.RolesAllowed;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** 任期交接: what a leader, owner, liaison or team took over, did and handed on between two dates. */
@Route(TenureView.PATH)
@Menu(title = "menu.tenure", order = 415, icon = "swap")
@RolesAllowed({"PROMOTER", "DEPARTMENT_HEAD", "LEADER", "SUPERVISOR", "AUDITOR"})
class TenureView extends Div implements AfterNavigationObserver, PageTitle {
    static final String PATH = "tenure";
    private static final String AS = "as";
    private static final String WHO = "who";
    private static final String FROM = "from";
    private static final String TO = "to";
    private static final String HISTORY = "history";

    /** A person or a team. */
    private record Who(UUID id, String name, String more) {}

    private final TenureQuery query;
    private final StaffQuery staff;
    private final TotalsCheckQuery checks;
    private final ViewHeader header = new ViewHeader(t("menu.tenure"));
    private final Select<Capacity> capacity = new Select<>();
    private final ComboBox<Who> who = new ComboBox<>(t("tenure.who"));
    private final DatePicker from = Fields.date(t("tenure.from"));
    private final DatePicker to = Fields.date(t("tenure.to"));
    private final ExportButton export;
    private final Div body = new Div();
    private final SidePanel drawer;
    private Tenure shown;

    TenureView(TenureQuery query, StaffQuery staff, TotalsCheckQuery checks, Live live) {
        this.query = query;
        this.staff = staff;
        this.checks = checks;
        addClassName("ww-view");
        capacity.setLabel(t("tenure.as"));
        capacity.setItemLabelGenerator(Enums::label);
        who.setItemLabelGenerator(one -> Format.joined(one.name(), one.more()));
        who.setManualValidation(true);
        capacity.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                Address.put(AS, Address.word(event.getValue()));
            }
        });
        who.addValueChangeListener(event -> {
            if (event.isFromClient() && event.getValue() != null) {
                Address.put(WHO, event.getValue().id().toString());
            }
        });
        put(from, FROM);
        put(to, TO);
        Div choices = new Div(capacity, who, from, to);
        choices.addClassName("ww-policy-choices");
        export = new ExportButton(
                t("component.list.export"), () -> TenureSheet.table(shown), () -> TenureSheet.word(shown));
        header.actions(export);
        Div content = new Div(choices, body);
        body.addClassName("ww-cohorts");
        ViewBody.scrolls(content);
        Div page = new Div(header, content);
        page.addClassName("ww-view");
        drawer = new SidePanel(page);
        add(drawer);
        live.subscribe(this, Set.of("ledger", "timeline", "ticket"), this::show);
    }

    private static void put(DatePicker field, String parameter) {
        field.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                Address.put(
                        parameter,
                        event.getValue() == null ? null : event.getValue().toString());
            }
        });
    }

    @Override
    public String pageTitle() {
        return t("menu.tenure");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        show();
    }

    private void show() {
        QueryParameters address = getUI().orElseThrow().getActiveViewLocation().getQueryParameters();
        CurrentUser user = CurrentUser.get();
        LocalDate day = AsOf.current().dayOrToday();
        boolean others = TenureQuery.seesOthers(user.viewer());
        capacity.setItems(Arrays.stream(Capacity.values())
                .filter(each -> others || each != Capacity.TEAM)
                .toList());
        Capacity as = Address.choice(AS, Capacity.class, () -> user.is(Role.LEADER) ? Capacity.LEADER : Capacity.OWNER);
        capacity.setValue(as);
        List<Who> offered = offered(as, user, others);
        who.setItems(offered);
        who.setReadOnly(!others);
        UUID asked = address.getSingleParameter(WHO)
                .flatMap(TenureView::id)
                .orElse(as == Capacity.TEAM ? null : user.id().value());
        who.setValue(offered.stream()
                .filter(one -> one.id().equals(asked))
                .findFirst()
                .orElse(null));
        from.setMax(day);
        to.setMax(day);
        from.setValue(date(address, FROM).orElse(day.withDayOfYear(1)));
        to.setValue(date(address, TO).filter(it -> !it.isAfter(day)).orElse(day));
        body.removeAll();
        shown = null;
        tell(as, asked, user);
        body.add(new VerifiedNote(checks));
        export.setVisible(shown != null);
    }

    private void tell(Capacity as, UUID asked, CurrentUser user) {
        refuse(null, "");
        if (asked == null) {
            header.setNote("");
            body.add(new EmptyState(t("tenure.choose"), t("tenure.choose.note")));
            return;
        }
        try {
            shown = query.tenure(
                    as, asked, from.getValue(), to.getValue(), AsOf.current().query(), user.viewer());
        } catch (RuleViolated violated) {
            refuse(violated, ErrorTexts.of(violated));
            if (violated.rule() == TenureRule.NOT_YOURS) {
                Anchor own = new Anchor(AsOf.current().link(PATH), t("tenure.mine"));
                body.add(new EmptyState(ErrorTexts.of(violated), "", own));
            }
            return;
        }
        header.setNote(t("tenure.note", shown.name(), Format.date(shown.from()), Format.date(shown.to())));
        body.add(balance(), done(), moves());
        body.add(stock(t("tenure.opening"), t("tenure.opening.note"), shown.opening()));
        body.add(stock(t("tenure.closing"), t("tenure.closing.note"), shown.closing()));
    }

    private void refuse(RuleViolated violated, String text) {
        boolean whose = violated != null && violated.rule() == TenureRule.NOT_YOURS;
        boolean early = violated != null && violated.rule() == LedgerRule.BEFORE_FIRST_EVENT;
        who.setErrorMessage(text);
        who.setInvalid(whose);
        from.setErrorMessage(text);
        from.setInvalid(early);
        to.setErrorMessage(text);
        to.setInvalid(violated != null && !whose && !early);
    }

    private List<Who> offered(Capacity as, CurrentUser user, boolean others) {
        if (as == Capacity.TEAM) {
            return staff.teams(true).stream()
                    .map(team -> new Who(team.teamId().value(), team.name(), Format.coded(team.park())))
                    .toList();
        }
        return staff.everybody().stream()
                .filter(person -> others || person.staffId().equals(user.id()))
                .map(person -> new Who(person.staffId().value(), person.name(), person.title()))
                .toList();
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> date(QueryParameters address, String parameter) {
        try {
            return address.getSingleParameter(parameter).map(LocalDate::parse);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Opening, what came, what went, closing: always even. */
    private Component balance() {
        List<String> heads = new ArrayList<>(List.of(t("tenure.opening")));
        List<Component> cells = new ArrayList<>(List.of(held(t("tenure.opening"), shown.opening())));
        for (MoveKind kind : MoveKind.values()) {
            List<Move> moves = shown.moves(kind);
            heads.add((kind.isIn() ? "+ " : "− ") + Enums.label(kind));
            cells.add(
                    moves.isEmpty()
                            ? new Span(Format.NOTHING)
                            : link(
                                    TenureWords.figure(Tenure.moved(moves)),
                                    Enums.label(kind),
                                    () -> moveRows(moves).framed()));
        }
        heads.add("= " + t("tenure.closing"));
        cells.add(held(t("tenure.closing"), shown.closing()));
        PlainTable table = PlainTable.headed(heads).cards(0);
        table.row(cells.toArray(Component[]::new));
        return new Section(t("tenure.in-hand"), t("tenure.rule"), table.framed());
    }

    private Component held(String title, List<Held> held) {
        String text = TenureWords.figure(Tenure.held(held));
        return held.isEmpty() ? new Span(text) : link(text, title, () -> heldList(held));
    }

    private Component done() {
        PlainTable table = new PlainTable("tenure.what", "tenure.times", "tenure.in-person", "tenure.amount")
                .numbers(1, 2, 3)
                .cards(1);
        for (DeedKind kind : DeedKind.values()) {
            List<Deed> deeds = shown.deeds(kind);
            boolean personal = kind == DeedKind.VISIT || kind == DeedKind.ROUND || kind == DeedKind.TICKET;
            List<Deed> own = deeds.stream().filter(Deed::inPerson).toList();
            table.row(
                    new Span(Enums.label(kind)),
                    count(deeds, Enums.label(kind)),
                    personal && shown.capacity() != Capacity.TEAM
                            ? count(own, t("tenure.own", Enums.label(kind)))
                            : new Span(Format.NOTHING),
                    Spans.fixed(kind == DeedKind.AGREEMENT ? TenureWords.amount(Tenure.done(deeds)) : Format.NOTHING));
        }
        return new Section(t("tenure.done"), t("tenure.done.note"), table.framed());
    }

    private Component count(List<Deed> deeds, String title) {
        String text = Format.count(deeds.size());
        return deeds.isEmpty() ? new Span(text) : link(text, title, () -> deedRows(deeds));
    }

    private Component moves() {
        return shown.moves().isEmpty()
                ? new Section(t("tenure.moves"), t("tenure.moves.none"))
                : new Section(
                        t("tenure.moves"),
                        t("tenure.moves.note"),
                        moveRows(shown.moves()).framed());
    }

    private static Component stock(String title, String note, List<Held> held) {
        return held.isEmpty()
                ? new Section(title, t("tenure.none"))
                : new Section(title, note, heldRows(held).framed());
    }

    private static PlainTable moveRows(List<Move> moves) {
        PlainTable table = new PlainTable("cockpit.project", "tenure.on", "tenure.how", "tenure.amount")
                .numbers(3)
                .cards(1);
        return filled(
                table,
                moves,
                move -> List.of(
                        project(move.project(), false),
                        Spans.fixed(Format.date(move.on())),
                        new Span(TenureWords.move(move)),
                        Spans.fixed(Format.money(move.project().amount()))));
    }

    private static PlainTable heldRows(List<Held> held) {
        PlainTable table = new PlainTable(
                        "cockpit.project",
                        "tenure.stage",
                        "tenure.amount",
                        "tenure.light",
                        "tenure.since",
                        "tenure.predecessor")
                .numbers(2)
                .cards(1);
        return filled(
                table,
                held,
                each -> List.of(
                        project(each.project(), false),
                        Spans.fixed(Enums.name(each.stage())),
                        Spans.fixed(Format.money(each.project().amount())),
                        each.verdict() == null ? new Span(Format.NOTHING) : light(each.verdict()),
                        Spans.fixed(Format.date(each.since())),
                        new Span(TenureWords.predecessor(each))));
    }

    /** Where they stand and what they are worth: the page has the rest. */
    private static Component heldList(List<Held> held) {
        PlainTable table = new PlainTable("cockpit.project", "tenure.stage", "tenure.since", "tenure.amount")
                .numbers(3)
                .cards(1);
        return filled(
                        table,
                        held,
                        each -> List.of(
                                project(each.project(), false),
                                new Span(Enums.name(each.stage())),
                                Spans.fixed(Format.date(each.since())),
                                Spans.fixed(Format.money(each.project().amount()))))
                .framed();
    }

    private static Light light(LightVerdict verdict) {
        Light.Colour colour = Light.Colour.valueOf(verdict.light().name());
        String reasons = LightWords.reasons(verdict);
        return reasons.isEmpty() ? Light.named(colour) : new Light(colour, reasons);
    }

    private static Component deedRows(List<Deed> deeds) {
        PlainTable table = new PlainTable("cockpit.project", "tenure.on", "tenure.detail").cards(1);
        return filled(
                        table,
                        deeds,
                        deed -> List.of(
                                project(deed.project(), true),
                                Spans.fixed(Format.date(deed.on())),
                                new Span(
                                        deed.kind() == DeedKind.AGREEMENT
                                                ? Format.money(deed.project().amount())
                                                : TenureWords.what(deed))))
                .framed();
    }

    private static <T> PlainTable filled(PlainTable table, List<T> rows, Function<T, List<Component>> cells) {
        rows.forEach(row -> table.row(cells.apply(row).toArray(Component[]::new)));
        return table;
    }

    /** @param history opens what happened to it rather than how it stands */
    private static Component project(Project project, boolean history) {
        return history
                ? ProjectNavigation.cellTo(HISTORY, project.projectNo(), project.name())
                : ProjectNavigation.cell(project.projectNo(), project.name());
    }

    private NativeButton link(String text, String title, SerializableSupplier<Component> list) {
        NativeButton button = new NativeButton(text, event -> drawer.open(new H2(title), list.get()));
        button.addClassName("ww-figure-link");
        button.getElement().setAttribute("aria-label", t("totals.open", title, text));
        return button;
    }
}
