package org.zhengling.platform;

import java.nio.charset.StandardCharsets;

/** Small gazettes of our own writing. */
public final class Papers {
  private Papers() {}

  /** Three tasks: one for all counties and zones, one for nobody below the city, one for two. */
  public static String order(String number) {
    return """
    # 济宁市人民政府

    %s

    ## 济宁市人民政府 关于整修水渠的意见

    各县（市、区）人民政府：

    为修好水渠，提出如下意见。

    济宁市人民政府
    2020年9月1日

    一、查清水渠

    （一）登记水渠。逐条登记水渠，建立台账。（牵头单位：市城乡水务局；责任单位：市财政局、各县（市、区）政府（管委会）；完成时限：2020年12月底前）

    （二）绘制地图。绘制水渠地图，完成率100%%。（牵头单位：市大数据中心；责任单位：市财政局；完成时限：持续推进）

    二、整修水渠

    （一）整修干渠。先急后缓，整修干渠。（牵头单位：市城乡水务局；责任单位：任城区政府、微山县政府；完成时限：2022年12月底前）

    """
        .formatted(number);
  }

  /** Two events of September 2020. */
  public static String chronicle(String event) {
    return """
    # 济宁市人民政府大事记

    2020年9月

    **3日** %s

    **5日至6日** 水渠检查组来济宁市。

    """
        .formatted(event);
  }

  public static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
