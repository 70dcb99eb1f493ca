package org.zhengling.formats.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Worksheet;
import org.zhengling.engine.gazette.TaskCells;
import org.zhengling.engine.time.Deadline;
import org.zhengling.formats.sheet.Workbook.Merge;
import org.zhengling.formats.sheet.Workbook.Page;

/**
 * The task list of an annex in an XLSX file. Columns are found by the words over them, in any
 * order; merged cells count for each of their rows; every filled row is a task, a title, or a fault
 * that is named with its sheet, row and column.
 */
public final class TaskSheet {
  private static final int HEAD_WITHIN = 20;
  private static final int LONGEST_TASK = 400;
  private static final Pattern ISO = Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})");

  private TaskSheet() {}

  /** What a column holds, with the words that may stand over it, the exact ones first. */
  enum Column {
    ORDINAL("序号", "序号|编号|号"),
    CLAUSE("条款", ".*条款.*|对应.*条.*|文件依据|依据"),
    TASK("任务", "(重点|主要|具体|工作)?(任务|事项|措施|内容)(内容|名称)?|工作任务.*|任务.*"),
    LEAD("牵头单位", "牵头.*|主办.*"),
    RESPONSIBLE("责任单位", "责任.*|配合.*|协办.*|参与.*|承办.*"),
    DEADLINE("完成时限", ".*时限.*|.*完成时间.*|.*期限.*|时间.*");

    private final String chinese;
    private final Pattern heads;

    Column(String chinese, String heads) {
      this.chinese = chinese;
      this.heads = Pattern.compile(heads);
    }
  }

  /**
   * A task as it was filled in.
   *
   * @param sheet from 1
   * @param row as the spreadsheet counts it
   */
  public record Row(
      int sheet,
      int row,
      String ordinal,
      String clause,
      String task,
      String lead,
      String responsible,
      String deadline) {}

  /** What is wrong in a cell, and what is expected there. */
  public record Fault(String sheet, int row, String column, String expected) {
    /** 表“任务清单”第 5 行“完成时限”：…… */
    public String sentence() {
      return "表“"
          + sheet
          + "”"
          + (row > 0 ? "第 " + row + " 行" : "")
          + "“"
          + column
          + "”："
          + expected;
    }
  }

  /**
   * What a file holds.
   *
   * @param titles rows and sheets that are no tasks, in words, so that nothing goes unsaid
   */
  public record Reading(List<Row> rows, List<Fault> faults, List<String> titles) {
    public Reading {
      rows = List.copyOf(rows);
      faults = List.copyOf(faults);
      titles = List.copyOf(titles);
    }
  }

  /** Reads a file; one that is no workbook or has no list is a refusal of kind CALLER. */
  public static Reading read(byte[] bytes) {
    List<Row> rows = new ArrayList<>();
    List<Fault> faults = new ArrayList<>();
    List<String> titles = new ArrayList<>();
    boolean list = false;
    for (Page page : Workbook.read(bytes)) {
      Map<Column, Integer> columns = new EnumMap<>(Column.class);
      int head = head(page, columns);
      if (head < 0) {
        titles.add("表“" + page.name() + "”没有任务清单的表头，没有读。");
      } else {
        list = true;
        readRows(page, head, columns, rows, faults, titles);
      }
    }
    if (!list) {
      throw Workbook.refused("没有认出表头。", "表头一行要有“任务”和“牵头单位”，最好还有“序号、条款、责任单位、完成时限”；可以下载模板填写。");
    }
    if (rows.isEmpty() && faults.isEmpty()) {
      throw Workbook.refused("表里没有任务。", "请在表头下面逐行填写任务。");
    }
    return new Reading(rows, faults, titles);
  }

  /** The row with the words over the columns; -1 where there is none. */
  private static int head(Page page, Map<Column, Integer> columns) {
    for (int row = 1; row <= HEAD_WITHIN; row++) {
      columns.clear();
      List<String> cells = page.rows().getOrDefault(row, List.of());
      for (int column = 0; column < cells.size(); column++) {
        String words = cells.get(column).replaceAll("[\\s\\u3000（(].*$|[\\s\\u3000]", "");
        for (Column one : Column.values()) {
          if (!columns.containsKey(one)
              && !columns.containsValue(column)
              && one.heads.matcher(words).matches()) {
            columns.put(one, column);
          }
        }
      }
      boolean units = columns.containsKey(Column.LEAD) || columns.containsKey(Column.RESPONSIBLE);
      if (columns.containsKey(Column.TASK) && units) {
        return row;
      }
    }
    return -1;
  }

  private static void readRows(
      Page page,
      int head,
      Map<Column, Integer> columns,
      List<Row> rows,
      List<Fault> faults,
      List<String> titles) {
    for (int number : new TreeMap<>(page.rows()).tailMap(head + 1).keySet()) {
      Row row = row(page, number, columns);
      boolean blank =
          (row.task() + row.lead() + row.responsible() + row.deadline() + row.clause()).isBlank();
      if (blank) {
        String other = String.join("", page.rows().getOrDefault(number, List.of())).strip();
        if (!other.equals(row.ordinal())) {
          titles.add("表“" + page.name() + "”第 " + number + " 行“" + other + "”不在认出的列里，没有读。");
        }
      } else if (isTitle(page, number, columns)) {
        titles.add("表“" + page.name() + "”第 " + number + " 行“" + row.task() + "”是小标题。");
      } else if (continues(page, number, columns) && !rows.isEmpty()) {
        rows.add(joined(rows.removeLast(), row));
      } else {
        check(page, row, faults);
        rows.add(row);
      }
    }
  }

  private static Row row(Page page, int number, Map<Column, Integer> columns) {
    Map<Column, String> cells = new EnumMap<>(Column.class);
    columns.forEach(
        (column, index) -> cells.put(column, Workbook.at(page.rows(), number, index).strip()));
    return new Row(
        page.number(),
        number,
        cells.getOrDefault(Column.ORDINAL, ""),
        cells.getOrDefault(Column.CLAUSE, ""),
        cells.getOrDefault(Column.TASK, "").replaceAll("\\s*\\R\\s*", ""),
        cells.getOrDefault(Column.LEAD, ""),
        cells.getOrDefault(Column.RESPONSIBLE, ""),
        dated(cells.getOrDefault(Column.DEADLINE, "")));
  }

  private static String dated(String words) {
    Matcher iso = ISO.matcher(words);
    return iso.matches()
        ? iso.group(1)
            + "年"
            + Integer.parseInt(iso.group(2))
            + "月"
            + Integer.parseInt(iso.group(3))
            + "日"
        : words;
  }

  /** One cell from edge to edge: 一、加强基础. */
  private static boolean isTitle(Page page, int number, Map<Column, Integer> columns) {
    int task = columns.getOrDefault(Column.TASK, 0);
    int units = columns.getOrDefault(Column.LEAD, columns.getOrDefault(Column.RESPONSIBLE, task));
    return page.merges().stream()
        .anyMatch(merge -> merge.holds(number - 1, task) && merge.holds(number - 1, units));
  }

  /** A task over several rows, each with further units. */
  private static boolean continues(Page page, int number, Map<Column, Integer> columns) {
    int task = columns.getOrDefault(Column.TASK, 0);
    return page.merges().stream()
        .filter(merge -> merge.holds(number - 1, task))
        .map(Merge::firstRow)
        .anyMatch(first -> first < number - 1);
  }

  private static Row joined(Row first, Row more) {
    return new Row(
        first.sheet(),
        first.row(),
        first.ordinal(),
        first.clause(),
        first.task(),
        join(first.lead(), more.lead()),
        join(first.responsible(), more.responsible()),
        first.deadline().isEmpty() ? more.deadline() : first.deadline());
  }

  private static String join(String names, String more) {
    return names.equals(more) || more.isEmpty()
        ? names
        : names.isEmpty() ? more : names + "、" + more;
  }

  private static void check(Page page, Row row, List<Fault> faults) {
    if (row.task().isEmpty()) {
      faults.add(fault(page, row, Column.TASK, "空着。请写任务内容；不是任务的行请删去。"));
    }
    if (row.task().length() > LONGEST_TASK) {
      faults.add(fault(page, row, Column.TASK, "最多 " + LONGEST_TASK + " 字，请写短一些。"));
    }
    for (String broken : List.of(row.lead(), row.responsible(), row.deadline(), row.task())) {
      if (broken.startsWith("#")) {
        faults.add(fault(page, row, Column.TASK, "公式出错（" + broken + "），请改成文字。"));
      }
    }
    boolean stated = !row.deadline().isEmpty() && !row.deadline().matches("[—\\-/无]+");
    if (stated && TaskCells.deadline(row.deadline(), 0) instanceof Deadline.None) {
      faults.add(
          fault(
              page,
              row,
              Column.DEADLINE,
              "“" + row.deadline() + "”认不出，请写 2020年12月底前、2020-12-31、每季度 或 持续推进，没有就空着。"));
    }
  }

  private static Fault fault(Page page, Row row, Column column, String expected) {
    return new Fault(page.name(), row.row(), column.chinese, expected);
  }

  /** An empty list to fill in, with the head words and one line that explains each. */
  public static byte[] template() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (org.dhatim.fastexcel.Workbook book =
        new org.dhatim.fastexcel.Workbook(out, "Zhengling", "1.0")) {
      Worksheet sheet = book.newWorksheet("任务清单");
      int index = 0;
      for (Column column : Column.values()) {
        sheet.value(0, index, column.chinese);
        sheet.style(0, index).bold().set();
        sheet.width(index, column == Column.TASK ? 48 : 18);
        index++;
      }
      Worksheet help = book.newWorksheet("填写说明");
      List<String> lines =
          List.of(
              "序号：选填，照附件原来的序号",
              "条款：选填，写成 二(三)7；不写就归到附件",
              "任务：必填，最多 400 字",
              "牵头单位：几个单位用顿号隔开；空着的，校对时再定",
              "责任单位：选填，几个单位用顿号隔开",
              "完成时限：选填，如 2020年12月底前、2020-12-31、每季度、持续推进");
      for (int i = 0; i < lines.size(); i++) {
        help.value(i, 0, lines.get(i));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Maybe the memory is full", e);
    }
    return out.toByteArray();
  }
}
