package org.zhengling.platform.cases;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.zhengling.platform.CityHall;
import org.zhengling.platform.access.PostKind;
import org.zhengling.platform.access.SignedIn;

/** A city that mends street lamps, and the people who do. */
public final class Lamps implements AutoCloseable {
  public static final String GUHUAI = "370811011000";
  public static final String NANZHANG = "370811006000";

  public final CityHall city;

  public Lamps(Class<?>... further) {
    Class<?>[] all = new Class<?>[further.length + 1];
    all[0] = SampleProcedure.class;
    System.arraycopy(further, 0, all, 1, further.length);
    this.city = new CityHall(all);
  }

  public SignedIn clerk() {
    return city.at(GUHUAI, PostKind.CLERK);
  }

  public SignedIn officer() {
    return city.at(GUHUAI, PostKind.CASE_OFFICER);
  }

  public static UUID form(String seed) {
    return UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8));
  }

  public static Deed deed(String kind, String seed) {
    return new Deed(form(seed), kind, "记一笔", "{\"note\":\"" + kind + "\"}");
  }

  public static Opening opening(String area, String seed) {
    return new Opening(
        "street-lamp",
        area,
        "张三户",
        null,
        new Deed(form(seed), "reported", "受理", "{\"lamp\":\"" + seed + "\"}"),
        Standing.open("待检修", "派人去看", PostKind.CASE_OFFICER),
        false);
  }

  /** A case of the township of Guhuai, opened by its clerk. */
  public CaseFile open(String seed) {
    return clerk().call(() -> city.get(Cases.class).open(opening(GUHUAI, seed)));
  }

  public CaseFile act(CaseFile file, String kind, Standing after) {
    return officer()
        .call(() ->
            city.get(Cases.class)
                .act(file.id(), file.version(), deed(kind, file.id() + kind), after));
  }

  /** Runs as somebody of that area, without an answer. */
  public void as(SignedIn who, Runnable act) {
    who.call(() -> {
      act.run();
      return null;
    });
  }

  @Override
  public void close() {
    city.close();
  }
}
