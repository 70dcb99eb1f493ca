/**
 * Reads what a programme of the gazette ships as its policy: the demands of its order and how each
 * is answered.
 */
@NullMarked
package org.zhengling.formats.policy;

import org.jspecify.annotations.NullMarked;
