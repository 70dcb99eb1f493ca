package org.zhengling.platform;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.zhengling.platform.audit.Actor;

/**
 * Runs every test as the program itself, so that acts of tests have somebody who did them. What
 * acts by nobody do is tested where that is undone.
 */
public final class AsTheProgram implements InvocationInterceptor {
  private static final Actor PROGRAM = new Actor.Program("测试", CityHall.CITY);

  /** For another thread, which inherits nobody. */
  public static <T> Callable<T> also(Callable<T> act) {
    return () -> PROGRAM.<T, Exception>call(act::call);
  }

  private static <T> T run(Invocation<T> invocation) throws Throwable {
    return PROGRAM.<T, Throwable>call(invocation::proceed);
  }

  @Override
  public <T> T interceptTestClassConstructor(
      Invocation<T> invocation,
      ReflectiveInvocationContext<Constructor<T>> where,
      ExtensionContext context)
      throws Throwable {
    return run(invocation);
  }

  private static void finish(Invocation<@Nullable Void> invocation) throws Throwable {
    PROGRAM.<Boolean, Throwable>call(() -> {
      invocation.proceed();
      return true;
    });
  }

  @Override
  public void interceptBeforeAllMethod(
      Invocation<@Nullable Void> invocation,
      ReflectiveInvocationContext<Method> where,
      ExtensionContext context)
      throws Throwable {
    finish(invocation);
  }

  @Override
  public void interceptBeforeEachMethod(
      Invocation<@Nullable Void> invocation,
      ReflectiveInvocationContext<Method> where,
      ExtensionContext context)
      throws Throwable {
    finish(invocation);
  }

  @Override
  public void interceptTestMethod(
      Invocation<@Nullable Void> invocation,
      ReflectiveInvocationContext<Method> where,
      ExtensionContext context)
      throws Throwable {
    finish(invocation);
  }

  @Override
  public void interceptTestTemplateMethod(
      Invocation<@Nullable Void> invocation,
      ReflectiveInvocationContext<Method> where,
      ExtensionContext context)
      throws Throwable {
    finish(invocation);
  }
}
