package org.zhengling.platform.clauses.draft;

/**
 * A row of the task list of an annex, its cells as they were filled in; an absent column is empty.
 *
 * @param file number of the uploaded file
 * @param annex key of the annex it belongs to
 * @param sheet which sheet of the file, from 1
 * @param row as the spreadsheet counts it
 * @param ordinal its 序号
 */
public record AnnexRow(
    long file,
    String annex,
    int sheet,
    int row,
    String ordinal,
    String clause,
    String task,
    String lead,
    String responsible,
    String deadline) {
  /** Names the row as a person finds it. */
  public String source() {
    return "附件 表" + sheet + " 第" + row + "行";
  }
}
