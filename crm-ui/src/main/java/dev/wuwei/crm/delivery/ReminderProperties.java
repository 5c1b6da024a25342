package dev.wuwei.crm.delivery;

import dev.wuwei.crm.reminder.ReminderKind;
import dev.wuwei.crm.reminder.ReminderWay;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param daysAhead for each kind, how many days before the day it is raised; a kind that is not named is not raised
 * @param monthlyReturnDay day of the month by which the return of the month before should be in
 * @param address where people reach this application, for links, for example {@code https://crm.park.example}; {@code null} for
 *     none
 * @param mailFrom sender of mail; mail goes out when {@code spring.mail.host} is set
 */
@ConfigurationProperties("wuwei.reminders")
public record ReminderProperties(
        Map<ReminderKind, Integer> daysAhead,
        int monthlyReturnDay,
        String address,
        @DefaultValue("wuwei@localhost") String mailFrom,
        @DefaultValue List<Robot> robots) {

    /**
     * A robot in a group of 企业微信, 钉钉 or 飞书.
     *
     * @param url its webhook, key included
     * @param secret what 钉钉 and 飞书 want messages signed with, or {@code null}
     * @param parks codes of the parks whose reminders it tells; empty for all
     */
    public record Robot(
            ReminderWay way,
            URI url,
            String secret,
            @DefaultValue Set<String> parks) {
        public Robot {
            if (way == null || way == ReminderWay.EMAIL || url == null) {
                throw new IllegalArgumentException("wuwei.reminders.robots: way (wecom, dingtalk, feishu) and url");
            }
        }
    }
}
