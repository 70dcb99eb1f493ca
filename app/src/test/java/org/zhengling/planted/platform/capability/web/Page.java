package org.zhengling.planted.platform.capability.web;

/** What a browser is shown. */
public record Page(String title) {}
