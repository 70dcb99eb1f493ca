package org.zhengling.platform.audit;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.zhengling.platform.keys.Sm3;

/**
 * One act about to be recorded; who, in which post and when is added by the audit itself.
 *
 * @param about what it was done to, Chinese, at most 300 characters: 第 3 号导入
 * @param purpose what for; empty where the act says it
 * @param caseNumber absent where no case is concerned
 * @param subjects persons whose data were read or changed
 * @param refused why it was not done; absent where it was
 * @param details digest of what the act carried, 64 hexadecimal characters, or absent
 */
public record Act(
    ActKind kind,
    String about,
    String purpose,
    @Nullable String caseNumber,
    List<Long> subjects,
    @Nullable String refused,
    @Nullable String details) {
  private static final int LONGEST = 300;

  public Act {
    about = shortened(about);
    purpose = shortened(purpose);
    subjects = subjects.stream().distinct().sorted().toList();
    refused = refused == null ? null : shortened(refused);
  }

  public static Act of(ActKind kind, String about) {
    return new Act(kind, about, "", null, List.of(), null, null);
  }

  public Act forPurpose(String purpose) {
    return new Act(kind, about, purpose, caseNumber, subjects, refused, details);
  }

  public Act inCase(String number) {
    return new Act(kind, about, purpose, number, subjects, refused, details);
  }

  public Act concerning(List<Long> persons) {
    return new Act(kind, about, purpose, caseNumber, persons, refused, details);
  }

  public Act concerning(long person) {
    return concerning(List.of(person));
  }

  /** It was not done, and this is why. */
  public Act refused(String why) {
    return new Act(kind, about, purpose, caseNumber, subjects, why, details);
  }

  /** Adds the digest of a text that the act carried; the text itself is kept elsewhere. */
  public Act carrying(String text) {
    return new Act(kind, about, purpose, caseNumber, subjects, refused, Sm3.hex(text));
  }

  /** The database keeps no zero character; a text that is too long loses its end. */
  private static String shortened(String text) {
    String plain = Objects.requireNonNull(text).replace('\0', ' ');
    if (plain.codePointCount(0, plain.length()) <= LONGEST) {
      return plain;
    }
    return plain.substring(0, plain.offsetByCodePoints(0, LONGEST - 1)) + "…";
  }
}
