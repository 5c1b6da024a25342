package dev.wuwei.crm.projections.dossier;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The versions of an item as the one column that holds them. The documents pass through as they were written. */
final class Versions {
    private static final JsonFactory JSON = new JsonFactory();

    private Versions() {}

    /** Dates, instants and numbers need no escaping, and documents are JSON already. */
    static String json(List<Item.Version> versions) {
        StringBuilder text = new StringBuilder(512).append('[');
        for (Item.Version version : versions) {
            text.append(text.length() > 1 ? ",{" : "{");
            write(text, "from", version.from());
            write(text, "to", version.to());
            write(text, "knownFrom", version.knownFrom());
            write(text, "knownTo", version.knownTo());
            text.append("\"position\":")
                    .append(version.position())
                    .append(",\"doc\":")
                    .append(version.doc())
                    .append('}');
        }
        return text.append(']').toString();
    }

    private static void write(StringBuilder text, String name, Object value) {
        if (value != null) {
            text.append('"').append(name).append("\":\"").append(value).append("\",");
        }
    }

    static List<Item.Version> read(String text) {
        List<Item.Version> versions = new ArrayList<>();
        try (JsonParser json = JSON.createParser(text)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.START_OBJECT) {
                versions.add(version(json, text));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return versions;
    }

    private static Item.Version version(JsonParser json, String text) throws IOException {
        LocalDate from = null;
        LocalDate to = null;
        Instant knownFrom = null;
        Instant knownTo = null;
        long position = 0;
        String doc = null;
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            json.nextToken();
            switch (name) {
                case "from" -> from = LocalDate.parse(json.getText());
                case "to" -> to = LocalDate.parse(json.getText());
                case "knownFrom" -> knownFrom = Instant.parse(json.getText());
                case "knownTo" -> knownTo = Instant.parse(json.getText());
                case "position" -> position = json.getLongValue();
                case "doc" -> {
                    int begin = (int) json.currentTokenLocation().getCharOffset();
                    json.skipChildren();
                    // Behind the last character of what was skipped, or of the text in quotes that it is.
                    json.finishToken();
                    doc = text.substring(begin, (int) json.currentLocation().getCharOffset());
                }
                default -> throw new IllegalStateException("No part of a version: " + name);
            }
        }
        return new Item.Version(from, to, knownFrom, knownTo, position, doc);
    }
}
