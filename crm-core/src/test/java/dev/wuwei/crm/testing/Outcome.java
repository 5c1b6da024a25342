package dev.wuwei.crm.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.wuwei.crm.shared.DomainEvent;
import dev.wuwei.crm.shared.Rule;
import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.shared.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.hamcrest.BaseMatcher;
import org.hamcrest.Description;
import org.hamcrest.Matcher;

/** What came of a command. */
public final class Outcome<A> {
    private final AggregateTestFixture<A> fixture;
    private final ResultValidator<A> result;

    Outcome(AggregateTestFixture<A> fixture, ResultValidator<A> result) {
        this.fixture = fixture;
        this.result = result;
    }

    /** The command was accepted, and exactly these events were stored. */
    public Outcome<A> emits(DomainEvent... events) {
        result.expectSuccessfulHandlerExecution();
        assertThat(emitted()).containsExactly(events);
        return this;
    }

    /** The command was accepted, and events of exactly these types were stored. */
    @SafeVarargs
    public final Outcome<A> emitsTypes(Class<? extends DomainEvent>... types) {
        result.expectSuccessfulHandlerExecution();
        assertThat(emitted()).extracting(Object::getClass).isEqualTo(List.of(types));
        return this;
    }

    /** The command was accepted, and there was nothing to store. */
    public Outcome<A> emitsNothing() {
        return emits();
    }

    public Outcome<A> returns(Object value) {
        result.expectResultMessagePayload(value);
        return this;
    }

    /** Every event stored carries this metadata. */
    public Outcome<A> withMetadata(String key, Object value) {
        assertThat(messages())
                .isNotEmpty()
                .allSatisfy(event -> assertThat(event.getMetaData()).containsEntry(key, value));
        return this;
    }

    /** Refused for this rule alone, at its own field, and nothing was stored. */
    public Outcome<A> rejects(Rule rule) {
        return rejectsAt(rule.field(), rule);
    }

    /** Refused for this rule alone, at this field, and nothing was stored. */
    public Outcome<A> rejectsAt(String field, Rule rule) {
        assertThat(violations())
                .extracting(Violation::code, Violation::field)
                .containsExactly(tuple(rule.code(), field));
        assertThat(messages()).isEmpty();
        return this;
    }

    /** Refused, and these rules are among those named; nothing was stored. */
    public Outcome<A> rejectsAll(Rule... rules) {
        assertThat(violations()).extracting(Violation::rule).contains(rules);
        assertThat(messages()).isEmpty();
        return this;
    }

    /** What the message of the refusal is filled with. */
    public Outcome<A> naming(Object... args) {
        assertThat(violations().getFirst().args()).containsExactly(args);
        return this;
    }

    /** @return what the refusal names */
    public List<Violation> violations() {
        List<Violation> found = new ArrayList<>();
        Consumer<Object> keep = thrown -> {
            assertThat(thrown).isInstanceOf(RuleViolated.class);
            found.addAll(((RuleViolated) thrown).violations());
        };
        result.expectException(seenBy(keep));
        return found;
    }

    /** @return the events that were stored, in order */
    public List<Object> emitted() {
        return messages().stream().<Object>map(EventMessage::getPayload).toList();
    }

    /** @return the one event of this type that was stored */
    public <E> E event(Class<E> type) {
        result.expectSuccessfulHandlerExecution();
        List<E> found =
                emitted().stream().filter(type::isInstance).map(type::cast).toList();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    /** @return the message id of the n-th event (from 0) of the aggregate's whole history */
    public String eventId(String aggregateId, int sequence) {
        return fixture.getEventStore()
                .readEvents(aggregateId, sequence)
                .asStream()
                .map(DomainEventMessage::getIdentifier)
                .findFirst()
                .orElseThrow();
    }

    private List<EventMessage<?>> messages() {
        List<EventMessage<?>> found = new ArrayList<>();
        Consumer<List<EventMessage<?>>> keep = found::addAll;
        result.expectEventsMatching(seenBy(keep));
        return found;
    }

    private static <T> Matcher<T> seenBy(Consumer<T> keep) {
        return new BaseMatcher<>() {
            @Override
            @SuppressWarnings("unchecked")
            public boolean matches(Object actual) {
                keep.accept((T) actual);
                return true;
            }

            @Override
            public void describeTo(Description description) {
                description.appendText("anything");
            }
        };
    }
}
