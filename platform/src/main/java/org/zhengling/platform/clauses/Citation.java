package org.zhengling.platform.clauses;

/**
 * Where a clause points to another document or clause.
 *
 * @param document the document that points
 * @param clause its clause
 * @param title title of what is pointed to; may be empty
 * @param number full number of what is pointed to; may be empty
 * @param target the clause pointed to, as printed; empty for the whole document
 * @param effect 提及, 依据, 修改 or 废止
 */
public record Citation(
    String document, String clause, String title, String number, String target, String effect) {}
