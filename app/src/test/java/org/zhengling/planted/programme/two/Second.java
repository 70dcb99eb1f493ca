package org.zhengling.planted.programme.two;

/** Another programme. */
public record Second(String name) {}
