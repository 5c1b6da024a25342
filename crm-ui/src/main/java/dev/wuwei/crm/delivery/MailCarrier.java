package dev.wuwei.crm.delivery;

import dev.wuwei.crm.projections.reminder.ReminderQuery;
import dev.wuwei.crm.projections.reminder.ReminderView;
import dev.wuwei.crm.reminder.ReminderWay;
import dev.wuwei.crm.shared.StaffId;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;

/** One mail to each person who wants mail, with all that waits for them. */
final class MailCarrier implements Carrier {
    private final JavaMailSender sender;
    private final ReminderQuery reminders;
    private final ReminderProperties properties;

    MailCarrier(JavaMailSender sender, ReminderQuery reminders, ReminderProperties properties) {
        this.sender = sender;
        this.reminders = reminders;
        this.properties = properties;
    }

    @Override
    public ReminderWay way() {
        return ReminderWay.EMAIL;
    }

    @Override
    public void carry(List<ReminderView> waiting, LocalDate today, Consumer<ReminderView> left) {
        Map<StaffId, List<ReminderView>> byRecipient = waiting.stream()
                .collect(Collectors.groupingBy(ReminderView::recipient, LinkedHashMap::new, Collectors.toList()));
        Exception failure = null;
        for (Map.Entry<StaffId, List<ReminderView>> entry : byRecipient.entrySet()) {
            String email = reminders.wishes(entry.getKey()).email();
            if (email == null) {
                continue;
            }
            try {
                sender.send(message(email, new Letter(entry.getValue(), today, properties.address())));
                entry.getValue().forEach(left);
            } catch (MailException | MessagingException e) {
                failure = e;
            }
        }
        if (failure != null) {
            throw new NotCarried("Not every reminder could be mailed", failure);
        }
    }

    private MimeMessage message(String to, Letter letter) throws MessagingException {
        MimeMessage message = sender.createMimeMessage();
        MimeMessageHelper helper = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
        helper.setFrom(properties.mailFrom());
        helper.setTo(to);
        helper.setSubject(letter.subject());
        helper.setText(letter.plain());
        // Nobody answers a robot's mail, and no holiday notice should.
        message.setHeader("Auto-Submitted", "auto-generated");
        return message;
    }
}
