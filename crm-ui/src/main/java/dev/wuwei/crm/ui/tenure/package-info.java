/** 任期交接: what somebody took over, did and handed on between two dates. */
package dev.wuwei.crm.ui.tenure;
