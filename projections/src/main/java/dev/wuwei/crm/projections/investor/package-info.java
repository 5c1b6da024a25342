/** Investors and the people who speak for them: the one place with personal data in clear. */
package dev.wuwei.crm.projections.investor;
