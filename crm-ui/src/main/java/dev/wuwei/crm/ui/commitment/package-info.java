/** 承诺履约: what both sides promised, held against what happened, over all projects; and the words for it. */
package dev.wuwei.crm.ui.commitment;
