package org.zhengling.app.browser;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives a test its {@link Visits}, or the bare browser where it starts a server of its own. One
 * browser and one demonstration serve all browser tests: begun with the first, closed after the
 * last.
 */
final class SampleCityVisits implements ParameterResolver, AfterEachCallback, AfterAllCallback {
  private static final ExtensionContext.Namespace HERE =
      ExtensionContext.Namespace.create(SampleCityVisits.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type.equals(Visits.class) || type.equals(Chromium.class);
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    if (parameter.getParameter().getType().equals(Chromium.class)) {
      return chromium(context);
    }
    return context
        .getStore(HERE)
        .computeIfAbsent(
            Visits.class, type -> new Visits(chromium(context), server(context)), Visits.class);
  }

  private static Chromium chromium(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(HERE)
        .computeIfAbsent(Chromium.class, type -> new Chromium(), Chromium.class);
  }

  private static SampleServer server(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(HERE)
        .computeIfAbsent(SampleServer.class, type -> new SampleServer(), SampleServer.class);
  }

  /** Here and not at the end of everything, so that a foreign request fails its own test. */
  @Override
  public void afterEach(ExtensionContext context) {
    close(context);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    close(context);
  }

  private static void close(ExtensionContext context) {
    Visits visits = context.getStore(HERE).remove(Visits.class, Visits.class);
    if (visits != null) {
      visits.close();
    }
  }
}
