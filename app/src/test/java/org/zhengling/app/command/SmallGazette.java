package org.zhengling.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A gazette of an invented city with one document of two tasks. */
final class SmallGazette {
  static final String NUMBER = "示政办字〔2020〕7号";
  static final String TITLE = "示例市人民政府办公室关于印发示例市古树登记工作方案的通知";

  static final String TEXT =
      """
      【市政府办公室文件】

      # 示例市人民政府办公室

      示政办字〔2020〕7号

      ---

      ## 示例市人民政府办公室 关于印发示例市古树登记工作方案的通知

      各县（市、区）人民政府，市政府有关部门、单位：

      本方案已经同意，请照此办理。

      示例市人民政府办公室
      2020年9月10日

      # 示例市古树登记工作方案

      ## 一、主要任务

      （一）逐株登记。市自然资源和规划局会同市城乡水务局，2020年12月底前登记全部古树。

      （二）挂牌保护。市财政局负责落实挂牌经费。
      """;

  private SmallGazette() {}

  static Path in(Path folder) throws IOException {
    return Files.writeString(folder.resolve("示例公报.txt"), TEXT);
  }
}
