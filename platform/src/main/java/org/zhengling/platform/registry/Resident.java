package org.zhengling.platform.registry;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.zhengling.engine.identity.IdNumber;
import org.zhengling.platform.registry.NewResident.Naming;
import org.zhengling.platform.registry.NewResident.Origin;

/**
 * A person of the register. Printing one shows neither name nor number.
 *
 * @param id after a merge the one that was kept
 * @param area node of the area tree where they live
 */
public record Resident(
    long id, String name, Naming naming, Proof proof, String area, Origin origin) {

  /** Absent where there is none. */
  public @Nullable IdNumber number() {
    return proof.numberOrNull();
  }

  /** As the number says; absent where there is none. */
  public @Nullable LocalDate birthDate() {
    IdNumber number = number();
    return number == null ? null : number.birthDate();
  }

  /** For pages: {@code 370811********001X}, or why there is none. */
  public String maskedNumber() {
    return switch (proof) {
      case Proof.Numbered(IdNumber number) -> number.masked();
      case Proof.Without(WithoutNumber why) -> "没有身份证号（" + why.chinese() + "）";
    };
  }

  @Override
  public String toString() {
    return "Resident " + id;
  }
}
