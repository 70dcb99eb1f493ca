/**
 * The catalogue, the chains of enquiries and answers, and the tables of departments that are read.
 */
@NullMarked
package org.zhengling.platform.exchange.store;

import org.jspecify.annotations.NullMarked;
