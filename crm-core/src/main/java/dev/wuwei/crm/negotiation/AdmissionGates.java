package dev.wuwei.crm.negotiation;

import dev.wuwei.crm.shared.Coded;
import java.util.List;

/** Admission gates by park and industry and the negative list (负面清单), versioned by the administrator. */
public interface AdmissionGates {
    /** @return for example {@code gates@3}: the version in force */
    String version();

    /** Measures the terms against the gates of this park and industry. */
    List<GateResult> measure(Coded park, Coded industry, Terms terms);

    /** @return the entry of the negative list that forbids this kind of business, or {@code null} */
    String negativeListEntry(Coded industry, Coded gbt4754);
}
