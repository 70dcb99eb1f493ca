/**
 * Money, land and quotas as whole numbers of their smallest unit, so that no sum ever loses a fen.
 *
 * <p>Input and output are exact integers; text and decimals exist only at the edge, rounded once
 * with a named mode. Overflow is an {@link ArithmeticException}, never a wrong number.
 */
@NullMarked
package org.zhengling.engine.quantity;

import org.jspecify.annotations.NullMarked;
