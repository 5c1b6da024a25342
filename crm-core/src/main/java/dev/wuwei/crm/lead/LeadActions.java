package dev.wuwei.crm.lead;

import dev.wuwei.crm.lead.LeadCommand.AcceptCirculation;
import dev.wuwei.crm.lead.LeadCommand.AdoptLead;
import dev.wuwei.crm.lead.LeadCommand.ArbitrateClaim;
import dev.wuwei.crm.lead.LeadCommand.ArchiveLead;
import dev.wuwei.crm.lead.LeadCommand.AssignLead;
import dev.wuwei.crm.lead.LeadCommand.CirculateLead;
import dev.wuwei.crm.lead.LeadCommand.ClaimFirstReport;
import dev.wuwei.crm.lead.LeadCommand.CorrectVisit;
import dev.wuwei.crm.lead.LeadCommand.DeclineLead;
import dev.wuwei.crm.lead.LeadCommand.DrawFromPool;
import dev.wuwei.crm.lead.LeadCommand.JudgeLead;
import dev.wuwei.crm.lead.LeadCommand.LapseProtection;
import dev.wuwei.crm.lead.LeadCommand.LogVisit;
import dev.wuwei.crm.lead.LeadCommand.MergeLead;
import dev.wuwei.crm.lead.LeadCommand.PoolLead;
import dev.wuwei.crm.lead.LeadCommand.ReopenLead;
import dev.wuwei.crm.lead.LeadCommand.RespondToLead;
import dev.wuwei.crm.lead.LeadCommand.ReturnCirculation;
import dev.wuwei.crm.lead.LeadCommand.ReviseLead;
import dev.wuwei.crm.lead.LeadCommand.UnmergeLead;
import dev.wuwei.crm.lead.LeadCommand.WithdrawVisit;
import dev.wuwei.crm.shared.Allowed;
import dev.wuwei.crm.shared.Role;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which commands a lead answers in which state: the one table that the aggregate decides by and that screens take their
 * buttons from.
 */
public final class LeadActions {
    private static final Map<Class<? extends LeadCommand>, Set<LeadState>> POSSIBLE = table();

    private LeadActions() {}

    private static Map<Class<? extends LeadCommand>, Set<LeadState>> table() {
        Set<LeadState> active = EnumSet.of(LeadState.REGISTERED, LeadState.RESPONDED, LeadState.JUDGED);
        Set<LeadState> alive = with(active, LeadState.ADOPTED, LeadState.POOLED, LeadState.DECLINED);
        Map<Class<? extends LeadCommand>, Set<LeadState>> possible = new LinkedHashMap<>();
        possible.put(RespondToLead.class, EnumSet.of(LeadState.REGISTERED));
        possible.put(JudgeLead.class, EnumSet.of(LeadState.RESPONDED, LeadState.JUDGED));
        possible.put(AdoptLead.class, EnumSet.of(LeadState.JUDGED));
        possible.put(DeclineLead.class, EnumSet.of(LeadState.JUDGED));
        possible.put(AcceptCirculation.class, EnumSet.of(LeadState.CIRCULATING));
        possible.put(ReturnCirculation.class, EnumSet.of(LeadState.CIRCULATING));
        possible.put(DrawFromPool.class, EnumSet.of(LeadState.POOLED));
        possible.put(LogVisit.class, with(alive, LeadState.CIRCULATING));
        possible.put(ReviseLead.class, with(active, LeadState.POOLED, LeadState.ADOPTED));
        possible.put(AssignLead.class, active);
        possible.put(CirculateLead.class, active);
        possible.put(ClaimFirstReport.class, active);
        possible.put(ArbitrateClaim.class, with(alive, LeadState.CIRCULATING));
        possible.put(LapseProtection.class, with(alive, LeadState.CIRCULATING));
        possible.put(MergeLead.class, with(active, LeadState.POOLED));
        possible.put(PoolLead.class, active);
        possible.put(ArchiveLead.class, with(active, LeadState.POOLED, LeadState.DECLINED));
        possible.put(UnmergeLead.class, EnumSet.of(LeadState.MERGED));
        possible.put(ReopenLead.class, EnumSet.of(LeadState.ARCHIVED));
        possible.put(CorrectVisit.class, EnumSet.allOf(LeadState.class));
        possible.put(WithdrawVisit.class, EnumSet.allOf(LeadState.class));
        return possible;
    }

    private static Set<LeadState> with(Set<LeadState> states, LeadState... more) {
        Set<LeadState> all = EnumSet.copyOf(states);
        all.addAll(List.of(more));
        return all;
    }

    static boolean isPossible(Class<? extends LeadCommand> command, LeadState state) {
        return POSSIBLE.get(command).contains(state);
    }

    /**
     * @param assessment the last judgement, or {@code null}
     * @param arbitrating whether an arbitration about its claim is open
     * @param protectedNow whether it holds the first report or first talk
     * @return logical names of the commands, such as {@code lead.AdoptLead}, in the order in which they are offered
     */
    public static List<String> of(LeadState state, Assessment assessment, boolean arbitrating, boolean protectedNow) {
        return POSSIBLE.keySet().stream()
                .filter(command -> isPossible(command, state))
                .filter(command -> command != AdoptLead.class || assessment != Assessment.UNSUITABLE)
                .filter(command -> command != ArbitrateClaim.class || arbitrating)
                .filter(command -> command != LapseProtection.class || protectedNow)
                .map(command -> "lead." + command.getSimpleName())
                .toList();
    }

    /** As {@link #of(LeadState, Assessment, boolean, boolean)}, less what these roles may not send. */
    public static List<String> of(
            LeadState state, Assessment assessment, boolean arbitrating, boolean protectedNow, Set<Role> roles) {
        return of(state, assessment, arbitrating, protectedNow).stream()
                .filter(name -> maySend(name, roles))
                .toList();
    }

    private static boolean maySend(String name, Set<Role> roles) {
        return roles.contains(Role.SYSTEM)
                || POSSIBLE.keySet().stream()
                        .filter(command -> name.equals("lead." + command.getSimpleName()))
                        .flatMap(command -> Arrays.stream(
                                command.getAnnotation(Allowed.class).value()))
                        .anyMatch(roles::contains);
    }
}
