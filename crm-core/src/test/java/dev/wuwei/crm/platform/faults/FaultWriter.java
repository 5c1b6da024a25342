package dev.wuwei.crm.platform.faults;

import dev.wuwei.crm.platform.axon.Caller;
import dev.wuwei.crm.platform.axon.CommandDispatcher;
import dev.wuwei.crm.shared.Channel;
import dev.wuwei.crm.shared.PersonId;
import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.probe.ProbeApplication;
import dev.wuwei.probe.ProbeCommand.NoteProbe;
import dev.wuwei.probe.ProbeCommand.OpenProbe;
import dev.wuwei.probe.ProbeId;
import java.util.Set;
import org.springframework.context.ConfigurableApplicationContext;

/** The application under load, in a process of its own. Prints a line for every command that was acknowledged. */
final class FaultWriter {
    static final int WRITERS = 8;
    private static final Caller CALLER = Caller.of(StaffId.next(), Set.of(Role.PROMOTER), Set.of(), Channel.API);

    private FaultWriter() {}

    /** @param arguments run number, data directory, directory of the server's programs */
    public static void main(String[] arguments) {
        ConfigurableApplicationContext context = ProbeApplication.run(
                "--spring.profiles.active=embedded",
                "--wuwei.database.data=" + arguments[1],
                "--wuwei.database.binaries=" + arguments[2]);
        CommandDispatcher commands = context.getBean(CommandDispatcher.class);
        for (int writer = 0; writer < WRITERS; writer++) {
            String name = arguments[0] + "." + writer;
            Thread.ofPlatform().name("writer-" + writer).start(() -> write(commands, name));
        }
    }

    private static void write(CommandDispatcher commands, String name) {
        ProbeId probe = ProbeId.next();
        commands.send(new OpenProbe(probe, "ack " + name, PersonId.next(), "己"), CALLER);
        for (int number = 0; ; number++) {
            String text = name + "." + number;
            try {
                commands.send(new NoteProbe(probe, text, null), CALLER);
                System.out.println("ACK " + text);
            } catch (RuntimeException e) {
                System.out.println("FAILED " + text + " " + e.getClass().getSimpleName());
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
