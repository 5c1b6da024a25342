package dev.wuwei.crm.platform.quartz;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@code es.job_run}: how the last run of every job went. */
final class JobRuns {
    private final JdbcClient jdbc;

    JobRuns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Last(String job, Instant startedAt, Instant endedAt, int accepted, int refused, String failure) {}

    void started(String job, Instant at) {
        jdbc.sql("""
                        insert into es.job_run (job, started_at) values (?, ?)
                        on conflict (job) do update set started_at = excluded.started_at, ended_at = null, accepted = 0,
                            refused = 0, failure = null""").params(job, at.atOffset(ZoneOffset.UTC)).update();
    }

    /** @param failure {@code null} when it came to its end */
    void ended(String job, Instant at, JobRun run, String failure) {
        jdbc.sql("""
                        update es.job_run set ended_at = :at, accepted = :accepted, refused = :refused, failure = :failure,
                               done_on = case when cast(:failure as text) is null then :today else done_on end
                        where job = :job""")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("accepted", run.accepted())
                .param("refused", run.refused())
                .param("failure", failure)
                .param("today", run.today())
                .param("job", job)
                .update();
    }

    /** @return the day of the last run that came to its end, or {@code null} */
    LocalDate doneOn(String job) {
        return jdbc.sql("select done_on from es.job_run where job = ? and done_on is not null")
                .param(job)
                .query(LocalDate.class)
                .optional()
                .orElse(null);
    }

    Map<String, Last> last() {
        List<Last> rows = jdbc.sql("select job, started_at, ended_at, accepted, refused, failure from es.job_run")
                .query(JobRuns::read)
                .list();
        return rows.stream().collect(Collectors.toMap(Last::job, Function.identity()));
    }

    private static Last read(ResultSet row, int number) throws SQLException {
        OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        return new Last(
                row.getString("job"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                ended == null ? null : ended.toInstant(),
                row.getInt("accepted"),
                row.getInt("refused"),
                row.getString("failure"));
    }
}
