package org.zhengling.platform.registry;

import java.util.LinkedHashMap;
import java.util.Map;
import org.zhengling.platform.access.Misfilled;
import org.zhengling.platform.registry.NewResident.Naming;

/**
 * Who somebody is said to be.
 *
 * @param source what it was taken from, at most 200 characters
 * @param ground why an earlier one is put right, at most 300 characters; empty at the first entry
 */
public record Identification(
    String name, Naming naming, Proof proof, String source, String ground) {
  private static final int LONGEST_NAME = 60;

  public Identification {
    name = name.strip();
    source = source.strip();
    ground = ground.strip();
  }

  void refuseFaults() {
    Map<String, String> problems = new LinkedHashMap<>();
    if (name.isEmpty() || name.codePointCount(0, name.length()) > LONGEST_NAME) {
      problems.put("name", "请写姓名，最多 " + LONGEST_NAME + " 个字；不知道姓名的写一个暂定称呼。");
    } else if (naming == Naming.NAME
        && !name.codePoints().allMatch(Identification::mayStandInName)) {
      problems.put("name", "姓名里有数字或符号，请照证件改正。");
    } else if (naming == Naming.CALLED_MEANWHILE && proof instanceof Proof.Numbered) {
      problems.put("name", "有身份证号的人请写证件上的姓名。");
    }
    if (source.isEmpty() || source.length() > 200) {
      problems.put("source", "请写依据的材料，如“居民身份证”，最多 200 个字。");
    }
    if (ground.length() > 300) {
      problems.put("ground", "更正的理由最多 300 个字。");
    }
    if (!problems.isEmpty()) {
      throw new Misfilled(problems);
    }
  }

  private static boolean mayStandInName(int letter) {
    return Character.isLetter(letter) || "·•‧・'’- （）()".indexOf(letter) >= 0;
  }
}
