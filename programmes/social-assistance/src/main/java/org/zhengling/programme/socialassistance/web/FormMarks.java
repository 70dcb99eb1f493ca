package org.zhengling.programme.socialassistance.web;

import java.security.SecureRandom;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.zhengling.engine.Refusal;

/** Marks of forms: a form that is sent twice is done once. */
@Component
class FormMarks {
  private final SecureRandom random;

  FormMarks(SecureRandom random) {
    this.random = random;
  }

  UUID next() {
    return new UUID(random.nextLong(), random.nextLong());
  }

  /** The mark that came back with a form. */
  static UUID read(String mark) {
    try {
      return UUID.fromString(mark);
    } catch (IllegalArgumentException e) {
      throw new Refusal(Refusal.Kind.CALLER, "没有提交。这张表单不完整。", "请退回上一页，刷新后再提交。");
    }
  }
}
