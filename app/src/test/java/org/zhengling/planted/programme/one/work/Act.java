package org.zhengling.planted.programme.one.work;

/** What the office does. */
public record Act(String name) {}
