package dev.wuwei.crm.shared;

/** Defaults of the domain that an administrator may edit in {@code config/policies/thresholds.yml}. */
public interface Thresholds {
    /** Working days to respond to a lead. */
    int respondWithinWorkingDays();

    /** Working days to judge a lead. */
    int judgeWithinWorkingDays();

    /** Working days to judge a lead when experts are heard. */
    int judgeWithExpertsWithinWorkingDays();

    /** Working days to tell the source of a lead how it went. */
    int feedbackWithinWorkingDays();

    /** Days after which a lead or negotiation needs progress. */
    int progressEveryDays();

    /** Days of silence after which a reason is asked for. */
    int silentDays();

    /** Days of silence after which a lead goes to the pool and the protection of its first report lapses. */
    int poolAfterDays();

    /** Working days an admission opinion may take. */
    int opinionWithinWorkingDays();

    /** Days an admission approval stays valid. */
    int approvalValidDays();

    /** Months after production start by which a firm should be above scale, where nothing was agreed. */
    int scaleUpWithinMonths();

    /** Months on end below what was agreed for full capacity, after which a firm has fallen back. */
    int relapseAfterMonths();

    /** Annual main-business revenue (元) that makes a firm above scale. */
    java.math.BigDecimal aboveScaleRevenue();

    /** Percent of a promised figure from which it counts as partly met, below it as breached. */
    int partlyMetFromPercent();

    /** What a standard is where nobody adopted another one; see {@code dev.wuwei.crm.standard.Standards}. */
    java.math.BigDecimal standard(Standard standard);
}
