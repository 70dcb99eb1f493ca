package org.zhengling.planted.modules.right.inner;

/** A room that is nobody else's affair. */
public record Hidden(String name) {}
