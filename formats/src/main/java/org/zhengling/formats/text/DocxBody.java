package org.zhengling.formats.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.xml.stream.XMLStreamReader;

/**
 * Walks over the body of a Word file, or over its notes, and writes down each paragraph. Stories
 * stand inside one another: a cell in a table, a text box in a paragraph.
 */
final class DocxBody implements SafeXml.Walk {
  private static final int LONGEST_HEADING = 60;
  private static final int BODY_TEXT = 9;

  /** Where finished paragraphs go: the body, a cell, a text box or a note. */
  private static final class Story {
    private final List<String> lines = new ArrayList<>();
    private String id = "";

    /** Words of paragraphs whose end was deleted: they run on into the next one. */
    private String runsOn = "";
  }

  /** A row of a table; {@code deleted} when the deletion of the row is tracked. */
  private static final class Row {
    private final List<Story> cells = new ArrayList<>();
    private boolean deleted;
  }

  /** A paragraph that is being read. */
  private static final class Paragraph {
    private final StringBuilder words = new StringBuilder();
    private final List<String> after = new ArrayList<>();
    private DocxStyles.Form form = DocxStyles.Form.PLAIN;
    private String style = "";
    private boolean endDeleted;
    private boolean hidden;
  }

  private final DocxStyles styles;
  private final DocxNumbering numbering;
  private final Map<String, Map<String, String>> references;
  private final Lines body = new Lines();
  private final Map<String, String> notes = new HashMap<>();
  private final Story root = new Story();
  private final Deque<Story> stories = new ArrayDeque<>();
  private final Deque<Row> rows = new ArrayDeque<>();
  private final Deque<Paragraph> paragraphs = new ArrayDeque<>();

  /** Inside the properties of a paragraph, a run, a row. */
  private final Deque<String> properties = new ArrayDeque<>();

  private boolean inText;
  private int noteCount;

  /**
   * @param references the notes of each kind of reference, by their id
   */
  DocxBody(
      DocxStyles styles, DocxNumbering numbering, Map<String, Map<String, String>> references) {
    this.styles = styles;
    this.numbering = numbering;
    this.references = references;
  }

  String text() {
    return body.toString();
  }

  Map<String, String> notes() {
    return Map.copyOf(notes);
  }

  @Override
  public boolean begin(String name, XMLStreamReader at) {
    return properties.isEmpty() ? content(name, at) : property(name, at);
  }

  private boolean content(String name, XMLStreamReader at) {
    switch (name) {
      case "p" -> paragraphs.push(new Paragraph());
      case "pPr", "rPr", "trPr" -> properties.push(name);
      case "t" -> inText = true;
      case "r" -> current().hidden = false;
      case "tab", "ptab" -> write("\t");
      case "br", "cr" -> write("\n");
      case "noBreakHyphen" -> write("-");
      case "footnoteReference", "endnoteReference" -> refer(name, SafeXml.attribute(at, "id"));
      case "tr" -> rows.push(new Row());
      case "tc" -> beginCell();
      case "txbxContent" -> stories.push(new Story());
      case "footnote", "endnote" -> {
        Story story = new Story();
        story.id = SafeXml.attribute(at, "type").isEmpty() ? SafeXml.attribute(at, "id") : "";
        stories.push(story);
      }
      case "del",
          "moveFrom",
          "delText",
          "instrText",
          "delInstrText",
          "rt",
          "Fallback",
          "sectPr",
          "tblPr",
          "tblGrid",
          "tcPr",
          "sdtPr",
          "tblPrEx" -> {
        return SKIP;
      }
      default -> {}
    }
    return ENTER;
  }

  private boolean property(String name, XMLStreamReader at) {
    switch (name) {
      case "pPrChange", "rPrChange", "sectPr", "tabs", "pBdr" -> {
        return SKIP;
      }
      case "rPr" -> properties.push(name);
      case "pStyle" -> current().style = SafeXml.attribute(at, "val");
      case "vanish" -> current().hidden |= isRun() && isOn(at);
      case "del" -> {
        if (properties.contains("trPr") && !rows.isEmpty()) {
          rows.element().deleted = true;
        } else if (properties.contains("pPr")) {
          current().endDeleted = true;
        }
      }
      default -> {
        if (properties.element().equals("pPr")) {
          current().form = current().form.with(name, at);
        }
      }
    }
    return ENTER;
  }

  private boolean isRun() {
    return properties.size() == 1 && properties.element().equals("rPr");
  }

