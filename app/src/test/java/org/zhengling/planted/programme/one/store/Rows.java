package org.zhengling.planted.programme.one.store;

/** What lies in the database. */
public record Rows(String name) {}
