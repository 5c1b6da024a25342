package dev.wuwei.crm.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wuwei.crm.delivery.ReminderProperties.Robot;
import dev.wuwei.crm.projections.reminder.ReminderView;
import dev.wuwei.crm.reminder.ReminderWay;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A message to a group of 企业微信, 钉钉 or 飞书, by its robot's webhook. */
final class RobotCarrier implements Carrier {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Robot robot;
    private final String address;
    private final Clock clock;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    /** @param clock what 钉钉 and 飞书 want a signature dated by: the true time, whatever day the park has */
    RobotCarrier(Robot robot, String address, Clock clock) {
        this.robot = robot;
        this.address = address;
        this.clock = clock;
    }

    @Override
    public ReminderWay way() {
        return robot.way();
    }

    @Override
    public void carry(List<ReminderView> waiting, LocalDate today, Consumer<ReminderView> left) {
        List<ReminderView> told = waiting.stream()
                .filter(each -> robot.parks().isEmpty() || robot.parks().contains(each.parkCode()))
                .toList();
        if (told.isEmpty()) {
            return;
        }
        Letter letter = new Letter(told, today, address);
        try {
            post(
                    switch (robot.way()) {
                        case WECOM -> request(robot.url(), wecom(letter));
                        case DINGTALK -> request(signedUrl(), dingtalk(letter));
                        case FEISHU -> request(robot.url(), feishu(letter));
                        case EMAIL -> throw new IllegalStateException("Mail is no robot");
                    });
        } catch (IOException e) {
            throw new NotCarried("The robot of " + robot.way() + " could not be reached or refused", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotCarried("Interrupted", e);
        }
        told.forEach(left);
    }

    private static ObjectNode wecom(Letter letter) {
        ObjectNode body = JSON.createObjectNode().put("msgtype", "markdown");
        body.putObject("markdown").put("content", letter.markdown());
        return body;
    }

    private static ObjectNode dingtalk(Letter letter) {
        ObjectNode body = JSON.createObjectNode().put("msgtype", "markdown");
        body.putObject("markdown").put("title", letter.subject()).put("text", letter.markdown());
        return body;
    }

    private ObjectNode feishu(Letter letter) {
        ObjectNode body = JSON.createObjectNode().put("msg_type", "text");
        body.putObject("content").put("text", letter.subject() + "\n" + letter.plain());
        if (robot.secret() != null) {
            String seconds = Long.toString(clock.millis() / 1000);
            // The text to sign is the key, and nothing is what is signed by it.
            body.put("timestamp", seconds).put("sign", hmac(seconds + "\n" + robot.secret(), ""));
        }
        return body;
    }

    private URI signedUrl() {
        if (robot.secret() == null) {
            return robot.url();
        }
        String millis = Long.toString(clock.millis());
        String sign = URLEncoder.encode(hmac(robot.secret(), millis + "\n" + robot.secret()), StandardCharsets.UTF_8);
        String joint = robot.url().getQuery() == null ? "?" : "&";
        return URI.create(robot.url() + joint + "timestamp=" + millis + "&sign=" + sign);
    }

    private static String hmac(String key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpRequest request(URI url, ObjectNode body) {
        return HttpRequest.newBuilder(url)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(BodyPublishers.ofString(body.toString(), StandardCharsets.UTF_8))
                .build();
    }

    /** All three answer 200 to what they refuse, and say so in {@code errcode} or {@code code}. */
    private void post(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
        if (answer.statusCode() != 200) {
            throw new IOException("HTTP " + answer.statusCode());
        }
        JsonNode told = JSON.readTree(answer.body());
        int code = told.path("errcode").asInt(told.path("code").asInt(0));
        if (code != 0) {
            throw new IOException(answer.body());
        }
    }
}
