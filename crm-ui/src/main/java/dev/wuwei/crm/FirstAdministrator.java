package dev.wuwei.crm;

import dev.wuwei.crm.platform.axon.Caller;
import dev.wuwei.crm.platform.axon.CommandDispatcher;
import dev.wuwei.crm.platform.axon.Processors;
import dev.wuwei.crm.platform.time.ParkTime;
import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.staff.StaffCommand.OpenAccount;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Opens the account {@code admin} in an empty store, with a password that is shown once and kept nowhere in clear. */
@Component
@Order(50)
@ConditionalOnProperty(name = "wuwei.demo", havingValue = "false", matchIfMissing = true)
@ConditionalOnProperty(name = "wuwei.rebuild", havingValue = "no", matchIfMissing = true)
class FirstAdministrator implements ApplicationRunner {
    static final String USERNAME = "admin";

    /** Nothing that is mistaken for something else when read off a screen. */
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static final int LENGTH = 16;

    private final CommandDispatcher commands;
    private final Processors processors;
    private String password;

    FirstAdministrator(CommandDispatcher commands, Processors processors) {
        this.commands = commands;
        this.processors = processors;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (processors.head() > 0) {
            return;
        }
        String fresh = newPassword();
        commands.send(
                new OpenAccount(
                        StaffId.next(),
                        USERNAME,
                        "系统管理员",
                        null,
                        null,
                        Set.of(Role.ADMINISTRATOR),
                        Set.of(),
                        null,
                        fresh,
                        ParkTime.today()),
                Caller.system());
        password = fresh;
    }

    private static String newPassword() {
        SecureRandom random = new SecureRandom();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }

    /** @return the password, if the account was opened at this start; the first call only */
    Optional<String> takePassword() {
        Optional<String> taken = Optional.ofNullable(password);
        password = null;
        return taken;
    }
}
