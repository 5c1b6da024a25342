/** 回头看: campaigns, the sheet of each project, rating, rectification and what follows; the sheet as a document. */
package dev.wuwei.crm.ui.lookback;
