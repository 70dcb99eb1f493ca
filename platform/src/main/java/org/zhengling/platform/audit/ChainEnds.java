package org.zhengling.platform.audit;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;
import org.zhengling.platform.audit.store.Entries;
import org.zhengling.platform.audit.store.Entries.Head;

/**
 * The ends of the chains as this server left them. Whoever takes a chain has it alone in this
 * server until it is given back; whether its end is still there, the database says.
 */
final class ChainEnds {
  private final BlockingQueue<Integer> free = new ArrayBlockingQueue<>(Entries.STREAMS);
  private final @Nullable Head[] known = new Head[Entries.STREAMS];

  ChainEnds() {
    for (int stream = 0; stream < Entries.STREAMS; stream++) {
      free.add(stream);
    }
  }

  /** Waits for a chain that nobody else in this server has. */
  int take() {
    boolean interrupted = false;
    while (true) {
      try {
        int stream = free.take();
        if (interrupted) {
          Thread.currentThread().interrupt();
        }
        return stream;
      } catch (InterruptedException e) {
        // An act is recorded also where its thread shall stop.
        interrupted = true;
      }
    }
  }

  /** Only for whoever took it; absent where its end is not known. */
  @Nullable Head known(int stream) {
    return known[stream];
  }

  /**
   * Ends the turn.
   *
   * @param end what was left; of another chain, or absent, where this one was not free
   */
  void giveBack(int stream, @Nullable Head end) {
    known[stream] = end != null && end.stream() == stream ? end : null;
    free.add(stream);
  }
}
