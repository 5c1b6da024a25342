package dev.wuwei.crm.platform.reference;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** The files of {@code config}: those that stand in the installation's own directory count, otherwise the shipped ones. */
final class ReferenceFiles {
    private final Path own;

    /** @param own the installation's directory; need not exist */
    ReferenceFiles(Path own) {
        this.own = own;
    }

    /** @return the file's content; every scalar is a text, in the order written */
    @SuppressWarnings("unchecked")
    Map<String, Object> read(String name) {
        DumperOptions dumper = new DumperOptions();
        LoaderOptions loader = new LoaderOptions();
        loader.setAllowDuplicateKeys(false);
        // Codes such as 510100 or no are texts, not numbers or truth values.
        Resolver textsOnly = new Resolver() {
            @Override
            protected void addImplicitResolvers() {}
        };
        Yaml yaml = new Yaml(new SafeConstructor(loader), new Representer(dumper), dumper, loader, textsOnly);
        try (Reader reader = open(name)) {
            return (Map<String, Object>) yaml.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("config/" + name + " cannot be read", e);
        }
    }

    private Reader open(String name) throws IOException {
        Path file = own.resolve(name);
        return Files.isRegularFile(file)
                ? Files.newBufferedReader(file)
                : new InputStreamReader(new ClassPathResource(name).getInputStream(), StandardCharsets.UTF_8);
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Object map) {
        return map == null ? Map.of() : (Map<String, Object>) map;
    }

    @SuppressWarnings("unchecked")
    static Map<String, String> texts(Object map) {
        return map == null ? Map.of() : (Map<String, String>) map;
    }

    @SuppressWarnings("unchecked")
    static List<String> list(Object list) {
        return list == null ? List.of() : (List<String>) list;
    }
}
