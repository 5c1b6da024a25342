package dev.wuwei.crm.bench;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Makes a large store from a small one: every event once more under other ids and project numbers, as if other parks had the
 * same history. What staff did stays theirs, and what is encrypted for a person stays so: their ids are no UUIDv7.
 */
final class BenchCopies {
    static final int MOST = 9;

    private static final String COPY = """
            insert into es.domain_event (event_identifier, aggregate_identifier, sequence_number, type, time_stamp,
                payload_type, payload_revision, payload, meta_data)
            select %1$s, %2$s, sequence_number, type, time_stamp, payload_type, payload_revision,
                   convert_to(regexp_replace(%3$s, '"ZS-(\\d{4})-(\\d+)"', '"ZS-\\1-' || :copy || '\\2"', 'g'), 'UTF8'),
                   meta_data
            from es.domain_event where global_index <= :last and type not in ('StaffMember', 'Team')
            order by global_index
            """.formatted(
                    other("event_identifier"), other("aggregate_identifier"), other("convert_from(payload, 'UTF8')"));

    private final JdbcClient jdbc;

    BenchCopies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private static String other(String text) {
        return "regexp_replace(" + text + ", '\\m0([0-9a-f]{7}-[0-9a-f]{4}-7[0-9a-f]{3}-)', :copy || '\\1', 'g')";
    }

    /** @param copies at most {@link #MOST}, of everything up to this position */
    void add(int copies, long last) {
        for (int copy = 1; copy <= copies; copy++) {
            jdbc.sql(COPY)
                    .param("copy", Integer.toString(copy))
                    .param("last", last)
                    .update();
        }
        jdbc.sql("analyze es.domain_event").update();
    }
}
