package dev.wuwei.crm.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Span;
import dev.wuwei.crm.shared.Violation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Where in a form the errors of each name are shown, in the order in which they stand on the screen. */
class ErrorPlaces {
    /** @param name {@code null} once the place is gone: a row that was removed */
    private record Place(Supplier<String> name, Component component) {
        boolean isOf(String wanted) {
            return wanted.equals(name.get()) && component.isVisible();
        }
    }

    private final List<Place> places = new ArrayList<>();

    <C extends Component & HasValidation> void add(Supplier<String> name, C component) {
        places.add(new Place(name, component));
    }

    /** @return the first that can have the cursor */
    Optional<Focusable<?>> first() {
        return places.stream()
                .map(Place::component)
                .filter(Focusable.class::isInstance)
                .<Focusable<?>>map(component -> (Focusable<?>) component)
                .findFirst();
    }

    /**
     * Shows each broken rule at its place and goes to the first.
     *
     * @return what belongs to no place, and ways to the places when there are several
     */
    List<Component> show(List<Violation> violations) {
        List<Component> lines = new ArrayList<>();
        Set<Component> marked = new HashSet<>();
        for (Violation violation : violations) {
            String text = ErrorTexts.of(violation);
            Component place = find(violation.field());
            if (place == null) {
                lines.add(new Span(text));
                continue;
            }
            ((HasValidation) place).setErrorMessage(text);
            ((HasValidation) place).setInvalid(true);
            marked.add(place);
            if (violations.size() > 1) {
                lines.add(way(place, text));
            }
        }
        places.stream()
                .map(Place::component)
                .filter(marked::contains)
                .findFirst()
                .ifPresent(ErrorPlaces::goTo);
        return lines;
    }

    void clear() {
        places.forEach(place -> ((HasValidation) place.component()).setInvalid(false));
    }

    /** @return the place of a name, or of what it is a part of; {@code null} for none */
    private Component find(String field) {
        for (String name = field; name != null; name = whole(name)) {
            String wanted = name;
            Optional<Place> found =
                    places.stream().filter(place -> place.isOf(wanted)).findFirst();
            if (found.isPresent()) {
                return found.get().component();
            }
        }
        return null;
    }

    /** @return {@code terms.phases} for {@code terms.phases[1]} */
    private static String whole(String name) {
        int end = Math.max(name.lastIndexOf('.'), name.lastIndexOf('['));
        return end < 0 ? null : name.substring(0, end);
    }

    private static Component way(Component place, String text) {
        String label = place instanceof HasLabel labelled ? labelled.getLabel() : "";
        String words = label == null || label.isEmpty() ? text : label + "　" + text;
        Button way = new Button(words, event -> goTo(place));
        way.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        return way;
    }

    private static void goTo(Component place) {
        place.scrollIntoView();
        if (place instanceof Focusable<?> focusable) {
            focusable.focus();
        }
    }
}
