package org.maskwright.network.click;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.maskwright.data.problem.DataException;
import org.maskwright.network.train.Ahead;

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
  private final Ahead<ClickSession> ahead;

  SessionSource(List<ObjectFolder> folders, SessionMaker maker, long seed) {
    this.folders = folders;
    this.maker = maker;
    this.images = folders.stream().mapToInt(ObjectFolder::size).sum();
    this.ahead =
        new Ahead<>(
            "sessions",
            AHEAD,
            0,
            Long.MAX_VALUE,
            number -> make(new SplittableRandom(seed * 1_000_003 + number)));
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
    return ahead.next();
  }

  @Override
  public void close() {
    ahead.close();
  }
}
