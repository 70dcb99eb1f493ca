package org.zhengling.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import org.zhengling.engine.gazette.Gazette;
import org.zhengling.engine.gazette.GazetteReader;

/**
 * Whether time and memory grow with the size of the text and not faster: gazettes in a row, 1 to 50
 * MB. Time is the best of the rounds; "garbage and all" is what the reader asked of the heap,
 * "kept" is what its answer weighs after a collection.
 */
final class GazetteGrowth implements Measurement {
  private static final int MEGABYTE = 1_000_000;
  private static final List<Integer> SIZES = List.of(1, 5, 25, 50);
  private static final List<Integer> QUICK_SIZES = List.of(1, 5, 10);
  private static final int WARM_UP_MEGABYTES = 5;

  @Override
  public String name() {
    return "GazetteGrowth";
  }

  @Override
  public String said() {
    return "读 1 到 50 MB 的公报：每 MB 的时间和内存是否不变";
  }

  @Override
  public void run(Effort effort) {
    int rounds =
        switch (effort) {
          case FULL -> 3;
          case QUICK -> 1;
        };
    List<Integer> sizes =
        switch (effort) {
          case FULL -> SIZES;
          case QUICK -> QUICK_SIZES;
        };
    System.out.println(
        (GazetteTexts.hasReal() ? "真实公报" : "示例公报")
            + "反复相接；堆上限 "
            + Runtime.getRuntime().maxMemory() / MEGABYTE
            + " MB");
    String warmUp = GazetteTexts.atLeast(WARM_UP_MEGABYTES * MEGABYTE);
    for (int i = 0; i < 2; i++) {
      GazetteReader.read(warmUp);
    }
    System.out.println("     MB    毫秒   毫秒/MB   分配MB/MB   保留MB/MB   文件");
    sizes.forEach(size -> row(GazetteTexts.atLeast(size * MEGABYTE), rounds));
  }

  private static void row(String text, int rounds) {
    double megabytes = (double) GazetteTexts.bytes(text) / MEGABYTE;
    long best = Long.MAX_VALUE;
    long asked = 0;
    long kept = 0;
    int documents = 0;
    for (int round = 0; round < rounds; round++) {
      long before = heapInUse();
      long askedBefore = askedByThisThread();
      long begun = System.nanoTime();
      Gazette gazette = GazetteReader.read(text);
      best = Math.min(best, System.nanoTime() - begun);
      asked = askedByThisThread() - askedBefore;
      kept = heapInUse() - before;
      // Asked last: until here the answer is in use and is weighed.
      documents = gazette.documents().size();
    }
    double milliseconds = best / 1e6;
    System.out.printf(
        Locale.ROOT,
        "%7.2f %7.0f %9.1f %11.1f %11.1f %6d%n",
        megabytes,
        milliseconds,
        milliseconds / megabytes,
        asked / (megabytes * MEGABYTE),
        kept / (megabytes * MEGABYTE),
        documents);
  }

  private static long heapInUse() {
    ManagementFactory.getMemoryMXBean().gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private static long askedByThisThread() {
    return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
  }
}
