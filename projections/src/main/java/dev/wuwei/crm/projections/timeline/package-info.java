/** Every event with what it changed: histories of projects, the audit, the feed for other systems. */
package dev.wuwei.crm.projections.timeline;
