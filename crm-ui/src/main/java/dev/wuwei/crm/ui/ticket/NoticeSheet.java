package dev.wuwei.crm.ui.ticket;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.server.streams.DownloadHandler;
import dev.wuwei.crm.projections.ticket.NoticeView;
import dev.wuwei.crm.projections.ticket.TicketFile;
import dev.wuwei.crm.projections.ticket.TicketView;
import dev.wuwei.crm.ticket.NoticeLevel;
import dev.wuwei.crm.ui.component.Format;
import dev.wuwei.crm.ui.component.I18n;
import dev.wuwei.crm.ui.component.WordTemplate;
import dev.wuwei.crm.ui.sentence.Words;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * 督办单 as a Word document, in the language of the administration: {@code templates/supervision-notice.docx} with every
 * {@code {{name}}} in it replaced by what is known of ticket and notice.
 */
@Component
class NoticeSheet {
    private static final String TEMPLATE = "templates/supervision-notice.docx";
    private static final Locale LANGUAGE = I18n.CHINESE;

    private final WordTemplate template;

    NoticeSheet(@Value("${wuwei.config:./config}") Path own) {
        template = new WordTemplate(own, TEMPLATE);
    }

    DownloadHandler download(TicketFile file, NoticeView notice) {
        String name = t("ticket.sheet.file", noticeNo(file, notice)) + ".docx";
        return event -> {
            event.setFileName(name);
            event.setContentType(WordTemplate.CONTENT_TYPE);
            write(file, notice, event.getOutputStream());
        };
    }

    void write(TicketFile file, NoticeView notice, OutputStream out) throws IOException {
        Map<String, String> values = values(file, notice);
        template.write(name -> Optional.ofNullable(values.get(name)), out);
    }

    /** Notices of a ticket are counted from the first. */
    private static String noticeNo(TicketFile file, NoticeView notice) {
        return notice.ticketNo() + "-" + (file.notices().size() - file.notices().indexOf(notice));
    }

    private static Map<String, String> values(TicketFile file, NoticeView notice) {
        TicketView ticket = file.ticket();
        Map<String, String> values = new LinkedHashMap<>();
        values.put("noticeNo", noticeNo(file, notice));
        values.put("level", Words.text(notice.level(), LANGUAGE));
        values.put("recipients", names(notice));
        values.put("lateness", lateness(notice));
        values.put("interview", notice.level() == NoticeLevel.RED ? text("ticket.sheet.interview") : "");
        values.put("ticketNo", ticket.ticketNo());
        values.put("title", ticket.title());
        values.put("description", file.description());
        values.put("category", Format.coded(ticket.category()));
        values.put("projectNo", ticket.projectNo());
        values.put("projectName", ticket.projectName());
        values.put("park", Format.coded(ticket.park()));
        values.put("raisedOn", Format.date(ticket.raisedOn()));
        values.put("raisedBy", Format.text(ticket.raisedByName()));
        values.put("unit", Format.coded(ticket.unit()));
        values.put("handler", Format.text(ticket.handlerName()));
        values.put("state", Words.text(ticket.state(), LANGUAGE));
        values.put("dueOn", Format.date(notice.dueOn()));
        values.put("daysLate", Format.count(notice.daysLate()));
        values.put("sentBy", notice.sentByName() == null ? text("ticket.notice.by-job") : notice.sentByName());
        values.put("sentOn", Format.date(notice.sentOn()));
        values.put("readings", readings(notice));
        return values;
    }

    private static String names(NoticeView notice) {
        return notice.recipients().stream()
                .map(recipient -> Format.text(recipient.name()))
                .collect(Collectors.joining(text("sentence.list-comma")));
    }

    private static String lateness(NoticeView notice) {
        return notice.daysLate() > 0
                ? text("ticket.sheet.late", Format.date(notice.dueOn()), Format.count(notice.daysLate()))
                : text("ticket.sheet.near", Format.date(notice.dueOn()));
    }

    private static String readings(NoticeView notice) {
        return notice.recipients().stream()
                .map(recipient -> recipient.readAt() == null
                        ? text("ticket.sheet.unread", Format.text(recipient.name()))
                        : text("ticket.sheet.read", Format.text(recipient.name()), Format.recorded(recipient.readAt())))
                .collect(Collectors.joining(text("sentence.list-comma")));
    }

    private static String text(String key, Object... args) {
        return I18n.text(LANGUAGE, key, args);
    }
}
