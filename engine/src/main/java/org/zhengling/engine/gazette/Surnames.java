package org.zhengling.engine.gazette;

import java.util.Set;
import java.util.stream.Collectors;

/** The family names of Chinese persons, a closed list that everybody knows. */
final class Surnames {
  /** Left out are those that in running text are almost always another word: 和, 经, 从, 能, 向. */
  private static final Set<Integer> SINGLE =
      ("步秀王李张刘陈杨黄赵周吴徐孙朱马胡郭林何高梁郑罗宋谢唐韩曹许邓萧冯曾程蔡彭潘袁于董余苏叶吕魏蒋田杜丁沈姜范江傅钟卢汪戴崔任陆廖姚方金邱夏谭韦贾邹石熊孟秦阎薛侯雷白龙段郝孔邵"
              + "史毛常万顾赖武康贺严尹钱施牛洪龚汤陶黎温莫易樊乔文安殷颜庄章鲁倪庞邢俞翟蓝聂齐申葛柴伍覃骆关焦柳欧祝纪尚毕耿芦左季管符辛苗詹曲靳祁路涂兰甘裴梅童翁霍游阮尤岳柯牟滕谷舒卜"
              + "成饶宁凌盛查单冉鲍华包屈房喻解蒲卫简连车项闵邬吉党阳司费蒙席晏隋古强穆姬宫景米麦谈柏瞿艾沙鄢桂窦郁缪畅巩卓褚栾戚全娄甄郎池丛边岑农苟迟保商臧佘卞虞刁冷应匡栗仇练楚揭师官"
              + "佟封燕桑巫敖植邝仲荆储宗楼苑寇盖南屠鞠荣井乐银奚明麻雍花闻冼木郜廉衣蔺和冀占帅满凤慕战赫惠仝阙郗逄云丰巴晁粟宓库青桓扈逯麴尉暴狄钮伏逢拓钭税展鹿伊闫肖代付召亓肇胥诸岩昝"
              + "刀尧皮祖宿丘乌")
          .codePoints()
          .boxed()
          .collect(Collectors.toUnmodifiableSet());

  private static final Set<String> DOUBLE =
      Set.of(
          "欧阳", "上官", "司马", "司徒", "诸葛", "夏侯", "皇甫", "尉迟", "公孙", "慕容", "令狐", "长孙", "宇文", "轩辕", "端木",
          "东方", "南宫", "独孤", "申屠", "闻人", "呼延", "澹台", "淳于", "单于", "太史", "公冶", "赫连", "钟离", "司空", "亓官",
          "第五", "百里", "东郭", "完颜", "拓跋", "那拉", "叶赫");

  private Surnames() {}

  /** How many characters of a family name stand at the offset: 2, 1 or 0. */
  static int at(String text, int offset) {
    if (offset + 2 <= text.length() && DOUBLE.contains(text.substring(offset, offset + 2))) {
      return 2;
    }
    return offset < text.length() && SINGLE.contains((int) text.charAt(offset)) ? 1 : 0;
  }
}
