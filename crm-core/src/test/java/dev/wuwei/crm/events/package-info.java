/**
 * What keeps history readable: an approved sample of every event, and the catalogue {@code docs/events.md}. Both are rewritten
 * by {@code mvn -pl crm-core -am test -Dtest='Approved*Test' -Dwuwei.approve=true}; read the difference before committing it.
 */
package dev.wuwei.crm.events;
