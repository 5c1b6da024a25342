package dev.wuwei.crm.testing;

import dev.wuwei.crm.platform.axon.Facts;
import dev.wuwei.crm.shared.Channel;
import dev.wuwei.crm.shared.Command;
import dev.wuwei.crm.shared.DomainEvent;
import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.shared.StaffId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.axonframework.test.aggregate.AggregateTestFixture;

/**
 * One test of one aggregate, as a sentence:
 *
 * <pre>{@code
 * AggregateScenario.of(Lead.class)
 *         .given(registered(), responded())
 *         .when(new LogVisit(LEAD, VISIT, visit))
 *         .emits(new VisitLogged(LEAD, PROJECT, VISIT, visit, TODAY));
 * }</pre>
 *
 * <p>The sender is a department head who sees all parks, on {@link #TODAY}, unless the test says otherwise. Ports live in memory and
 * are public, so that a test can set the stage; others are added by {@link #with(Object)}.
 */
public final class AggregateScenario<A> {
    /** A Monday. */
    public static final LocalDate TODAY = LocalDate.of(2026, 6, 15);

    public static final StaffId SENDER = new StaffId(new UUID(0x7000L, 1));

    public final TestDictionaries dictionaries = new TestDictionaries();
    public final InMemoryUniqueness uniqueness = new InMemoryUniqueness();
    public final TestCalendar calendar = new TestCalendar();
    public final TestThresholds thresholds = new TestThresholds();
    public final TestStandardBook standards = new TestStandardBook();
    public final TestAgreements agreements = new TestAgreements();
    public final TestPermitChecklists permitChecklists = new TestPermitChecklists();
    public final TestScheduleTemplates scheduleTemplates = new TestScheduleTemplates();
    public final TestProjectNumbers projectNumbers = new TestProjectNumbers();
    public final TestPersonalDataKeys personalDataKeys = new TestPersonalDataKeys();
    public final TestExistence existence = new TestExistence();
    public final TestCredentials credentials = new TestCredentials();
    /** The sender works here. */
    public final InMemoryStaffDirectory directory = new InMemoryStaffDirectory().withStaff(SENDER);

    private final AggregateTestFixture<A> fixture;
    private StaffId sender = SENDER;
    private Set<Role> roles = Set.of(Role.DEPARTMENT_HEAD);
    private Set<String> parks = Set.of();
    private Instant now = at(TODAY);
    private List<?> history = List.of();

    private AggregateScenario(Class<A> aggregate) {
        fixture = new AggregateTestFixture<>(aggregate);
        List.of(
                        dictionaries,
                        uniqueness,
                        calendar,
                        new TestCalendarBook(),
                        thresholds,
                        standards,
                        permitChecklists,
                        scheduleTemplates,
                        agreements,
                        projectNumbers,
                        personalDataKeys,
                        existence,
                        credentials,
                        directory)
                .forEach(this::with);
    }

    public static <A> AggregateScenario<A> of(Class<A> aggregate) {
        return new AggregateScenario<>(aggregate);
    }

    /** A port that the handlers of this aggregate ask for. */
    public AggregateScenario<A> with(Object port) {
        fixture.registerInjectableResource(port);
        return this;
    }

    public AggregateScenario<A> by(StaffId staff, Role... held) {
        sender = staff;
        roles = Set.of(held);
        return this;
    }

    /** The sender sees these parks only. */
    public AggregateScenario<A> seeing(String... parkCodes) {
        parks = Set.of(parkCodes);
        return this;
    }

    /** The command is sent at ten in the morning of this day. */
    public AggregateScenario<A> on(LocalDate today) {
        now = at(today);
        return this;
    }

    public AggregateScenario<A> given(Object... events) {
        history = Arrays.asList(events);
        return this;
    }

    public AggregateScenario<A> given(List<? extends DomainEvent> events) {
        history = List.copyOf(events);
        return this;
    }

    public Outcome<A> when(Command command) {
        return new Outcome<>(
                fixture,
                (history.isEmpty() ? fixture.givenNoPriorActivity() : fixture.given(history))
                        .andGivenCurrentTime(now)
                        .when(command, facts()));
    }

    private Map<String, String> facts() {
        return Map.of(
                Facts.RECORDED_BY,
                sender.toString(),
                Facts.ROLES,
                roles.stream().map(Role::name).collect(Collectors.joining(",")),
                Facts.PARKS,
                String.join(",", parks),
                Facts.CHANNEL,
                Channel.UI.name());
    }

    public EventMeta meta() {
        return new EventMeta(now, sender, null, roles, parks, Channel.UI, null, null, null, null, 0, -1, null);
    }

    /** For what is asked of values and rules without an aggregate around them. */
    public static EventMeta meta(StaffId by, Role role, LocalDate on) {
        return new EventMeta(at(on), by, null, Set.of(role), Set.of(), Channel.UI, null, null, null, null, 0, -1, null);
    }

    public static Instant at(LocalDate date) {
        return date.atTime(LocalTime.of(10, 0)).atZone(EventMeta.ZONE).toInstant();
    }
}
