/**
 * Support for the tests of aggregates: {@link dev.wuwei.crm.testing.AggregateScenario} and ports that live in memory.
 */
package dev.wuwei.crm.testing;
