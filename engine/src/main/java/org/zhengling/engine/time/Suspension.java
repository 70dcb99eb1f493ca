package org.zhengling.engine.time;

import org.zhengling.engine.law.ClauseId;

/**
 * Why and how long a legal clock stands still.
 *
 * @param days the first day not counted, and the first day counted again; no end while it lasts
 * @param ground what it rests on, in Chinese: 补正材料, 鉴定
 * @param clause the clause that allows it
 */
public record Suspension(DateRange days, String ground, ClauseId clause) {}
