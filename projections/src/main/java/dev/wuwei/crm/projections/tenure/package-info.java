/** 任期: what a leader, person or team took over, did and handed on between two dates. */
package dev.wuwei.crm.projections.tenure;
