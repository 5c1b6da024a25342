package dev.wuwei.crm.shared;

/** Somebody asks for something. One sealed interface per capability extends this. */
public interface Command {}
