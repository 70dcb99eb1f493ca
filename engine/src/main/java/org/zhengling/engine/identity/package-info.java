/**
 * Says whether a resident's number or an organisation's code is written correctly, and if not,
 * which character to look at.
 *
 * <p>Input: one text. Output: a number, a code, or what is wrong with it. Surrounding white space
 * is dropped and lower-case ASCII letters are read as capitals; every other odd character, also a
 * full-width one, is named and never silently replaced. Steps, each ending the check when it finds
 * a fault: length, characters, check character, date of birth.
 */
@NullMarked
package org.zhengling.engine.identity;

import org.jspecify.annotations.NullMarked;
