package dev.wuwei.crm.publication;

import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The way from reports to their source, which the write side alone does without until something is published. */
@Component
final class PublicationSources {
    private final Supplier<PublicationSource> source;

    @Autowired
    PublicationSources(ObjectProvider<PublicationSource> source) {
        this.source = source::getObject;
    }

    PublicationSources(PublicationSource source) {
        this.source = () -> source;
    }

    PublicationSource get() {
        return source.get();
    }
}
