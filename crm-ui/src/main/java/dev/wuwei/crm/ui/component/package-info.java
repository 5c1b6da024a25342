/**
 * What every screen is built of, each thing once. How to write a view:
 *
 * <h2>A view</h2>
 *
 * <pre>{@code
 * @Route("leads")
 * @Menu(title = "menu.leads", order = 110, icon = "pin")
 * @RolesAllowed({"PROMOTER", "DEPARTMENT_HEAD", "LEADER"})      // names of Role; @PermitAll for everybody signed in
 * class LeadsView extends Div implements AfterNavigationObserver, PageTitle {
 *     LeadsView(LeadList leads, CommandRunner commands, Live live) {
 *         addClassName("ww-view");
 *         var register = new WriteButton(t("lead.register"), Icon.PLUS, click -> new RegisterLeadDialog(commands).open());
 *         register.setSuffixComponent(Keys.cap(Keys.NEW));
 *         Keys.bind(register, Keys.NEW);
 *         add(new ViewHeader(t("menu.leads")).actions(mode, grid.exportButton("leads"), register), filters, grid);
 *         grid.source(…);
 *         live.subscribe(this, Set.of("project"), grid::refresh);
 *     }
 *
 *     public void afterNavigation(AfterNavigationEvent event) { grid.refresh(); }   // reads filters and as-of
 *     public String pageTitle() { return t("menu.leads"); }
 * }
 * }</pre>
 *
 * <ul>
 *   <li>Views are package-private and end in {@code View}; one public {@code XNavigation} per capability holds the paths
 *       and says how to open its views. The frame comes by itself; {@code autoLayout = false} opts out of it.
 *   <li>{@code @Menu}: {@code title} is a key under {@code menu.}; {@code icon} is a symbol of {@link Icon}; {@code order}
 *       puts it into a section: 0–99 on top, 100– 招商, 200– 落地, 300– 督查, 400– 数据, 500– 管理.
 *   <li>Text: {@code import static …I18n.t}; keys {@code <capability>.<view or dialog>.<thing>} in both files, in the
 *       capability's section. No display text in Java. Constants: {@link Enums#name}. Broken rules: {@code error.<rule
 *       code>}, shown by {@link DialogForm} at their fields and by {@link CommandRunner#run} as a notice.
 *   <li>State that matters is in the address. {@link AsOf#current()} is the day one looks at, {@link FilterBar#filters()}
 *       what the list is narrowed to; both change by navigation, so load data in {@code afterNavigation}, not in the
 *       constructor. Links between views carry the day: {@link AsOf#link}, {@link AsOf#parameters}.
 *   <li>What changes something is a {@link WriteButton}: it locks itself while one looks at the past.
 * </ul>
 *
 * <h2>The parts</h2>
 *
 * <table>
 *   <caption>Which part to use</caption>
 *   <tr><td>head of a view</td><td>{@link ViewHeader}; {@link Segments} for a switch or saved views; {@link LineTabs}</td></tr>
 *   <tr><td>list</td><td>{@link RecordGrid} over a {@link PagedSource}, {@link FilterBar}, {@link ExportButton}</td></tr>
 *   <tr><td>board</td><td>{@link Kanban}</td></tr>
 *   <tr><td>figures</td><td>{@link FigureStrip}, {@link Chart}, {@link Format}</td></tr>
 *   <tr><td>state</td><td>{@link Light} (projects), {@link Deadline} (working clocks), {@link Badges}, {@link StageTrack}</td></tr>
 *   <tr><td>text and facts</td><td>{@link Section}, {@link Facts}, {@link Timeline}, {@link EmptyState}, {@link Skeleton}</td></tr>
 *   <tr><td>change</td><td>{@link DialogForm} with {@link Fields}, {@link MoneyField}, {@link AreaField}, {@link FilesField}; {@link Confirm};
 *       {@link CommandRunner}; {@link Notify}</td></tr>
 *   <tr><td>on paper</td><td>{@link PrintButton}</td></tr>
 *   <tr><td>beside the page</td><td>{@link SidePanel}</td></tr>
 *   <tr><td>who, when</td><td>{@link CurrentUser}, {@link People}, {@link Today}, {@link Live}, {@link Narrow}, {@link Keys}</td></tr>
 * </table>
 *
 * <p>CSS: classes start with {@code ww-}, tokens with {@code --ww-}; {@code ww-view} (the view itself), {@code
 * ww-view-body} (what scrolls under the head), {@code ww-box} (a bordered box), {@code ww-note}, {@code ww-2}, {@code ww-3}
 * (weaker text), {@code ww-strong}, {@code ww-struck}, {@code ww-cut}, {@code ww-wide-only} (not on a phone).
 *
 * <p>Only this package and the shell touch scripts, push and the command side.
 */
package dev.wuwei.crm.ui.component;
