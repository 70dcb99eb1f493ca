package org.zhengling.engine.law;

/**
 * The place of a clause inside its document, printed with ASCII brackets: {@code 二(二)6}, {@code 三
 * 第一阶段}, {@code 附件}.
 *
 * @param text the printed form, unique inside a document
 */
public record ClausePath(String text) {
  public ClausePath {
    if (text.isBlank()) {
      throw new IllegalArgumentException("A clause path cannot be blank");
    }
  }

  @Override
  public String toString() {
    return text;
  }
}
