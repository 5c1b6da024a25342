package dev.wuwei.crm.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.wuwei.crm.api.RunningApi;
import dev.wuwei.crm.platform.files.FileStore;
import dev.wuwei.crm.shared.EventMeta;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A department head walks a project from a lead to a construction start, in a real Chromium, on real screens. */
class JourneyTest extends RunningApi {
    private static final int DESK = 1440;
    private static final int PHONE = 390;
    private static final List<String> DESK_PAGES = List.of(
            "",
            "leads",
            "negotiations",
            "signings",
            "followups",
            "waterfall",
            "wall",
            "returns",
            "commitments",
            "reviews",
            "tickets",
            "inbox",
            "cockpit",
            "cockpit/wall",
            "audit");
    private static final List<String> TABS =
            List.of("overview", "talks", "admission", "agreement", "progress", "issues", "reviews", "files", "history");
    private static final List<String> ADMIN_PAGES = List.of(
            "admin",
            "admin?tab=teams",
            "admin?tab=dictionaries",
            "admin?tab=readers",
            "admin?tab=set-aside",
            "admin?tab=jobs");
    private static final Path PICTURES = Path.of("target", "journey");

    @Autowired
    private FileStore files;

    @Test
    void from_a_lead_to_a_construction_start_and_back_through_its_history() {
        assumeFalse(
                "missing".equals(System.getProperty("wuwei.browser")),
                "no Chromium on this machine: the journey was not walked");
        try (Browser me = new Browser("http://localhost:" + port, PICTURES)) {
            me.signIn("fuzeren", PASSWORD, DESK, "zh");
            String number = Road.walk(me, "丁卯精工", "测试zhuanyuan", LocalDate.now(EventMeta.ZONE));
            me.open("cockpit").sees("3.00").picture("cockpit");
            me.open("projects/" + number + "?tab=history")
                    .sees("签订正式协议")
                    .sees("没有一条被删除")
                    .picture("history");
            me.open("followups").sees("丁卯精工试验线").picture("followups");

            assertThat(me.press("记一笔").picture("visit").barriers()).as("记一笔").isEmpty();
            keepsNobodyOut(me, DESK_PAGES);
            String file = "projects/" + number;
            keepsNobodyOut(me, TABS.stream().map(tab -> file + "?tab=" + tab).toList());

            me.signIn("fuzeren", PASSWORD, PHONE, "en");
            for (String page : new String[] {
                "", "leads", "signings", "projects/" + number, "followups", "cockpit", "cockpit/wall", "audit"
            }) {
                me.open(page).picture("phone-" + page.replaceAll("\\W+", "-"));
                assertThat(me.overflowsSideways()).as(page).isFalse();
                assertThat(me.barriers()).as(page).isEmpty();
            }

            photographs(me, number);

            assertThat(me.atTheDoor(DESK, "zh").barriers()).as("login").isEmpty();
            me.enter("guanli", PASSWORD);
            keepsNobodyOut(me, ADMIN_PAGES);
        }
    }

    /** A site visit and an on-site check with a photo each, on a phone; what is none is refused where it was chosen. */
    private void photographs(Browser me, String number) {
        me.signIn("fuzeren", PASSWORD, PHONE, "zh");
        me.open("projects/" + number + "?tab=talks").press("记一笔");
        me.type("说了什么", "看了基础施工，拍照留存。");
        takesOnlyWhatItIs(me, "内容不是 jpg 文件", "文件不能大于 20 MB");
        me.attach("基坑.jpg", photo("基坑")).attached("基坑.jpg").picture("phone-visit-photo");
        assertThat(me.overflowsSideways()).isFalse();
        assertThat(me.barriers()).isEmpty();
        me.save();
        me.open("projects/" + number + "?tab=talks").showsPicture("基坑.jpg").picture("phone-visit-with-photo");

        String campaign = campaign();
        me.signIn("fuzeren", PASSWORD, PHONE, "en");
        me.open("reviews/" + campaign + "/" + number).press("Record site visit");
        me.type("Findings", "The hall stands, no machine yet.");
        takesOnlyWhatItIs(me, "The content is no jpg file", "A file is at most 20 MB");
        me.attach("hall.jpg", photo("hall")).attached("hall.jpg").picture("phone-on-site-photo");
        assertThat(me.barriers()).isEmpty();
        me.save();
        me.sees("The hall stands").showsPicture("hall.jpg").picture("phone-on-site-with-photo");
        assertThat(me.overflowsSideways()).isFalse();
    }

    private void takesOnlyWhatItIs(Browser me, String noPhoto, String tooLarge) {
        byte[] text = "只是一段文字，不是照片。".getBytes(StandardCharsets.UTF_8);
        byte[] large = Arrays.copyOf(photo("大"), Math.toIntExact(files.largest()) + 1);
        assertThat(me.attach("文字.jpg", text).fileRefused("文字.jpg")).contains(noPhoto);
        assertThat(me.attach("太大.jpg", large).fileRefused("太大.jpg")).contains(tooLarge);
        me.picture("phone-photo-refused");
        assertThat(Stream.of(text, large).map(JourneyTest::sha256)).noneMatch(files::contains);
    }

    /** All that was signed today, looked back at today. @return its id */
    private String campaign() {
        LocalDate today = LocalDate.now(EventMeta.ZONE);
        String reviewer = jdbc.sql("select staff_id from es.staff where username = 'fuzeren'")
                .query(String.class)
                .single();
        String campaign = accepted("lookback.PlanCampaign", "fuzeren", """
                {"name": "随拍回头看", "rule": {"signedFrom": "%1$s", "signedTo": "%1$s"}, "cutOff": "%1$s",
                 "reviewers": ["%2$s"], "occurredOn": "%1$s"}
                """.formatted(today, reviewer))
                .path("id")
                .stringValue();
        String at = "{\"campaignId\": \"" + campaign + "\", \"occurredOn\": \"" + today + "\"}";
        accepted("lookback.FreezeScope", "fuzeren", at);
        accepted("lookback.PullData", "fuzeren", at);
        // A policy opens the review of each project.
        processors.awaitVisible(processors.head(), Duration.ofSeconds(30));
        return campaign;
    }

    private static byte[] photo(String of) {
        BufferedImage image = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.getHSBColor(of.length() / 4F, 0.3F, 0.8F));
        pen.fillRect(0, 0, 640, 480);
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpg", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void keepsNobodyOut(Browser me, List<String> pages) {
        for (String page : pages) {
            assertThat(me.follow(page).barriers()).as(page).isEmpty();
        }
    }
}
