/**
 * How reminders leave the house: mail to a person, a robot's message to a group. Nothing leaves unless it is configured; these
 * are the only calls that go out.
 */
package dev.wuwei.crm.delivery;
