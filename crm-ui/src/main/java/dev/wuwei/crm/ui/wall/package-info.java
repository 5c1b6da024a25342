/** 挂图作战: the projects of 五未 on one wall, their milestones against the calendar. */
package dev.wuwei.crm.ui.wall;
