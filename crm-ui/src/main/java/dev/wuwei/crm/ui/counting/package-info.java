/** 口径: the counting policies, which of them counts, and what two of them count differently. */
package dev.wuwei.crm.ui.counting;
