package org.zhengling.app.demo.departments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Files that an invented insurer and an invented broker drop, with the faults such files have. */
final class DroppedSamples {
  static final String INSURANCE = "保险";
  static final String SECURITIES = "证券";
  static final String INSURANCE_HEAD = "证件号码,姓名,保险公司,产品,现金价值\n";
  static final String SECURITIES_HEAD = "身份证号,姓名,券商,证券名称,市值\n";

  private DroppedSamples() {}

  static void drop(Path root, List<Truth> people) {
    StringBuilder policies = new StringBuilder(INSURANCE_HEAD);
    StringBuilder securities = new StringBuilder(SECURITIES_HEAD);
    for (Truth one : people) {
      String who = one.number().text() + "," + one.name();
      for (Truth.Fact fact : one.facts()) {
        if (fact instanceof Truth.Policy policy) {
          policies.append(
              "%s,%s,%s,%s\n"
                  .formatted(
                      who,
                      policy.company(),
                      policy.product(),
                      InventedTables.yuan(policy.value())));
        } else if (fact instanceof Truth.Security security) {
          securities.append(
              "%s,%s,%s,%s\n"
                  .formatted(
                      who,
                      security.broker(),
                      security.name(),
                      InventedTables.yuan(security.value())));
        }
      }
    }
    // One number with a wrong check digit, of somebody who is in no household.
    policies.append("37089919700101000A,示例无此人,示例人寿,终身寿险,100.00\n");
    write(root.resolve(INSURANCE), "保单20210331.csv", policies, Charset.forName("GB18030"));
    write(root.resolve(SECURITIES), "证券20210330.csv", securities, StandardCharsets.UTF_8);
  }

  private static void write(Path folder, String name, CharSequence text, Charset charset) {
    try {
      Files.createDirectories(folder);
      Path draft = folder.resolve(name + ".tmp");
      Files.writeString(draft, text, charset);
      Files.move(
          draft,
          folder.resolve(name),
          java.nio.file.StandardCopyOption.REPLACE_EXISTING,
          java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("Maybe the disk is full", e);
    }
  }
}
