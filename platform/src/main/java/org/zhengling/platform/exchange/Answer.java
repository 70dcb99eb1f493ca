package org.zhengling.platform.exchange;

import java.time.LocalDate;
import java.util.List;

/** What a source answered about one resident. Only the source itself makes it say "nothing". */
public sealed interface Answer {
  /** Records, as of a day; single values in them may be misread. */
  record Found(List<SourceRecord> records, LocalDate asOf) implements Answer {
    public Found {
      records = List.copyOf(records);
      if (records.isEmpty()) {
        throw new IllegalArgumentException("Found nothing");
      }
    }
  }

  /** The source answered, and has nothing about this resident in the period asked for. */
  record NotThere(LocalDate asOf) implements Answer {}

  /**
   * No answer: unknown.
   *
   * @param explanation Chinese, with the way out, without personal data
   */
  record Unavailable(Reason reason, String explanation) implements Answer {}

  /** An answer that is older than the source's limit; with records or without, it is no proof. */
  record Stale(List<SourceRecord> records, LocalDate asOf) implements Answer {
    public Stale {
      records = List.copyOf(records);
    }
  }

  /** Why there is no answer. */
  enum Reason {
    NOT_PERMITTED("不能查询"),
    NO_ANSWER("未答复"),
    UNREACHABLE("连不上"),
    TURNED_AWAY("对方拒绝"),
    BROKEN("答复读不懂"),
    CHANGED("对方字段有变"),
    TOO_LARGE("答复过大"),
    NO_FILE("没有交换文件"),
    RESTING("暂停查询"),
    BATCH_ONLY("只按批次查询"),
    BY_LETTER("只能发函询问"),
    STOPPED("查询中断");

    private final String chinese;

    Reason(String chinese) {
      this.chinese = chinese;
    }

    public String chinese() {
      return chinese;
    }
  }

  /** Records that came, current or not. */
  default List<SourceRecord> given() {
    return switch (this) {
      case Found(List<SourceRecord> records, LocalDate _) -> records;
      case Stale(List<SourceRecord> records, LocalDate _) -> records;
      case NotThere(LocalDate _), Unavailable(Reason _, String _) -> List.of();
    };
  }
}
