/** What the write side asks of the read models, through ports that it names itself. */
package dev.wuwei.crm.port;
