package dev.wuwei.crm.projections.project;

/**
 * Counts beside the saved views of a list, of open projects only.
 *
 * @param mine the viewer works on them
 * @param large 5亿元 and more
 * @param inReview an admission review is under way
 * @param silent no progress within the days that the thresholds allow
 * @param overdue past an agreed milestone
 * @param pooled in the pool (公海); counted beside the open ones
 * @param circulating on their way to another park or team
 */
public record ViewCounts(
        long all, long mine, long large, long inReview, long silent, long overdue, long pooled, long circulating) {}
