/**
 * One dialog for every command. A command's record says what has to be entered, its rules name the fields they refuse, so
 * the form follows from the record: a new command needs words, not a screen. Forms that are filled in often or are large
 * have a plan (sections, what stands side by side), fields that act on one another, and what the project's file knows
 * filled in. Only what is done many times a day has a dialog of its own (记一笔).
 */
package dev.wuwei.crm.ui.command;
