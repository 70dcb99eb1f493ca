package org.zhengling.platform.notices;

/** Somebody objects; the case goes back to be looked at. In the transaction of the objection. */
public record ObjectionRaised(long objection, long notice, long caseFile) {}
