/** Targets (目标) with what was reached of them, and scorecards (考核) with who stands where. */
package dev.wuwei.crm.projections.target;
