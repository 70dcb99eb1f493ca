package org.zhengling.bench;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.zhengling.engine.gazette.Gazette;
import org.zhengling.engine.gazette.GazetteReader;
import org.zhengling.formats.json.GazetteJson;

/** One gazette of usual size in a warm JVM. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
public class GazetteReading {
  private final String real = GazetteTexts.real();
  private final String sample = GazetteTexts.sample();
  private final Gazette read = GazetteReader.read(real);

  /** 97 KB where the real gazette lies beside the project, else the sample. */
  @Benchmark
  public Gazette realGazette() {
    return GazetteReader.read(real);
  }

  @Benchmark
  public Gazette sampleGazette() {
    return GazetteReader.read(sample);
  }

  @Benchmark
  public String writeAsJson() {
    return GazetteJson.write(read);
  }
}
