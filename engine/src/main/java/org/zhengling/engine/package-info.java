/** What can be computed without a server; here only how a refusal is said. */
@NullMarked
package org.zhengling.engine;

import org.jspecify.annotations.NullMarked;
