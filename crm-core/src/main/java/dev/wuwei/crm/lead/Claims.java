package dev.wuwei.crm.lead;

import dev.wuwei.crm.investor.InvestorId;
import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.shared.Uniqueness;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a lead has claimed, and what of it is disputed. Who really holds a claim is known by {@link Uniqueness} alone. */
final class Claims {
    private final Map<ClaimKind, Claim> made = new EnumMap<>(ClaimKind.class);
    private final Map<ClaimKind, LeadId> disputedBy = new EnumMap<>(ClaimKind.class);
    private final Map<ClaimKind, Loss> lost = new EnumMap<>(ClaimKind.class);

    /** One key per investor and kind of claim. */
    static String scope(ClaimKind kind) {
        return switch (kind) {
            case FIRST_REPORT -> "lead.first-report";
            case FIRST_TALK -> "lead.first-talk";
        };
    }

    /** @return the other lead that holds it, empty when this one does now */
    static Optional<Uniqueness.Holder> take(
            ClaimKind kind, LeadId lead, Claim claim, Uniqueness uniqueness, EventMeta meta) {
        return uniqueness.tryTake(
                scope(kind),
                claim.investorId().toString(),
                lead,
                meta.withRecorded(claim.claimant(), claim.claimedAt()));
    }

    boolean isMade(ClaimKind kind) {
        return made.containsKey(kind);
    }

    Claim of(ClaimKind kind) {
        return made.get(kind);
    }

    boolean isDisputed() {
        return !disputedBy.isEmpty();
    }

    LeadId disputedBy(ClaimKind kind) {
        return disputedBy.get(kind);
    }

    Set<ClaimKind> disputed() {
        return disputedBy.isEmpty() ? Set.of() : EnumSet.copyOf(disputedBy.keySet());
    }

    /** A lost claim on an investor is not raised again while the winner holds it. */
    boolean wasLostTo(ClaimKind kind, InvestorId investorId, String holder) {
        return lost.containsKey(kind)
                && lost.get(kind).investorId().equals(investorId)
                && lost.get(kind).winner().toString().equals(holder);
    }

    /** Frees what this lead holds. @return whether it held anything */
    boolean release(LeadId lead, Uniqueness uniqueness) {
        boolean held = false;
        for (Map.Entry<ClaimKind, Claim> entry : made.entrySet()) {
            String key = entry.getValue().investorId().toString();
            String scope = scope(entry.getKey());
            if (uniqueness
                    .holder(scope, key)
                    .filter(holder -> holder.owner().equals(lead.toString()))
                    .isPresent()) {
                uniqueness.release(scope, key, lead);
                held = true;
            }
        }
        return held;
    }

    void made(ClaimKind kind, Claim claim) {
        made.put(kind, claim);
    }

    void disputed(ClaimKind kind, LeadId other) {
        disputedBy.put(kind, other);
    }

    void won() {
        disputedBy.clear();
    }

    void lost(LeadId winner) {
        for (ClaimKind kind : disputed()) {
            if (disputedBy.get(kind).equals(winner)) {
                disputedBy.remove(kind);
                lost.put(kind, new Loss(made.remove(kind).investorId(), winner));
            }
        }
    }

    void clear() {
        made.clear();
        disputedBy.clear();
    }

    private record Loss(InvestorId investorId, LeadId winner) {}

    record Claim(InvestorId investorId, StaffId claimant, Instant claimedAt) {}
}
