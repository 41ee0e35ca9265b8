package org.maskwright.data.queue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.maskwright.data.project.ImageId;

/**
 * Puts images into an order to be looked at: what needs it most first, images that look like one
 * before them last, and every tenth drawn at random, so that what no score knows of is seen too.
 * Equal candidates and an equal seed give an equal order.
 */
public final class WorkQueue {

  private static final int RANDOM_EVERY = 10;

  private WorkQueue() {}

  /**
   * An image that may be put into the order.
   *
   * @param score the higher, the sooner
   * @param look the image's {@link Look}, if it is known
   */
  public record Candidate(ImageId image, double score, Optional<Long> look) {}

  /** Why an image stands where it does. */
  public enum Cause {
    SCORE,
    RANDOM,
    /** It looks like an image before it. */
    TWIN
  }

  /**
   * One place of the order.
   *
   * @param twin the image that this one looks like
   */
  public record Place(ImageId image, double score, Cause cause, Optional<ImageId> twin) {}

  public static List<Place> order(Collection<Candidate> candidates, long seed) {
    List<Candidate> ranked = new ArrayList<>(candidates);
    ranked.sort(
        Comparator.comparingDouble(Candidate::score).reversed().thenComparing(Candidate::image));
    List<Candidate> seen = new ArrayList<>();
    List<Place> twins = new ArrayList<>();
    for (Candidate candidate : ranked) {
      Optional<Candidate> like = likeOneOf(seen, candidate);
      if (like.isPresent()) {
        twins.add(
            new Place(
                candidate.image(), candidate.score(), Cause.TWIN, like.map(Candidate::image)));
      } else {
        seen.add(candidate);
      }
    }
    List<Place> order = mixed(seen, new Random(seed));
    order.addAll(twins);
    return order;
  }

  private static Optional<Candidate> likeOneOf(List<Candidate> seen, Candidate candidate) {
    return candidate
        .look()
        .flatMap(
            look ->
                seen.stream()
                    .filter(o -> o.look().filter(other -> Look.areNear(look, other)).isPresent())
                    .findFirst());
  }

  private static List<Place> mixed(List<Candidate> ranked, Random random) {
    Deque<Candidate> left = new ArrayDeque<>(ranked);
    List<Candidate> lots = new ArrayList<>(ranked);
    List<Place> order = new ArrayList<>();
    Set<ImageId> placed = new HashSet<>();
    while (order.size() < ranked.size()) {
      boolean drawn = order.size() % RANDOM_EVERY == RANDOM_EVERY - 1;
      Candidate next = drawn ? draw(lots, placed, random) : next(left, placed);
      placed.add(next.image());
      order.add(
          new Place(
              next.image(), next.score(), drawn ? Cause.RANDOM : Cause.SCORE, Optional.empty()));
    }
    return order;
  }

  private static Candidate next(Deque<Candidate> left, Collection<ImageId> placed) {
    Candidate next = left.removeFirst();
    while (placed.contains(next.image())) {
      next = left.removeFirst();
    }
    return next;
  }

  private static Candidate draw(List<Candidate> lots, Collection<ImageId> placed, Random random) {
    lots.removeIf(candidate -> placed.contains(candidate.image()));
    return lots.get(random.nextInt(lots.size()));
  }
}
