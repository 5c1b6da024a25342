package dev.wuwei.crm.demo;

import dev.wuwei.crm.shared.Command;
import java.time.LocalDateTime;
import java.util.function.Function;

/**
 * One entry of the scenario.
 *
 * @param recordedAt when it was entered, Chinese local time
 * @param username who entered it
 * @param command made when its turn comes, since some need what earlier ones led to
 */
record DemoStep(LocalDateTime recordedAt, String username, Function<DemoWorld, Command> command) {}
