/**
 * How the system speaks about law: which clause a rule comes from, which number held on which day,
 * and what a decision rests on.
 */
@NullMarked
package org.zhengling.engine.law;

import org.jspecify.annotations.NullMarked;
