package dev.wuwei.crm.projections.support;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * How rows of one kind are kept in one table. The name is never qualified: live rows and those of a rebuild differ by
 * search path only.
 *
 * <p>Values may be anything {@link SqlText} knows: text, numbers, booleans, dates, instants, enums, ids, collections of text
 * (for {@code text[]}). A {@code jsonb} column takes the JSON as text.
 *
 * @param <K> key of a row, with {@code equals}
 * @param <R> a row: a record, or a class whose fields the handlers change
 */
public final class Table<K, R> {
    record Column<R>(String name, String type, boolean key, Function<R, ?> value) {}

    /**
     * Rows that are read together.
     *
     * @param condition on the table, its one parameter an array of groups as text
     * @param of the group of a row's key
     */
    record Group<K>(String condition, Function<K, ?> of) {}

    /** Reads one row of {@code select *}. */
    @FunctionalInterface
    public interface Reader<R> {
        R read(ResultSet row) throws SQLException;
    }

    private final String name;
    private final List<Column<R>> columns;
    private final Function<R, K> key;
    private final Function<K, List<?>> keyValues;
    private final Reader<R> reader;
    private final boolean appendOnly;
    private final boolean lookedUp;
    private final boolean unchanging;
    private final Group<K> group;

    private Table(Builder<K, R> builder, Reader<R> reader, boolean appendOnly, boolean lookedUp) {
        this.name = builder.name;
        this.columns = List.copyOf(builder.columns);
        this.key = builder.key;
        this.keyValues = builder.keyValues;
        this.reader = reader;
        this.appendOnly = appendOnly;
        this.lookedUp = lookedUp;
        this.unchanging = builder.unchanging;
        this.group = builder.group;
    }

    /** A table whose primary key is one column. */
    public static <K, R> Builder<K, R> keyed(String name, String keyColumn, String type, Function<R, K> key) {
        Builder<K, R> builder = new Builder<>(name, key, List::of);
        builder.columns.add(new Column<>(keyColumn, type, true, key));
        return builder;
    }

    /**
     * A table whose primary key has several columns, named by {@link Builder#keyColumn} in the order of {@code keyValues}.
     *
     * @param key a record of the key's parts
     */
    public static <K, R> Builder<K, R> keyed(String name, Function<R, K> key, Function<K, List<?>> keyValues) {
        return new Builder<>(name, key, keyValues);
    }

    String name() {
        return name;
    }

    List<Column<R>> columns() {
        return columns;
    }

    K keyOf(R row) {
        return key.apply(row);
    }

    List<?> keyValues(K key) {
        return keyValues.apply(key);
    }

    Reader<R> reader() {
        return reader;
    }

    Group<K> group() {
        return group;
    }

    boolean appendOnly() {
        return appendOnly;
    }

    /** @return whether rows are looked up by their key while the table is written */
    boolean lookedUp() {
        return lookedUp;
    }

    /** @return whether a row that is there is never changed in place, so that it may be written while the next are made */
    boolean unchanging() {
        return unchanging;
    }

    @Override
    public String toString() {
        return name;
    }

    /** Names the columns, in any order. */
    public static final class Builder<K, R> {
        private final String name;
        private final Function<R, K> key;
        private final Function<K, List<?>> keyValues;
        private final List<Column<R>> columns = new ArrayList<>();
        private Group<K> group;
        private boolean unchanging;

        private Builder(String name, Function<R, K> key, Function<K, List<?>> keyValues) {
            this.name = name;
            this.key = key;
            this.keyValues = keyValues;
        }

        public Builder<K, R> keyColumn(String column, String type, Function<R, ?> value) {
            columns.add(new Column<>(column, type, true, value));
            return this;
        }

        /** @param type PostgreSQL type that the text of the value is cast to */
        public Builder<K, R> column(String column, String type, Function<R, ?> value) {
            columns.add(new Column<>(column, type, false, value));
            return this;
        }

        /**
         * Lets {@link Rows#prefetchGroups} read rows that belong together.
         *
         * @param condition that exactly the rows of some groups meet: SQL with one parameter, an array of the groups as text
         * @param of the group of a row's key
         */
        public Builder<K, R> groupedBy(String condition, Function<K, ?> of) {
            group = new Group<>(condition, of);
            return this;
        }

        /** Rows are values through and through: a change puts another in their place. A rebuild may write them a little later. */
        public Builder<K, R> unchanging() {
            unchanging = true;
            return this;
        }

        public Table<K, R> readBy(Reader<R> reader) {
            return new Table<>(this, reader, false, true);
        }

        /** For rows that are written whole and never looked at again by their handlers. */
        public Table<K, R> writeOnly() {
            return new Table<>(this, null, false, false);
        }

        /** Write-only, and every event writes rows of its own: the key holds the event's position or id. */
        public Table<K, R> appendOnly() {
            return new Table<>(this, null, true, false);
        }

        /** Append-only, and looked up by its key in plain SQL while it is written: a rebuild keeps its key from the start. */
        public Table<K, R> appendOnlyLookedUp() {
            return new Table<>(this, null, true, true);
        }
    }
}
