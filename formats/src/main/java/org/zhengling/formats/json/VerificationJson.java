package org.zhengling.formats.json;

import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a check of the audit found, for machines. */
public final class VerificationJson {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private VerificationJson() {}

  /** A place that is not what it was. */
  public record Fault(String kind, String place, String what) {}

  /** One object: counts, whether everything holds, and the faults. */
  public static String write(long entries, long roots, long anchors, List<Fault> faults) {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("entries", entries);
    root.put("roots", roots);
    root.put("anchors", anchors);
    root.put("holds", faults.isEmpty());
    ArrayNode list = root.putArray("faults");
    for (Fault fault : faults) {
      ObjectNode one = list.addObject();
      one.put("kind", fault.kind());
      one.put("place", fault.place());
      one.put("what", fault.what());
    }
    return MAPPER.writeValueAsString(root);
  }
}
