package org.zhengling.app.demo;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengling.platform.access.AreaDirectory;
import org.zhengling.platform.access.PostKind;

/**
 * An invented person of the sample city. The password is public: such people exist in a
 * demonstration only, and a server without {@code --demo} refuses their database.
 *
 * @param department unit of the city, absent for posts of a government as a whole
 */
public record SampleAccount(
    String signInName,
    String password,
    String personName,
    PostKind kind,
    String postTitle,
    String areaCode,
    String areaName,
    @Nullable String department) {
  private static final String CITY = "370800000000";

  static final SampleAccount ADMINISTRATOR =
      city("guanli", "钱一", PostKind.ADMINISTRATOR, "济宁市系统管理岗", null);

  static final SampleAccount SECURITY =
      city("anquan", "孙二", PostKind.SECURITY_ADMINISTRATOR, "济宁市安全管理岗", null);
  static final SampleAccount AUDIT =
      city("shenji", "李三", PostKind.AUDIT_ADMINISTRATOR, "济宁市审计管理岗", null);

  static final SampleAccount VERIFIER = city("hedui", "何核", PostKind.VERIFIER, "市核对中心核对岗", "市民政局");

  private static SampleAccount city(
      String signInName, String name, PostKind kind, String title, @Nullable String department) {
    return new SampleAccount(
        signInName, password(signInName), name, kind, title, CITY, "济宁市", department);
  }

  private static String password(String signInName) {
    return signInName + "-shili-2021";
  }

  /** Everybody but the administrator. */
  static List<SampleAccount> others(AreaDirectory areas) {
    List<SampleAccount> accounts = new ArrayList<>();
    accounts.add(city("gongbao", "王五", PostKind.GAZETTE_EDITOR, "市政府办公室公报岗", null));
    accounts.add(city("ducha", "赵六", PostKind.SUPERVISOR, "市政府督查岗", null));
    accounts.add(city("lingdao", "周八", PostKind.LEADER, "市政府领导岗", null));
    accounts.add(VERIFIER);
    accounts.add(city("minzheng", "李四", PostKind.REPORTER, "市民政局填报岗", "市民政局"));
    String[] names = {
      "张三", "孙七", "吴九", "郑十", "冯一", "陈二", "褚三", "卫四", "蒋五", "沈六", "韩七", "杨八", "朱九", "秦十", "尤一"
    };
    List<AreaDirectory.Area> places = areas.countiesAndZones();
    for (int i = 0; i < places.size(); i++) {
      AreaDirectory.Area place = places.get(i);
      String signInName = "diqu" + (i + 1);
      accounts.add(
          new SampleAccount(
              signInName,
              password(signInName),
              names[i % names.length],
              PostKind.REPORTER,
              place.name() + "填报岗",
              place.code(),
              place.name(),
              null));
    }
    accounts.addAll(desk());
    accounts.add(SECURITY);
    accounts.add(AUDIT);
    return accounts;
  }

  /** Who takes, handles, decides and pays an application of one street. */
  private static List<SampleAccount> desk() {
    return List.of(
        street("chuangkou", "许一", PostKind.CLERK, "古槐街道窗口岗"),
        street("jingban", "何二", PostKind.CASE_OFFICER, "古槐街道经办岗"),
        street("shenpi", "吕三", PostKind.DECIDER, "古槐街道审批岗"),
        county("zijin", "施四", PostKind.TREASURER, "任城区资金岗"),
        county("yewu", "张五", PostKind.PROGRAMME_OFFICER, "任城区民政业务主管岗"));
  }

  private static SampleAccount street(String signInName, String name, PostKind kind, String title) {
    return new SampleAccount(
        signInName, password(signInName), name, kind, title, "370811011000", "古槐街道", null);
  }

  private static SampleAccount county(String signInName, String name, PostKind kind, String title) {
    return new SampleAccount(
        signInName, password(signInName), name, kind, title, "370811000000", "任城区", null);
  }

  /** All of them, for the sign-in page of a demonstration. */
  public static List<SampleAccount> all(AreaDirectory areas) {
    List<SampleAccount> accounts = new ArrayList<>(others(areas));
    accounts.add(ADMINISTRATOR);
    return accounts;
  }
}
