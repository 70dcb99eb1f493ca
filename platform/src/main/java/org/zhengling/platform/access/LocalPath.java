package org.zhengling.platform.access;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An address on this very server to lead a person back to, so that a form can never send them to a
 * stranger's.
 *
 * @param path begins with one slash; path and query, percent-encoded
 */
public record LocalPath(String path) {
  private static final Pattern LOCAL = Pattern.compile("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\]]*");
  private static final int LONGEST = 2000;

  /** Empty for whatever is not local beyond doubt. */
  public static Optional<LocalPath> of(@Nullable String text) {
    if (text == null || text.length() > LONGEST || !LOCAL.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      URI uri = new URI(text);
      boolean local = uri.getScheme() == null && uri.getRawAuthority() == null;
      return local ? Optional.of(new LocalPath(text)) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  public URI uri() {
    return URI.create(path);
  }
}
