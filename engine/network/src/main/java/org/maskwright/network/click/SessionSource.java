package org.maskwright.network.click;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.maskwright.data.problem.DataException;

/**
 * New sessions, made on a thread of its own a few ahead of the network. Which session comes when
 * depends on nothing but the seed.
 */
final class SessionSource implements AutoCloseable {

  private static final int AHEAD = 8;
  private static final int MOST_TRIES = 1000;

  private final List<ObjectFolder> folders;
  private final SessionMaker maker;
  private final int images;
  private final long seed;
  private final BlockingQueue<Produced> queue = new ArrayBlockingQueue<>(AHEAD);
  private final Thread thread = new Thread(this::produce, "sessions");

  /** A session, or why there are no more. */
  private record Produced(@Nullable ClickSession session, @Nullable Exception failure) {}

  SessionSource(List<ObjectFolder> folders, SessionMaker maker, long seed) {
    this.folders = folders;
    this.maker = maker;
    this.images = folders.stream().mapToInt(ObjectFolder::size).sum();
    this.seed = seed;
    thread.setDaemon(true);
    thread.start();
  }

  private void produce() {
    try {
      for (long number = 0; ; number++) {
        queue.put(new Produced(make(new SplittableRandom(seed * 1_000_003 + number)), null));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException | RuntimeException e) {
      boolean told = queue.offer(new Produced(null, e));
      while (!told && !Thread.currentThread().isInterrupted()) {
        queue.poll();
        told = queue.offer(new Produced(null, e));
      }
    }
  }

  private ClickSession make(SplittableRandom random) throws IOException {
    for (int i = 0; i < MOST_TRIES && images > 0; i++) {
      Optional<ClickSession> session = tryOne(random.nextInt(images), random);
      if (session.isPresent()) {
        ClickSimulator.begin(session.get());
        return session.get();
      }
    }
    throw DataException.of(ClickProblem.NO_OBJECTS, "The folder of the training", maker.smallest());
  }

  private Optional<ClickSession> tryOne(int index, SplittableRandom random) throws IOException {
    int left = index;
    for (ObjectFolder folder : folders) {
      if (left < folder.size()) {
        return maker.make(folder.load(left), random);
      }
      left -= folder.size();
    }
    return Optional.empty();
  }

  /** The next session; waits for it. */
  ClickSession next() throws IOException {
    try {
      Produced produced = queue.take();
      if (produced.session() != null) {
        return produced.session();
      }
      if (produced.failure() instanceof IOException e) {
        throw e;
      }
      throw new IllegalStateException("sessions could not be made", produced.failure());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException();
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
