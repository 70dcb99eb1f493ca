package org.zhengling.programme.socialassistance.work;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhengling.engine.verification.Item;
import org.zhengling.engine.verification.SourceAnswer;
import org.zhengling.programme.socialassistance.rules.Action;
import org.zhengling.programme.socialassistance.rules.Relative;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Steps as JSON text, and the kinds that the case knows them by. */
final class StepText {
  private static final String OURS = "allowance.";

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addMixIn(Item.class, ItemByKind.class)
          .addMixIn(SourceAnswer.class, AnswerByKind.class)
          .addMixIn(Relative.Whereabouts.class, WhereaboutsByKind.class)
          .build();

  private static final Map<String, Class<?>> KINDS =
      Arrays.stream(Action.class.getPermittedSubclasses())
          .collect(Collectors.toMap(StepText::kind, Function.identity()));

  private StepText() {}

  /** {@code allowance.papers-asked}. */
  static String kind(Class<?> action) {
    return OURS
        + action.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }

  static String write(Step step) {
    ObjectNode root = JSON.createObjectNode();
    root.set("action", JSON.valueToTree(step.action()));
    root.put("form", step.form().toString());
    Step.Carried carried = step.carried();
    if (carried != null) {
      root.set("carried", JSON.valueToTree(carried));
    }
    return JSON.writeValueAsString(root);
  }

  /** The step of an action of a case; empty for acts of the office. */
  static Optional<Step> read(String kind, String payload) {
    Class<?> type = KINDS.get(kind);
    if (type == null) {
      return Optional.empty();
    }
    JsonNode root = JSON.readTree(payload);
    JsonNode carried = root.get("carried");
    Step.@Nullable Carried with =
        carried == null ? null : JSON.treeToValue(carried, Step.Carried.class);
    return Optional.of(
        new Step(
            (Action) JSON.treeToValue(root.get("action"), type),
            UUID.fromString(root.get("form").asString()),
            with));
  }

  /** Which kind of item it is stands beside its fields. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Item.Income.class, name = "income"),
    @JsonSubTypes.Type(value = Item.Deposit.class, name = "deposit"),
    @JsonSubTypes.Type(value = Item.Vehicle.class, name = "vehicle"),
    @JsonSubTypes.Type(value = Item.House.class, name = "house"),
    @JsonSubTypes.Type(value = Item.Company.class, name = "company"),
    @JsonSubTypes.Type(value = Item.Away.class, name = "away"),
    @JsonSubTypes.Type(value = Item.Remark.class, name = "remark")
  })
  private interface ItemByKind {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = SourceAnswer.Found.class, name = "found"),
    @JsonSubTypes.Type(value = SourceAnswer.NotThere.class, name = "not-there"),
    @JsonSubTypes.Type(value = SourceAnswer.Unavailable.class, name = "unavailable"),
    @JsonSubTypes.Type(value = SourceAnswer.Stale.class, name = "stale")
  })
  private interface AnswerByKind {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Relative.AtHome.class, name = "at-home"),
    @JsonSubTypes.Type(value = Relative.Elsewhere.class, name = "elsewhere"),
    @JsonSubTypes.Type(value = Relative.InClergy.class, name = "in-clergy"),
    @JsonSubTypes.Type(value = Relative.Gone.class, name = "gone")
  })
  private interface WhereaboutsByKind {}
}
