package org.zhengling.platform.cases;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Every procedure of the class path. */
@Component
public class Procedures {
  private final Map<String, Procedure> bySlug = new HashMap<>();

  Procedures(ObjectProvider<Procedure> offered) {
    for (Procedure one : offered) {
      if (bySlug.put(one.slug(), one) != null) {
        throw new IllegalStateException("Maybe two procedures are called " + one.slug());
      }
    }
  }

  /** One that a case names is there, or the program lacks a programme it once had. */
  public Procedure of(String slug) {
    Procedure found = bySlug.get(slug);
    if (found == null) {
      throw new IllegalStateException("Maybe a programme is missing: procedure " + slug);
    }
    return found;
  }

  /** In the order of their slugs. */
  public List<Procedure> all() {
    return bySlug.values().stream()
        .sorted(java.util.Comparator.comparing(Procedure::slug))
        .toList();
  }
}
