package dev.wuwei.crm.ui.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wuwei.crm.lead.LeadId;
import dev.wuwei.crm.projections.ticket.NoticeView;
import dev.wuwei.crm.projections.ticket.TicketFile;
import dev.wuwei.crm.projections.ticket.TicketView;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.ticket.IssueTicketId;
import dev.wuwei.crm.ticket.NoticeId;
import dev.wuwei.crm.ticket.NoticeLevel;
import dev.wuwei.crm.ticket.TicketState;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoticeSheetTest {
    private static final NoticeView NOTICE = new NoticeView(
            NoticeId.next(),
            IssueTicketId.next(),
            "DB-2023-0007",
            "施工许可证未办结",
            "刀具产业园",
            NoticeLevel.RED,
            LocalDate.of(2023, 11, 14),
            6,
            LocalDate.of(2023, 11, 23),
            "陈癸",
            List.of(
                    new NoticeView.Recipient(StaffId.next(), "赵甲", null, null, null, null),
                    new NoticeView.Recipient(StaffId.next(), "王辛", null, null, null, null)),
            null,
            null);

    @TempDir
    Path own;

    private static TicketFile file() {
        TicketView ticket = new TicketView(
                NOTICE.ticketId(),
                "DB-2023-0007",
                "施工许可证未办结",
                new Coded("permit", "许可"),
                ProjectId.next(),
                LeadId.next(),
                "ZS-2021-0012",
                "刀具产业园",
                new Coded("liangjiang", "两江工业区"),
                TicketState.HANDLING,
                LocalDate.of(2023, 11, 10),
                new Coded("administrative-approval", "行政审批局"),
                StaffId.next(),
                "李丁",
                LocalDate.of(2023, 11, 14),
                6,
                NoticeLevel.RED,
                null,
                LocalDate.of(2023, 11, 6),
                "孙丙",
                Set.of(),
                7);
        return new TicketFile(ticket, "图审已过\n施工许可证已报十五天", List.of(), List.of(NOTICE));
    }

    private String written() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new NoticeSheet(own).write(file(), NOTICE, out);
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(out.toByteArray()));
                XWPFWordExtractor text = new XWPFWordExtractor(document)) {
            return text.getText();
        }
    }

    @Test
    void every_name_and_figure_is_looked_up() throws IOException {
        assertThat(written())
                .doesNotContain("{{")
                .contains(
                        "督 办 单",
                        "DB-2023-0007-1",
                        "红色督办",
                        "赵甲、王辛：",
                        "2023-11-14",
                        "已超期 6 个工作日",
                        "约谈",
                        "ZS-2021-0012",
                        "刀具产业园",
                        "行政审批局",
                        "李丁",
                        "图审已过",
                        "施工许可证已报十五天",
                        "陈癸",
                        "2023-11-23");
    }

    @Test
    void an_installations_own_template_goes_before_the_shipped_one() throws IOException {
        Path template = own.resolve("templates/supervision-notice.docx");
        Files.createDirectories(template.getParent());
        try (XWPFDocument document = new XWPFDocument();
                var out = Files.newOutputStream(template)) {
            XWPFParagraph paragraph = document.createParagraph();
            // As Word leaves a name that was edited: cut into runs.
            paragraph.createRun().setText("致 {{rec");
            paragraph.createRun().setText("ipients}}：{{title}}");
            document.write(out);
        }
        assertThat(written().strip()).isEqualTo("致 赵甲、王辛：施工许可证未办结");
    }
}
