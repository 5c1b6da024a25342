package dev.wuwei.crm.projections.support;

import dev.wuwei.crm.projections.support.Batch.Connections;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The rows of one table that a batch touches: read on first touch, changed in memory, written once.
 *
 * <p>Not for use by several threads.
 */
public final class Rows<K, R> {
    private static final int CHUNK = 5000;

    private final Table<K, R> table;
    private final Batch batch;
    private final Map<K, Slot<R>> slots = new LinkedHashMap<>(16, 0.75f, true);
    private final Set<K> dirty = new LinkedHashSet<>();
    /** In a rebuild, whose table starts empty: what is stored and not in memory. Nothing else need be looked for. */
    private final Sieve forgotten;

    private List<R> appended = new ArrayList<>();

    /** Groups of which every stored row is in memory, so that a key of theirs that is not there need not be looked for. */
    private final Set<Object> wholeGroups = new HashSet<>();

    /** In a rebuild: groups that are no longer whole in memory. */
    private final Set<Object> forgottenGroups = new HashSet<>();

    private static final class Slot<R> {
        R row;
        boolean stored;

        Slot(R row, boolean stored) {
            this.row = row;
            this.stored = stored;
        }
    }

    Rows(Table<K, R> table, Batch batch) {
        this.table = table;
        this.batch = batch;
        this.forgotten = batch.startsEmpty() ? new Sieve() : null;
    }

    /** Reads many rows at once, so that the handlers of the batch find them in memory. Keys may repeat or be unknown. */
    public void prefetch(Collection<K> keys) {
        List<K> missing = keys.stream()
                .filter(key -> key != null && !slots.containsKey(key) && mayBeStored(key))
                .distinct()
                .toList();
        if (!missing.isEmpty() && table.reader() != null) {
            for (int from = 0; from < missing.size(); from += CHUNK) {
                load(missing.subList(from, Math.min(missing.size(), from + CHUNK)));
            }
        }
        if (!batch.startsEmpty()) {
            missing.forEach(key -> slots.computeIfAbsent(key, absent -> new Slot<>(null, false)));
        }
    }

