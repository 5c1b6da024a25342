package dev.wuwei.crm.platform.account;

import dev.wuwei.crm.shared.Credentials;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.staff.PasswordPolicy;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.stereotype.Component;

/** {@code es.account}: bcrypt hashes, apart from all events. */
@Component
final class PasswordTable implements Credentials {
    private final BCryptPasswordEncoder encoder = new BCryptPasswordEncoder(10);
    private final String hashOfNobody = encoder.encode("nobody's password");
    private final JdbcClient jdbc;

    PasswordTable(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    @Override
    public void set(StaffId staff, String password) {
        PasswordPolicy.check(null, password);
        jdbc.sql("""
                        insert into es.account (staff_id, password_hash) values (?, ?)
                        on conflict (staff_id) do update set password_hash = excluded.password_hash, changed_at = now()""").params(staff.value(), encoder.encode(password)).update();
    }

    /** Takes as long for an account that does not exist, so that the answer's time tells nothing. */
    @Override
    public boolean matches(StaffId staff, String password) {
        String hash = staff == null
                ? null
                : jdbc.sql("select password_hash from es.account where staff_id = ?")
                        .param(staff.value())
                        .query(String.class)
                        .optional()
                        .orElse(null);
        boolean same = encoder.matches(password == null ? "" : password, hash == null ? hashOfNobody : hash);
        return hash != null && same;
    }

    @Override
    public String fingerprint(StaffId staff) {
        return jdbc.sql("select encode(sha256(convert_to(password_hash, 'UTF8')), 'hex') from es.account"
                        + " where staff_id = ?")
                .param(staff.value())
                .query(String.class)
                .optional()
                .orElse(null);
    }

    @Override
    public void remove(StaffId staff) {
        jdbc.sql("delete from es.account where staff_id = ?")
                .param(staff.value())
                .update();
    }
}
