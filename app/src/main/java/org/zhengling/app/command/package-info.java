/** The words a person types after {@code ./zl}. */
@NullMarked
package org.zhengling.app.command;

import org.jspecify.annotations.NullMarked;
