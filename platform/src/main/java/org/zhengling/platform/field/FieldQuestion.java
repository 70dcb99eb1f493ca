package org.zhengling.platform.field;

import java.util.List;

/**
 * What a form asks.
 *
 * @param name of the answer: lower-case letters, digits and hyphens
 * @param options only for a choice
 * @param optional need not be answered
 * @param least how many photographs at least; 0 for everything else
 */
public record FieldQuestion(
    Form form,
    String name,
    String label,
    String hint,
    List<String> options,
    boolean optional,
    int least) {

  /** How it is answered. */
  public enum Form {
    TEXT,
    LONG_TEXT,
    /** A whole number, not negative. */
    NUMBER,
    CHOICE,
    PHOTO,
    /** Longitude, latitude and how exact, as the phone says: {@code 116.587000,35.415000 ±12 m}. */
    PLACE
  }

  public FieldQuestion {
    options = List.copyOf(options);
    if (!name.matches("[a-z0-9-]+") || (form == Form.CHOICE) == options.isEmpty()) {
      throw new IllegalArgumentException("No question: " + form + " " + name + " " + options);
    }
  }

  public static FieldQuestion text(String name, String label, String hint) {
    return new FieldQuestion(Form.TEXT, name, label, hint, List.of(), false, 0);
  }

  public static FieldQuestion longText(String name, String label, String hint) {
    return new FieldQuestion(Form.LONG_TEXT, name, label, hint, List.of(), false, 0);
  }

  public static FieldQuestion number(String name, String label, String hint) {
    return new FieldQuestion(Form.NUMBER, name, label, hint, List.of(), false, 0);
  }

  public static FieldQuestion choice(String name, String label, List<String> options) {
    return new FieldQuestion(Form.CHOICE, name, label, "", options, false, 0);
  }

  public static FieldQuestion photos(String name, String label, String hint, int least) {
    return new FieldQuestion(Form.PHOTO, name, label, hint, List.of(), least == 0, least);
  }

  public static FieldQuestion place(String name, String label) {
    return new FieldQuestion(Form.PLACE, name, label, "", List.of(), true, 0);
  }

  /** The same question, which may stay open. */
  public FieldQuestion orNothing() {
    return new FieldQuestion(form, name, label, hint, options, true, least);
  }
}
