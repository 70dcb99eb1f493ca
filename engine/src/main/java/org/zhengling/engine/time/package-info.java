/**
 * Working days, legal clocks and the deadlines that a gazette sets, computed from published holiday
 * tables.
 */
@NullMarked
package org.zhengling.engine.time;

import org.jspecify.annotations.NullMarked;
