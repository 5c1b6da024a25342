package dev.wuwei.crm.ui.savedview;

import com.vaadin.flow.router.QueryParameters;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** What an address says of a list, always in the same words, so that the same view is known again. */
final class AddressQuery {
    private AddressQuery() {}

    /** @param names of the parameters that make a view; others, such as the day that is looked at, pass */
    static String of(QueryParameters parameters, Collection<String> names) {
        return parameters.getParameters().entrySet().stream()
                .filter(parameter -> names.contains(parameter.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .flatMap(parameter -> parameter.getValue().stream()
                        .filter(value -> !value.isEmpty())
                        .sorted()
                        .map(value -> parameter.getKey() + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)))
                .collect(Collectors.joining("&"));
    }
}
