package org.maskwright.data.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.maskwright.data.project.ImageId;
import org.maskwright.data.queue.WorkQueue.Candidate;
import org.maskwright.data.queue.WorkQueue.Cause;
import org.maskwright.data.queue.WorkQueue.Place;
import org.maskwright.testing.Counted;

class WorkQueueTest {

  private static ImageId image(int number) throws IOException {
    return ImageId.of("photos", String.format("%04d.jpg", number));
  }

  private static Candidate candidate(int number, double score) throws IOException {
    return new Candidate(image(number), score, Optional.empty());
  }

  private static List<Candidate> many(int count) throws IOException {
    List<Candidate> candidates = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      candidates.add(candidate(i, i));
    }
    return candidates;
  }

  private static List<ImageId> images(List<Place> order) {
    return order.stream().map(Place::image).toList();
  }

  @Test
  void whatScoresHighestComesFirstAndTiesStayInOrder() throws IOException {
    List<Place> order =
        WorkQueue.order(List.of(candidate(2, 1), candidate(1, 1), candidate(3, 5)), 1);

    assertThat(images(order)).containsExactly(image(3), image(1), image(2));
  }

  @Test
  void everyTenthIsDrawnAtRandom() throws IOException {
    List<Place> order = WorkQueue.order(many(50), 1);

    for (int i = 0; i < order.size(); i++) {
      assertThat(order.get(i).cause()).isEqualTo(i % 10 == 9 ? Cause.RANDOM : Cause.SCORE);
    }
    assertThat(WorkQueue.order(many(50), 1)).isEqualTo(order);
    assertThat(WorkQueue.order(many(50), 2)).isNotEqualTo(order);
  }

  @Test
  void whatLooksLikeOneBeforeItComesLastAndSaysSo() throws IOException {
    List<Place> order =
        WorkQueue.order(
            List.of(
                new Candidate(image(1), 3, Optional.of(0xFFL)),
                new Candidate(image(2), 2, Optional.of(0xFEL)),
                new Candidate(image(3), 1, Optional.of(0xFFFF0000L))),
            1);

    assertThat(images(order)).containsExactly(image(1), image(3), image(2));
    assertThat(order.get(2)).isEqualTo(new Place(image(2), 2, Cause.TWIN, Optional.of(image(1))));
  }

  @Test
  void everyImageHasOnePlaceWhateverTheScores() throws IOException {
    for (int seed = 0; seed < Counted.times(1000); seed++) {
      Random random = new Random(seed);
      List<Candidate> candidates = new ArrayList<>();
      for (int i = random.nextInt(60); i >= 0; i--) {
        Optional<Long> look =
            random.nextBoolean() ? Optional.of(random.nextLong()) : Optional.empty();
        candidates.add(new Candidate(image(i), random.nextInt(5), look));
      }

      List<ImageId> images = images(WorkQueue.order(candidates, seed));

      assertThat(images).hasSize(candidates.size());
      assertThat(new HashSet<>(images)).hasSize(candidates.size());
    }
  }
}
