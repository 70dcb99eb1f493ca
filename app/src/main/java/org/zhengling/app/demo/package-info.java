/** A sample city for looking around: a sample gazette, invented people and invented progress. */
@NullMarked
package org.zhengling.app.demo;

import org.jspecify.annotations.NullMarked;
