package org.zhengling.formats.text;

import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** What the named styles of a Word file say of a paragraph: its list, its indent, its outline. */
final class DocxStyles implements SafeXml.Walk {
  private static final int DEEPEST_INHERITANCE = 20;

  /**
   * How a paragraph is set; what is absent is taken from the style it is based on.
   *
   * @param list number of the list, 0 for none
   * @param level level in the list, from 0
   * @param indented whether its first line is indented
   * @param outline level in the outline from 0, 9 for body text
   */
  record Form(
      @Nullable Integer list,
      @Nullable Integer level,
      @Nullable Boolean indented,
      @Nullable Boolean centred,
      @Nullable Integer outline) {
    static final Form PLAIN = new Form(null, null, null, null, null);

    /** This form, with another one where this one says nothing. */
    Form over(Form base) {
      return new Form(
          list == null ? base.list : list,
          level == null ? base.level : level,
          indented == null ? base.indented : indented,
          centred == null ? base.centred : centred,
          outline == null ? base.outline : outline);
    }

    /** This form and what one more element of its properties says. */
    Form with(String name, XMLStreamReader at) {
      return switch (name) {
        case "numId" -> new Form(value(at), level, indented, centred, outline);
        case "ilvl" -> new Form(list, value(at), indented, centred, outline);
        case "outlineLvl" -> new Form(list, level, indented, centred, value(at));
        case "ind" -> {
          int chars = SafeXml.number(at, "firstLineChars", 0);
          int twips = SafeXml.number(at, "firstLine", 0);
          yield new Form(list, level, chars > 0 || twips > 0, centred, outline);
        }
        case "jc" -> {
          String side = SafeXml.attribute(at, "val");
          boolean off = side.equals("center") || side.equals("right") || side.equals("end");
          yield new Form(list, level, indented, off, outline);
        }
        default -> this;
      };
    }

    private static int value(XMLStreamReader at) {
      return SafeXml.number(at, "val", 0);
    }
  }

  private final Map<String, Form> forms = new HashMap<>();
  private final Map<String, String> bases = new HashMap<>();
  private String style = "";
  private Form form = Form.PLAIN;

  /** The form a style gives, with everything it inherits. */
  Form form(String id) {
    Form whole = Form.PLAIN;
    String at = id;
    for (int i = 0; i < DEEPEST_INHERITANCE && at != null; i++) {
      whole = whole.over(forms.getOrDefault(at, Form.PLAIN));
      at = bases.get(at);
    }
    return whole;
  }

  @Override
  public boolean begin(String name, XMLStreamReader at) {
    switch (name) {
      case "style" -> {
        style = SafeXml.attribute(at, "styleId");
        form = Form.PLAIN;
      }
      case "basedOn" -> bases.put(style, SafeXml.attribute(at, "val"));
      case "rPr", "tblPr", "tcPr", "tblStylePr", "docDefaults", "latentStyles" -> {
        return SKIP;
      }
      default -> form = form.with(name, at);
    }
    return ENTER;
  }

  @Override
  public void end(String name) {
    if (name.equals("style")) {
      forms.put(style, form);
    }
  }
}