    /**
     * Reads all rows of some groups at once; see {@link Table.Builder#groupedBy}. In a rebuild whatever was not written and
     * forgotten is in memory anyway.
     */
    public void prefetchGroups(Collection<?> groups) {
        List<?> wanted = groups.stream()
                .filter(group -> batch.startsEmpty() ? forgottenGroups.contains(group) : !wholeGroups.contains(group))
                .distinct()
                .toList();
        if (wanted.isEmpty()) {
            return;
        }
        Table.Group<K> group = table.group();
        String sql = "select * from " + table.name() + " where " + group.condition();
        batch.withConnection(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setArray(1, textArray(connection, wanted));
                read(statement);
            }
        });
        if (batch.startsEmpty()) {
            wanted.forEach(forgottenGroups::remove);
        } else {
            wholeGroups.addAll(wanted);
        }
    }

    public Optional<R> find(K key) {
        Slot<R> slot = slot(key);
        return slot == null ? Optional.empty() : Optional.ofNullable(slot.row);
    }

    /** @return the row, to be changed in place; it is written at the end of the batch. Empty when there is none. */
    public Optional<R> edit(K key) {
        Optional<R> row = find(key);
        row.ifPresent(found -> dirty.add(key));
        return row;
    }

    /** @return the row, made when there is none, to be changed in place; it is written at the end of the batch */
    public R edit(K key, Supplier<R> whenAbsent) {
        Slot<R> slot = slot(key);
        if (slot == null || slot.row == null) {
            R made = whenAbsent.get();
            put(made);
            return made;
        }
        dirty.add(key);
        return slot.row;
    }

    /** Replaces a row that is a record; nothing happens when there is none. */
    public void change(K key, UnaryOperator<R> change) {
        find(key).map(change).ifPresent(this::put);
    }

    /** Writes the row, whether or not there is one of that key. */
    public void put(R row) {
        if (table.appendOnly() && batch.startsEmpty()) {
            appended.add(row);
            return;
        }
        K key = table.keyOf(row);
        Slot<R> slot = slots.get(key);
        if (slot == null) {
            slots.put(key, new Slot<>(row, mayBeStored(key)));
        } else {
            slot.row = row;
        }
        dirty.add(key);
    }

    public void remove(K key) {
        Slot<R> slot = slots.get(key);
        if (slot == null) {
            slots.put(key, new Slot<>(null, mayBeStored(key)));
        } else {
            slot.row = null;
        }
        dirty.add(key);
    }

    private boolean mayBeStored(K key) {
        if (forgotten != null) {
            return forgotten.mayHold(key);
        }
        return wholeGroups.isEmpty() || !wholeGroups.contains(table.group().of().apply(key));
    }

    private Slot<R> slot(K key) {
        Slot<R> slot = slots.get(key);
        if (slot == null && mayBeStored(key)) {
            if (table.reader() == null) {
                throw new IllegalStateException(table + " is write-only");
            }
            load(List.of(key));
            slot = slots.computeIfAbsent(key, absent -> new Slot<>(null, false));
        }
        return slot;
    }

    private void load(List<K> keys) {
        List<Table.Column<R>> keyColumns =
                table.columns().stream().filter(Table.Column::key).toList();
        String sql = "select t.* from " + table.name() + " t join unnest("
                + keyColumns.stream().map(c -> "?::text[]").collect(Collectors.joining(", ")) + ") as k("
                + keyColumns.stream().map(Table.Column::name).collect(Collectors.joining(", ")) + ") on "
                + keyColumns.stream()
                        .map(c -> "t." + c.name() + " = k." + c.name() + "::" + c.type())
                        .collect(Collectors.joining(" and "));
        List<List<?>> values = keys.stream().<List<?>>map(table::keyValues).toList();
        batch.withConnection(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (int column = 0; column < keyColumns.size(); column++) {
                    int index = column;
                    statement.setArray(
                            column + 1,
                            textArray(
                                    connection,
                                    values.stream().map(v -> v.get(index)).toList()));
                }
                read(statement);
            }
        });
    }

    private void read(PreparedStatement statement) throws SQLException {
        try (ResultSet found = statement.executeQuery()) {
            while (found.next()) {
                R row = table.reader().read(found);
                slots.putIfAbsent(table.keyOf(row), new Slot<>(row, true));
            }
        }
    }

    /** Writes what was changed so far, so that plain SQL sees it. */
    public void flush() {
        if (table.unchanging() && batch.startsEmpty()) {
            flush(batch::withConnection, fresh -> batch.leave(others -> BulkWriter.copy(others, table, fresh)));
        } else {
            flush(batch::withConnection);
        }
    }

    int unwritten() {
        return appended.size() + dirty.size();
    }

    void flush(Connections connections) {
        flush(connections, fresh -> BulkWriter.copy(connections, table, fresh));
    }

    private void flush(Connections connections, Consumer<List<R>> copy) {
        if (!appended.isEmpty()) {
            copy.accept(appended);
            appended = new ArrayList<>();
        }
        if (dirty.isEmpty()) {
            return;
        }
        List<K> removed = new ArrayList<>();
        List<R> fresh = new ArrayList<>();
        List<R> changed = new ArrayList<>();
        for (K key : dirty) {
            Slot<R> slot = slots.get(key);
            if (slot.row == null) {
                if (slot.stored) {
                    removed.add(key);
                }
            } else if (slot.stored || forgotten == null) {
                changed.add(slot.row);
            } else {
                fresh.add(slot.row);
            }
            slot.stored = slot.row != null;
        }
        dirty.clear();
        for (int from = 0; from < removed.size(); from += CHUNK) {
            delete(removed.subList(from, Math.min(removed.size(), from + CHUNK)), connections);
        }
        for (int from = 0; from < changed.size(); from += CHUNK) {
            upsert(changed.subList(from, Math.min(changed.size(), from + CHUNK)), connections);
        }
        if (!fresh.isEmpty()) {
            copy.accept(fresh);
        }
        if (table.reader() == null) {
            slots.forEach(this::forget);
            slots.clear();
        }
    }

    boolean exceeds(int rows) {
        return slots.size() > rows;
    }

    /** Forgets the rows touched longest ago; whatever of them is not yet written is written first. */
    void shrinkTo(int rows) {
        if (!exceeds(rows)) {
            if (appended.size() > CHUNK) {
                flush();
            }
            return;
        }
        flush();
        Iterator<Map.Entry<K, Slot<R>>> oldest = slots.entrySet().iterator();
        for (int excess = slots.size() - rows; excess > 0; excess--) {
            Map.Entry<K, Slot<R>> entry = oldest.next();
            oldest.remove();
            forget(entry.getKey(), entry.getValue());
            if (table.group() != null) {
                forgottenGroups.add(table.group().of().apply(entry.getKey()));
            }
        }
    }

    private void forget(K key, Slot<R> slot) {
        if (forgotten != null && slot.stored) {
            forgotten.add(key);
        }
    }

    private void upsert(List<R> rows, Connections connections) {
        List<Table.Column<R>> columns = table.columns();
        String names = columns.stream().map(Table.Column::name).collect(Collectors.joining(", "));
        String updates = columns.stream()
                .filter(column -> !column.key())
                .map(column -> column.name() + " = excluded." + column.name())
                .collect(Collectors.joining(", "));
        String sql = "insert into " + table.name() + " (" + names + ") select "
                + columns.stream().map(c -> "v." + c.name() + "::" + c.type()).collect(Collectors.joining(", "))
                + " from unnest("
                + columns.stream().map(c -> "?::text[]").collect(Collectors.joining(", ")) + ") as v(" + names
                + ") on conflict ("
                + columns.stream()
                        .filter(Table.Column::key)
                        .map(Table.Column::name)
                        .collect(Collectors.joining(", "))
                + ") do " + (updates.isEmpty() ? "nothing" : "update set " + updates);
        connections.with(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (int column = 0; column < columns.size(); column++) {
                    Table.Column<R> of = columns.get(column);
                    List<Object> values = new ArrayList<>(rows.size());
                    for (R row : rows) {
                        values.add(of.value().apply(row));
                    }
                    statement.setArray(column + 1, textArray(connection, values));
                }
                statement.executeUpdate();
            }
        });
    }

    private void delete(List<K> keys, Connections connections) {
        List<Table.Column<R>> keyColumns =
                table.columns().stream().filter(Table.Column::key).toList();
        String sql = "delete from " + table.name() + " t using unnest("
                + keyColumns.stream().map(c -> "?::text[]").collect(Collectors.joining(", ")) + ") as k("
                + keyColumns.stream().map(Table.Column::name).collect(Collectors.joining(", ")) + ") where "
                + keyColumns.stream()
                        .map(c -> "t." + c.name() + " = k." + c.name() + "::" + c.type())
                        .collect(Collectors.joining(" and "));
        List<List<?>> values = keys.stream().<List<?>>map(table::keyValues).toList();
        connections.with(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (int column = 0; column < keyColumns.size(); column++) {
                    int index = column;
                    statement.setArray(
                            column + 1,
                            textArray(
                                    connection,
                                    values.stream().map(v -> v.get(index)).toList()));
                }
                statement.executeUpdate();
            }
        });
    }

    private static Array textArray(Connection connection, List<?> values) throws SQLException {
        return connection.createArrayOf("text", values.stream().map(SqlText::of).toArray(String[]::new));
    }
}
