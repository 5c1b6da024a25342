package dev.wuwei.crm.journey;

import com.microsoft.playwright.APIResponse;
import dev.wuwei.crm.ui.component.I18n;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.springframework.web.util.HtmlUtils;

/** Reads pages to the last word: as they open, with each of their tabs and switches, and the files that they offer. */
final class EveryPage {
    private static final Pattern FILE_NAME = Pattern.compile("filename(?:\\*=UTF-8''|=\")([^;\"]+)");
    /** What a page says that could not be shown. */
    private static final List<String> FAILURES = Stream.of(
                    "shell.not-found", "shell.not-yours", "shell.broken", "shell.broken-page")
            .map(key -> I18n.text(I18n.CHINESE, key))
            .toList();

    private final Browser me;
    private final Map<String, String> places;
    private final List<String> broken;

    /**
     * @param places takes what is read, by where it was read
     * @param broken takes the places that could not be read
     */
    EveryPage(Browser me, Map<String, String> places, List<String> broken) {
        this.me = me;
        this.places = places;
        this.broken = broken;
    }

    /** Comes from another page, as by a link. @param withTabs whether its tabs and switches are opened too */
    void follow(String address, boolean withTabs) {
        me.follow(address);
        Set<String> fetched = read(address);
        if (withTabs) {
            me.eachTab(tab -> page(address + " tab " + tab, fetched));
        }
    }

    /** The page that is open. @return the files that it offers */
    Set<String> read(String address) {
        Set<String> fetched = new HashSet<>();
        page(address, fetched);
        return fetched;
    }

    private void page(String place, Set<String> fetched) {
        String text = me.everything();
        places.put(place, text);
        FAILURES.stream().filter(text::contains).forEach(failure -> broken.add(place + ": " + failure));
        int number = 0;
        for (String file : me.files()) {
            number++;
            if (fetched.add(file)) {
                APIResponse answer = me.fetch(file);
                if (!answer.ok() && me.takesBack(file)) {
                    // Drawn again while it was read, and its files have other addresses now.
                    page(place, fetched);
                    return;
                }
                file(place + " file " + number, answer);
            }
        }
    }

    private void file(String place, APIResponse answer) {
        if (!answer.ok()) {
            broken.add(place + ": " + answer.status());
            return;
        }
        Matcher name = FILE_NAME.matcher(answer.headers().getOrDefault("content-disposition", ""));
        String named = name.find() ? URLDecoder.decode(name.group(1), StandardCharsets.UTF_8) : "";
        places.put((place + " " + named).strip(), text(answer.body()));
    }

    /** What a file says: the parts of a document as they are, and once more without their marks, which may part words. */
    private static String text(byte[] file) {
        if (file.length < 2 || file[0] != 'P' || file[1] != 'K') {
            return new String(file, StandardCharsets.UTF_8);
        }
        StringBuilder text = new StringBuilder();
        try {
            // As those do who open it: a stream cannot tell how long the parts are that were written while they were
            // made.
            Path kept = Files.createTempFile("wuwei", ".zip");
            Files.write(kept, file);
            try (ZipFile parts = new ZipFile(kept.toFile())) {
                for (ZipEntry part : Collections.list(parts.entries())) {
                    String xml = new String(parts.getInputStream(part).readAllBytes(), StandardCharsets.UTF_8);
                    text.append(plain(xml))
                            .append('\n')
                            .append(plain(xml.replaceAll("<[^>]*>", "")))
                            .append('\n');
                }
            } finally {
                Files.delete(kept);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static String plain(String xml) {
        return HtmlUtils.htmlUnescape(xml.replace("&apos;", "'"));
    }
}
