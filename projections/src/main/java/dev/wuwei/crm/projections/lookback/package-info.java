/** Look-back campaigns and their reviews (回头看), as they stood on any day and were known at any instant. */
package dev.wuwei.crm.projections.lookback;
