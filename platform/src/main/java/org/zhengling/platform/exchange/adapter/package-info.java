/**
 * How a source is spoken to: by its tables, by messages or by files. Input: who is asked about and
 * where the catalogue says the source is. Output: the rows as they came, as text. Failure: {@link
 * org.zhengling.platform.exchange.adapter.SourceFailure} with a reason.
 */
@NullMarked
package org.zhengling.platform.exchange.adapter;

import org.jspecify.annotations.NullMarked;
