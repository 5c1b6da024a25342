/** Views of lists that people save under names of their own. */
package dev.wuwei.crm.ui.savedview;
