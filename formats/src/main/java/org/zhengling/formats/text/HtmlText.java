package org.zhengling.formats.text;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/**
 * The words of a web page as a reader sees them: a line for each paragraph, a row of a table on one
 * line with tabs, numbers of ordered lists, {@code #} before headings. Menus, scripts and what is
 * hidden are left out.
 */
final class HtmlText implements NodeVisitor {
  private static final int HEAD = 4096;
  private static final Pattern DECLARED =
      Pattern.compile("charset\\s*=\\s*[\"']?([\\w-]+)", Pattern.CASE_INSENSITIVE);
  private static final Pattern INDENT =
      Pattern.compile("text-indent\\s*:\\s*0*[1-9.]", Pattern.CASE_INSENSITIVE);
  private static final String UNSEEN =
      "script, style, noscript, template, nav, select, button, svg, iframe, object, head, [hidden],"
          + " [style~=(?i)display\\s*:\\s*none]";
  private static final Set<String> GB = Set.of("gb2312", "gbk", "gb18030", "utf-8", "utf8");

  private final Lines lines = new Lines();
  private final StringBuilder line = new StringBuilder();
  private final Deque<Integer> numbers = new ArrayDeque<>();

  /** Rows with more than one cell, in which a paragraph does not end the line. */
  private int rows;

  private int literal;
  private boolean blank;

  private HtmlText() {}

  static String read(byte[] bytes) {
    Document page = Jsoup.parse(decode(bytes));
    page.select(UNSEEN).remove();
    HtmlText text = new HtmlText();
    page.traverse(text);
    text.endLine();
    return text.lines.toString();
  }

  /** The page's own word for its encoding counts where it is neither UTF-8 nor Chinese. */
  private static String decode(byte[] bytes) {
    String head = new String(bytes, 0, Math.min(HEAD, bytes.length), StandardCharsets.ISO_8859_1);
    Matcher declared = DECLARED.matcher(head);
    if (declared.find()) {
      String name = declared.group(1).toLowerCase(Locale.ROOT);
      if (!GB.contains(name) && !name.startsWith("utf") && Charset.isSupported(name)) {
        return new String(bytes, Charset.forName(name));
      }
    }
    return PlainText.decode(bytes);
  }

  @Override
  public void head(Node node, int depth) {
    if (node instanceof TextNode words) {
      words(words.getWholeText());
    } else if (node instanceof Element element) {
      begin(element);
    }
  }

  private void begin(Element element) {
    String name = element.normalName();
    switch (name) {
      case "br" -> endParagraph();
      case "td", "th" -> beginCell(element);
      case "tr" -> {
        endParagraph();
        rows += hasManyCells(element) ? 1 : 0;
      }
      default -> {
        if (element.isBlock()) {
          endParagraph();
          beginBlock(element, name);
        }
      }
    }
  }

  private void beginCell(Element cell) {
    boolean first = cell.previousElementSibling() == null;
    if (rows > 0 && !first) {
      trimBlank();
      line.append('\t');
    }
  }

  private void beginBlock(Element block, String name) {
    if (name.equals("ol")) {
      numbers.push(number(block, "start", 1));
    } else if (name.equals("li") && block.parent() != null && block.parent().nameIs("ol")) {
      int number = number(block, "value", numbers.pop());
      numbers.push(number + 1);
      line.append(ListNumber.write(format(block.parent().attr("type")), number)).append(". ");
    } else if (name.equals("pre")) {
      literal++;
    } else if (rows == 0 && name.matches("h[1-6]")) {
      line.append("#".repeat(name.charAt(1) - '0')).append(' ');
    } else if (rows == 0 && INDENT.matcher(block.attr("style")).find()) {
      line.append("　　");
    }
  }

  private static int number(Element element, String attribute, int otherwise) {
    String text = element.attr(attribute).strip();
    return text.matches("\\d{1,6}") ? Integer.parseInt(text) : otherwise;
  }

  private static String format(String type) {
    return switch (type) {
      case "a" -> "lowerLetter";
      case "A" -> "upperLetter";
      case "i" -> "lowerRoman";
      case "I" -> "upperRoman";
      default -> "decimal";
    };
  }

  @Override
  public void tail(Node node, int depth) {
    if (!(node instanceof Element element)) {
      return;
    }
    switch (element.normalName()) {
      case "ol" -> numbers.pop();
      case "pre" -> literal--;
      case "tr" -> rows -= hasManyCells(element) ? 1 : 0;
      default -> {}
    }
    if (element.isBlock() || element.nameIs("tr")) {
      endParagraph();
    }
  }

  private static boolean hasManyCells(Element row) {
    Element first = row.firstElementChild();
    return first != null && first.nextElementSibling() != null;
  }

  private void words(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' && literal > 0) {
        endParagraph();
      } else if (literal == 0 && (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f')) {
        blank = true;
      } else {
        append(c == '\u00A0' ? ' ' : c);
      }
    }
  }

  /** Blanks of the source shrink to one, and to none between Chinese characters. */
  private void append(char c) {
    if (blank && !line.isEmpty()) {
      char before = line.charAt(line.length() - 1);
      boolean chinese = Letters.isSquare(before) && Letters.isSquare(c);
      if (!chinese && before != ' ' && before != '\t') {
        line.append(' ');
      }
    }
    blank = false;
    line.append(c);
  }

  private void endParagraph() {
    if (rows == 0) {
      endLine();
    } else {
      blank = true;
    }
  }

  private void endLine() {
    blank = false;
    boolean empty = line.chars().allMatch(c -> c == '#' || c == ' ' || c == '\u3000');
    if (!empty) {
      lines.add(line);
    }
    line.setLength(0);
  }

  private void trimBlank() {
    blank = false;
    while (!line.isEmpty() && line.charAt(line.length() - 1) == ' ') {
      line.setLength(line.length() - 1);
    }
  }
}
