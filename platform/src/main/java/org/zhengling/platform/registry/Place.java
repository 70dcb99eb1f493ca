package org.zhengling.platform.registry;

import org.jspecify.annotations.Nullable;

/**
 * A place: a building, a yard, a plot.
 *
 * @param kind what it is, in a word: 敬老院, 厂房
 * @param point absent where nobody measured it
 * @param area node of the area tree
 */
public record Place(
    long id, String name, String kind, String address, @Nullable Point point, String area) {

  /** CGCS2000, in ten-millionths of a degree. */
  public record Point(int longitudeE7, int latitudeE7) {
    private static final int E7 = 10_000_000;

    public Point {
      if (Math.abs((long) longitudeE7) > 180L * E7 || Math.abs((long) latitudeE7) > 90L * E7) {
        throw new IllegalArgumentException("No point on Earth: " + longitudeE7 + " " + latitudeE7);
      }
    }
  }
}
