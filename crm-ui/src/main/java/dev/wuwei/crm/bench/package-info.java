/**
 * Measures the running application beside what the machine can do at best, in one run: {@code ./crm bench}. Starts its own
 * database in a temporary directory and holds no bean of the application.
 */
package dev.wuwei.crm.bench;
