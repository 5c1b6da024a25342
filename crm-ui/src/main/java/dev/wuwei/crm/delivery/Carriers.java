package dev.wuwei.crm.delivery;

import java.util.List;

/** Every way that is configured. */
public record Carriers(List<Carrier> all) {
    public Carriers {
        all = List.copyOf(all);
    }
}
