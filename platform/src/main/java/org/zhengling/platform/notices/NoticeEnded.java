package org.zhengling.platform.notices;

/** A notice ran its time, or what was objected was answered in its last days. */
public record NoticeEnded(long notice, long caseFile) {}
