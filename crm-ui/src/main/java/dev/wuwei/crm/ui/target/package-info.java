/** Targets and assessment (目标考核). */
package dev.wuwei.crm.ui.target;
