package dev.wuwei.crm.platform.axon;

import dev.wuwei.crm.shared.Ids;
import org.axonframework.common.IdentifierFactory;

/** Message ids in order of time, so that the index page they land on stays hot. */
public final class OrderedIdentifierFactory extends IdentifierFactory {
    @Override
    public String generateIdentifier() {
        return Ids.next().toString();
    }
}
