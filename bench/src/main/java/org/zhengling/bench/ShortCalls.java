package org.zhengling.bench;

import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Calls that take less than seconds, repeated by JMH in a JVM of their own.
 *
 * @param benchmarks a class with methods marked {@code @Benchmark}
 */
record ShortCalls(Class<?> benchmarks, String said) implements Measurement {
  private static final TimeValue ROUND = TimeValue.seconds(5);
  private static final TimeValue QUICK_ROUND = TimeValue.seconds(1);
  private static final String HEAP = "-Xmx1g";

  @Override
  public String name() {
    return benchmarks.getSimpleName();
  }

  @Override
  public void run(Effort effort) {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include(Pattern.quote(benchmarks.getName() + ".") + ".*")
            .timeUnit(TimeUnit.MILLISECONDS)
            .jvmArgsAppend(HEAP, "-Dzl.root=" + System.getProperty("zl.root", "."))
            .shouldFailOnError(true);
    switch (effort) {
      case FULL ->
          options
              .forks(2)
              .warmupIterations(4)
              .warmupTime(ROUND)
              .measurementIterations(5)
              .measurementTime(ROUND);
      case QUICK ->
          options
              .forks(1)
              .warmupIterations(3)
              .warmupTime(QUICK_ROUND)
              .measurementIterations(3)
              .measurementTime(QUICK_ROUND);
    }
    try {
      new Runner(options.build()).run();
    } catch (RunnerException e) {
      throw new IllegalStateException("Maybe " + name() + " fails when it is called", e);
    }
  }
}
