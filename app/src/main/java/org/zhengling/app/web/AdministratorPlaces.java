package org.zhengling.app.web;

import java.util.List;
import org.zhengling.platform.access.PostKind;

/**
 * Which addresses each of the three administrators may open besides the open ones. Whatever is not
 * written here is closed to them, also pages that come later.
 */
final class AdministratorPlaces {
  private static final List<String> EVERYBODYS = List.of("/account", "/post", "/sign-out");

  private AdministratorPlaces() {}

  static boolean open(PostKind kind, String path) {
    return within(path, EVERYBODYS) || within(path, own(kind));
  }

  private static List<String> own(PostKind kind) {
    return switch (kind) {
      case ADMINISTRATOR -> List.of("/people", "/calendar");
      case SECURITY_ADMINISTRATOR -> List.of("/security");
      case AUDIT_ADMINISTRATOR -> List.of("/audit");
      // Posts of business are limited by what each act asks for.
      case GAZETTE_EDITOR,
          SUPERVISOR,
          REPORTER,
          LEADER,
          CLERK,
          CASE_OFFICER,
          DECIDER,
          VERIFIER,
          TREASURER,
          PROGRAMME_OFFICER ->
          List.of("");
    };
  }

  private static boolean within(String path, List<String> places) {
    return places.stream().anyMatch(place -> path.equals(place) || path.startsWith(place + "/"));
  }
}
