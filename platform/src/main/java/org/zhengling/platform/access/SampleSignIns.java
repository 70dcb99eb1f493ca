package org.zhengling.platform.access;

import java.util.List;

/** Sign-ins that a demonstration shows on its sign-in page; a real city has none. */
@FunctionalInterface
public interface SampleSignIns {
  /** One of them, with its password in the open. */
  record SampleSignIn(
      String name, String password, String personName, String postTitle, String areaName) {}

  List<SampleSignIn> list();
}