  private static boolean isOn(XMLStreamReader at) {
    String value = SafeXml.attribute(at, "val");
    return !value.equals("0") && !value.equals("false") && !value.equals("off");
  }

  /** Words outside any paragraph cannot be; a file that has them anyway loses nothing by it. */
  private Paragraph current() {
    if (paragraphs.isEmpty()) {
      paragraphs.push(new Paragraph());
    }
    return paragraphs.element();
  }

  private void write(String words) {
    if (!paragraphs.isEmpty() && !current().hidden) {
      current().words.append(words);
    }
  }

  private void beginCell() {
    Story cell = new Story();
    if (!rows.isEmpty()) {
      rows.element().cells.add(cell);
    }
    stories.push(cell);
  }

  private void refer(String kind, String id) {
    String note = references.getOrDefault(kind, Map.of()).get(id);
    if (note != null && !current().hidden) {
      noteCount++;
      current().after.add("注" + noteCount + "：" + note);
    }
  }

  @Override
  public void text(String words) {
    if (inText) {
      write(words);
    }
  }

  @Override
  public void end(String name) {
    if (!properties.isEmpty()) {
      if (properties.element().equals(name)) {
        properties.pop();
      }
      return;
    }
    switch (name) {
      case "t" -> inText = false;
      case "p" -> endParagraph(paragraphs.pop());
      case "tc" -> endStory(stories.pop());
      case "tr" -> endRow(rows.pop());
      case "txbxContent" -> endBox(stories.pop());
      case "footnote", "endnote" -> {
        Story note = stories.pop();
        endStory(note);
        if (!note.id.isEmpty()) {
          notes.put(note.id, String.join(" ", note.lines).strip());
        }
      }
      default -> {}
    }
  }

  private void endParagraph(Paragraph paragraph) {
    Story story = story();
    String words = story.runsOn + paragraph.words;
    story.runsOn = paragraph.endDeleted ? words : "";
    if (paragraph.endDeleted) {
      paragraph.after.forEach(line -> add(story, line));
      return;
    }
    DocxStyles.Form form = paragraph.form.over(styles.form(paragraph.style));
    for (String line : set(paragraph, form, words).split("\n", -1)) {
      add(story, line);
    }
    paragraph.after.forEach(line -> add(story, line));
  }

  private Story story() {
    return stories.isEmpty() ? root : stories.element();
  }

  private void add(Story story, String line) {
    if (story.equals(root)) {
      body.add(line);
    } else if (!line.isBlank()) {
      story.lines.add(line);
    }
  }

  /** The words with the number of their list, and marked as heading or as indented paragraph. */
  private String set(Paragraph paragraph, DocxStyles.Form form, String words) {
    int list = Objects.requireNonNullElse(form.list(), 0);
    Integer level = form.level();
    String label =
        list == 0
            ? ""
            : numbering.label(
                list, level == null ? numbering.levelOf(list, paragraph.style) : level);
    if (words.isBlank()) {
      return "";
    }
    String whole = label + (label.isEmpty() ? words : words.stripLeading());
    int outline = Objects.requireNonNullElse(form.outline(), BODY_TEXT);
    if (outline < BODY_TEXT && whole.length() <= LONGEST_HEADING) {
      return "#".repeat(Math.min(outline + 1, 6)) + " " + whole.strip().replace('\n', ' ');
    }
    boolean centred = Boolean.TRUE.equals(form.centred());
    boolean indented = Boolean.TRUE.equals(form.indented()) && !centred;
    return indented ? "　　" + whole : whole;
  }

  private void endStory(Story story) {
    if (!story.runsOn.isBlank()) {
      story.lines.add(story.runsOn);
    }
  }

  private void endBox(Story box) {
    endStory(box);
    if (paragraphs.isEmpty()) {
      box.lines.forEach(line -> add(story(), line));
    } else {
      current().after.addAll(box.lines);
    }
  }

  /** A row of several cells is one line; a row of one cell only frames its paragraphs. */
  private void endRow(Row row) {
    if (row.deleted) {
      return;
    }
    Story around = story();
    if (row.cells.size() == 1) {
      row.cells.getFirst().lines.forEach(line -> add(around, line));
      return;
    }
    StringBuilder line = new StringBuilder();
    for (Story cell : row.cells) {
      line.append(cell.equals(row.cells.getFirst()) ? "" : "\t");
      line.append(String.join(" ", cell.lines).replace('\t', ' ').replace('\n', ' ').strip());
    }
    add(around, line.toString());
  }
}
