package org.zhengling.platform.clauses;

/**
 * The holiday table of a year was put in or corrected; whatever days follow from the calendar are
 * to be derived again. Another server may have done it: {@link Calendars#version} tells.
 */
public record CalendarChanged(int year) {}
