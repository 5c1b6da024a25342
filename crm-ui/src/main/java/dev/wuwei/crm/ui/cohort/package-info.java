/** 落地转化: how far the projects signed in a year have come. */
package dev.wuwei.crm.ui.cohort;
