package org.zhengling.planted.platform.capability;

/** What others may use. */
public record Face(String name) {}
