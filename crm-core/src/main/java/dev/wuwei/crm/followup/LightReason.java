package dev.wuwei.crm.followup;

/**
 * Why a light is not green.
 *
 * @param amount days late, points behind, or days that the inclusion is missing since the start
 */
public record LightReason(Kind kind, Light light, long amount) {
    public enum Kind {
        /** 开工逾期. */
        START_MISSED,
        /** Past the date agreed for another milestone. */
        MILESTONE_LATE,
        /** 达产后回落. */
        BELOW_CAPACITY,
        /** 进度滞后. */
        PROGRESS_BEHIND,
        /** 应统未统. */
        NOT_IN_STATISTICS
    }
}
