package org.zhengling.programme.socialassistance.rules;

import org.zhengling.engine.law.Clause;

/**
 * A democratic appraisal (民主评议) in the village.
 *
 * @param present how many took part
 * @param residents how many of them represent the residents
 * @param agreed how many found the declaration true
 */
public record Appraisal(int present, int residents, int agreed) {
  public Appraisal {
    if (present < 1 || residents < 0 || agreed < 0 || residents > present || agreed > present) {
      throw new IllegalArgumentException(
          "No appraisal: %d of %d, %d agreed".formatted(residents, present, agreed));
    }
  }

  /** Whether enough representatives of the residents took part, so many thirds at least. */
  @Clause("社会救助暂行办法 第十一条")
  public boolean isValid(int thirds) {
    return residents * 3 >= present * thirds;
  }
}
