/**
 * Reads tables that other offices drop as files, row by row, and keeps apart what cannot be read.
 * Input: the bytes of a CSV file (UTF-8 or GB18030, commas or tabs) or of an XLSX workbook. Output:
 * heads, rows with their line, broken rows with line and reason. Failure: a file that is no table
 * at all is refused.
 */
@NullMarked
package org.zhengling.formats.extract;

import org.jspecify.annotations.NullMarked;
