/** Values and ports that every capability speaks with. Depends on the JDK alone (and the UUIDv7 library). */
package dev.wuwei.crm.shared;
