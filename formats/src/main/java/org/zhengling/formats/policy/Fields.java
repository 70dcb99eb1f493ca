package org.zhengling.formats.policy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.zhengling.engine.Refusal;

/** The keys of one block of a YAML file, each with its line. */
final class Fields {
  private final String file;
  private final int line;
  private final Map<String, Node> values = new LinkedHashMap<>();

  Fields(String file, Node node) {
    this.file = file;
    this.line = lineOf(node);
    if (!(node instanceof MappingNode block)) {
      throw refusal(file, line, "这里应是“键: 值”");
    }
    for (NodeTuple tuple : block.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        throw refusal(file, lineOf(tuple.getKeyNode()), "键应是一个词");
      }
      if (values.put(key.getValue(), tuple.getValueNode()) != null) {
        throw refusal(file, lineOf(key), key.getValue() + " 写了两次");
      }
    }
  }

  /** A value that must be there. */
  String needed(String key) {
    String value = optional(key);
    if (value.isEmpty()) {
      throw refusal(key, "应有 " + key);
    }
    return value;
  }

  /** Empty when the key is absent. */
  String optional(String key) {
    Node node = values.get(key);
    if (node == null) {
      return "";
    }
    if (!(node instanceof ScalarNode value)) {
      throw refusal(key, key + " 应是一个值");
    }
    return value.getValue().strip();
  }

  /** The blocks of a list that must be there. */
  List<Fields> rows(String key) {
    if (!(values.get(key) instanceof SequenceNode list)) {
      throw refusal(key, key + " 应是一个清单，每项以“- ”开头");
    }
    return list.getValue().stream().map(row -> new Fields(file, row)).toList();
  }

  /** A misspelt key would be lost silently. */
  void refuseOthers(Set<String> known) {
    for (Map.Entry<String, Node> entry : values.entrySet()) {
      if (!known.contains(entry.getKey())) {
        throw refusal(
            entry.getKey(), "不认识 " + entry.getKey() + "，可用的键：" + known.stream().sorted().toList());
      }
    }
  }

  /** Names the line of the key, or of the block where the key is absent. */
  Refusal refusal(String key, String expected) {
    Node node = values.get(key);
    return refusal(file, node == null ? line : lineOf(node), expected);
  }

  static Refusal refusal(String file, int line, String expected) {
    return new Refusal(
        Refusal.Kind.CALLER,
        "没有读成。" + file + " 第 " + line + " 行：" + expected + "。",
        "请改这一行，写法见 docs/formats/policy-pack.md。");
  }

  private static int lineOf(@Nullable Node node) {
    return node == null || node.getStartMark() == null ? 1 : node.getStartMark().getLine() + 1;
  }
}
