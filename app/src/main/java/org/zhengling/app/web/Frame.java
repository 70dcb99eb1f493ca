package org.zhengling.app.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengling.platform.access.Post;

/**
 * What stands around every page.
 *
 * @param businessDate 2020年12月18日 周五
 * @param path percent-encoded address to come back to, without the query
 * @param person absent where nobody signed in
 */
public record Frame(
    boolean demo,
    boolean elder,
    String businessDate,
    String path,
    @Nullable String query,
    @Nullable Person person,
    List<Group> navigation) {

  /** Who is at work. */
  public record Person(
      String name, String postTitle, String initial, String areaName, List<Post> posts) {}

  /** Places under one heading; the first group has none. */
  public record Group(@Nullable String title, List<Item> items) {}

  /** A place of the left column. */
  public record Item(
      String label,
      String href,
      boolean current,
      @Nullable Integer count,
      @Nullable String character) {}
}
