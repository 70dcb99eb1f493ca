/** The pages where a gazette is brought in, checked and published, and where holidays are kept. */
@NullMarked
package org.zhengling.platform.clauses.web;

import org.jspecify.annotations.NullMarked;
