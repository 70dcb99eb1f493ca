package org.zhengling.platform.access.web;

import org.zhengling.platform.access.Post;

/** Where somebody begins, by the post in use. */
final class FirstPage {
  static final String ACCOUNT = "/account";

  private FirstPage() {}

  static String of(Post post) {
    return switch (post.kind()) {
      case ADMINISTRATOR -> "/people";
      case SECURITY_ADMINISTRATOR -> "/security";
      case AUDIT_ADMINISTRATOR -> "/audit";
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
          "/work";
    };
  }
}
