package dev.wuwei.crm.delivery;

import dev.wuwei.crm.projections.reminder.ReminderQuery;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;

/** The ways that are configured; none by default. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReminderProperties.class)
class DeliveryConfiguration {
    @Bean
    Carriers carriers(ReminderProperties properties, ObjectProvider<JavaMailSender> mail, ReminderQuery reminders) {
        List<Carrier> carriers = new ArrayList<>();
        mail.ifAvailable(sender -> carriers.add(new MailCarrier(sender, reminders, properties)));
        properties
                .robots()
                .forEach(robot -> carriers.add(new RobotCarrier(robot, properties.address(), Clock.systemUTC())));
        return new Carriers(carriers);
    }
}
