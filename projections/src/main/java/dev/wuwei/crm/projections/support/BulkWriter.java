package dev.wuwei.crm.projections.support;

import de.bytefish.pgbulkinsert.pgsql.PgBinaryWriter;
import de.bytefish.pgbulkinsert.pgsql.constants.DataType;
import de.bytefish.pgbulkinsert.pgsql.constants.ObjectIdentifier;
import de.bytefish.pgbulkinsert.pgsql.handlers.BigDecimalValueHandler;
import de.bytefish.pgbulkinsert.pgsql.handlers.BooleanValueHandler;
import de.bytefish.pgbulkinsert.pgsql.handlers.CollectionValueHandler;
import de.bytefish.pgbulkinsert.pgsql.handlers.IValueHandler;
import de.bytefish.pgbulkinsert.pgsql.handlers.IntegerValueHandler;
import de.bytefish.pgbulkinsert.pgsql.handlers.JsonbValueHandler;
import de.bytefish.pgbulkinsert.pgsql.handlers.LocalDateValueHandler;
import de.bytefish.pgbulkinsert.pgsql.handlers.LongValueHandler;
import de.bytefish.pgbulkinsert.pgsql.handlers.ShortValueHandler;
import de.bytefish.pgbulkinsert.pgsql.handlers.StringValueHandler;
import de.bytefish.pgbulkinsert.pgsql.handlers.UUIDValueHandler;
import dev.wuwei.crm.projections.support.Batch.Connections;
import dev.wuwei.crm.shared.TypedId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.PGCopyOutputStream;

/** Writes rows that are known to be new by COPY in its binary format, the fastest way into a table. */
final class BulkWriter {
    private static final int BUFFER = 1 << 16;
    private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");

    private static final IValueHandler<String> TEXT = new StringValueHandler();
    private static final IValueHandler<UUID> UUIDS = new UUIDValueHandler();

    private static final Map<String, Encoder> ENCODERS = Map.ofEntries(
            Map.entry("text", encoder(TEXT, SqlText::of)),
            Map.entry("jsonb", encoder(new JsonbValueHandler(), SqlText::of)),
            Map.entry("uuid", encoder(UUIDS, BulkWriter::uuid)),
            Map.entry("boolean", encoder(new BooleanValueHandler(), Boolean.class::cast)),
            Map.entry("smallint", encoder(new ShortValueHandler<Number>(), Number.class::cast)),
            Map.entry("integer", encoder(new IntegerValueHandler<Number>(), Number.class::cast)),
            Map.entry("bigint", encoder(new LongValueHandler<Number>(), Number.class::cast)),
            Map.entry("numeric", encoder(new BigDecimalValueHandler<BigDecimal>(), BulkWriter::decimal)),
            Map.entry("date", encoder(new LocalDateValueHandler(), LocalDate.class::cast)),
            Map.entry("timestamptz", encoder(new LongValueHandler<Long>(), BulkWriter::microseconds)),
            Map.entry(
                    "text[]",
                    encoder(
                            new CollectionValueHandler<>(ObjectIdentifier.mapFrom(DataType.Text), TEXT),
                            value -> elements(value, SqlText::of))),
            Map.entry(
                    "uuid[]",
                    encoder(
                            new CollectionValueHandler<>(ObjectIdentifier.mapFrom(DataType.Uuid), UUIDS),
                            value -> elements(value, BulkWriter::uuid))));

    private BulkWriter() {}

    /** Writes one value that is there. */
    @FunctionalInterface
    private interface Encoder {
        void write(PgBinaryWriter writer, Object value);
    }

    static <R> void copy(Connections connections, Table<?, R> table, List<R> rows) {
        List<Table.Column<R>> columns = table.columns();
        Encoder[] encoders = columns.stream()
                .map(column -> Objects.requireNonNull(ENCODERS.get(column.type()), column.type()))
                .toArray(Encoder[]::new);
        String sql = "copy " + table.name() + " ("
                + columns.stream().map(Table.Column::name).collect(Collectors.joining(", "))
                + ") from stdin (format binary)";
        connections.with(connection -> {
            CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
            try {
                PgBinaryWriter writer = new PgBinaryWriter(new PGCopyOutputStream(copy, BUFFER), BUFFER);
                for (R row : rows) {
                    writer.startRow(encoders.length);
                    for (int column = 0; column < encoders.length; column++) {
                        Object value = columns.get(column).value().apply(row);
                        if (value == null) {
                            writer.writeNull();
                        } else {
                            encoders[column].write(writer, value);
                        }
                    }
                }
                writer.close();
            } finally {
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
            }
        });
    }

    private static <T> Encoder encoder(IValueHandler<T> handler, Function<Object, T> convert) {
        return (writer, value) -> writer.write(handler, convert.apply(value));
    }

    private static <T> List<T> elements(Object values, Function<Object, T> convert) {
        return ((Collection<?>) values).stream().map(convert).toList();
    }

    private static UUID uuid(Object value) {
        return switch (value) {
            case TypedId id -> id.value();
            case UUID id -> id;
            default -> UUID.fromString(value.toString());
        };
    }

    private static BigDecimal decimal(Object value) {
        return value instanceof BigDecimal number ? number : new BigDecimal(value.toString());
    }

    private static long microseconds(Object value) {
        return ChronoUnit.MICROS.between(EPOCH, (Instant) value);
    }
}
