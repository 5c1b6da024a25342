package dev.wuwei.crm.lookback;

import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The way from campaigns to their source, which the write side alone does without until a campaign asks. */
@Component
final class LookBackSources {
    private final Supplier<LookBackSource> source;

    @Autowired
    LookBackSources(ObjectProvider<LookBackSource> source) {
        this.source = source::getObject;
    }

    LookBackSources(LookBackSource source) {
        this.source = () -> source;
    }

    LookBackSource get() {
        return source.get();
    }
}
