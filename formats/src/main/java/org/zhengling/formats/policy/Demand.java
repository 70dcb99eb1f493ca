package org.zhengling.formats.policy;

/**
 * Something an order demands of software.
 *
 * @param slug permanent name, {@code childcare/bar-persons-record}
 * @param clause path of the clause, or a run of neighbours: {@code 二(二)1-5}
 * @param name heading in Chinese
 * @param nameEn heading in English
 * @param lead as the inventory names it; empty when nobody is named
 * @param responsible as the inventory names them; empty when nobody is named
 * @param deadline as the order words it; empty when it sets none
 * @param figures as the order words them; empty when it sets none
 * @param demanded what software must do
 */
public record Demand(
    String slug,
    String clause,
    String name,
    String nameEn,
    Kind kind,
    String lead,
    String responsible,
    String deadline,
    String figures,
    String demanded,
    Answer answer) {

  /** What sort of thing is demanded; a file spells it in small letters. */
  public enum Kind {
    REGISTRY,
    WORKFLOW,
    LEDGER,
    RULE,
    INDICATOR,
    MATCHING,
    LIST,
    SUPERVISION,
    PLATFORM,
    DISCLOSURE,
    REPORT,
    STATEMENT
  }

  /** What the programme says about it. */
  public sealed interface Answer {

    /** Nothing answers it yet. */
    record Open() implements Answer {}

    /** An act or a rule answers it and a test executes that. */
    record Code() implements Answer {}

    /**
     * Nothing is to be computed.
     *
     * @param why the reason, Chinese, naming the body that owns the act
     */
    record NotComputed(String why) implements Answer {
      public NotComputed {
        if (why.isBlank()) {
          throw new IllegalArgumentException("A demand that is not computed needs its reason");
        }
      }
    }
  }
}
