package org.maskwright.data.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.project.ImageId;

class SplitDrawTest {

  private static final SplitShares SHARES = new SplitShares(0.7, 0.15, 0.1, 0.05);

  @Test
  void theSameSeedGivesTheSameSplitWhateverTheOrder() throws DataException {
    List<ImageId> images = images(200);
    List<ImageId> shuffled = new ArrayList<>(images);
    Collections.shuffle(shuffled, new Random(1));

    assertThat(draw(shuffled, 7)).isEqualTo(draw(images, 7));
  }

  @Test
  void anotherSeedGivesAnotherSplit() throws DataException {
    assertThat(draw(images(200), 8)).isNotEqualTo(draw(images(200), 7));
  }

  @Test
  void everySplitGetsItsShareOfTheWholeAndOfEveryFolder() throws DataException {
    Map<ImageId, Split> drawn = draw(images(1000), 3);

    for (Split split : Split.values()) {
      assertThat(count(drawn, split, image -> true)).isCloseTo(1000 * SHARES.of(split), within(3d));
      for (String folder : List.of("f0/", "f1/", "f2/", "f3/")) {
        assertThat(count(drawn, split, image -> image.path().startsWith(folder)))
            .isCloseTo(250 * SHARES.of(split), within(3d));
      }
    }
  }

  @Test
  void manyFoldersOfOneImageStillGiveTheShares() throws DataException {
    List<ImageId> images = new ArrayList<>();
    Map<ImageId, Set<String>> traits = new TreeMap<>();
    for (int i = 0; i < 400; i++) {
      ImageId image = ImageId.of("r", "folder" + i + "/a.jpg");
      images.add(image);
      traits.put(image, Set.of("folder" + i));
    }

    Map<ImageId, Split> drawn = new SplitDraw(SHARES, 1).draw(groups(images), traits, Map.of());

    for (Split split : Split.values()) {
      assertThat(count(drawn, split, image -> true)).isCloseTo(400 * SHARES.of(split), within(3d));
    }
  }

  @Test
  void aRareClassIsInEverySplit() throws DataException {
    List<ImageId> images = images(1000);
    Map<ImageId, Set<String>> traits = new TreeMap<>();
    images.subList(0, 40).forEach(image -> traits.put(image, Set.of("rare")));

    Map<ImageId, Split> drawn = new SplitDraw(SHARES, 1).draw(groups(images), traits, Map.of());

    assertThat(images.subList(0, 40).stream().map(drawn::get).distinct())
        .containsExactlyInAnyOrder(Split.values());
  }

  @Test
  void groupsAreNeverTornApart() throws DataException {
    List<ImageId> images = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      images.add(ImageId.of("r", "scene%d_tile_%d.png".formatted(i / 3, i % 3)));
    }

    Map<ImageId, Split> drawn = draw(images, 5);

    for (int i = 0; i < 300; i += 3) {
      assertThat(images.subList(i, i + 3).stream().map(drawn::get).distinct()).hasSize(1);
    }
  }

  @Test
  void fixedImagesStayAndTheirGroupFollows() throws DataException {
    List<ImageId> images = new ArrayList<>(images(50));
    ImageId first = ImageId.of("r", "stack.tif", 1);
    ImageId second = ImageId.of("r", "stack.tif", 2);
    images.add(first);
    images.add(second);

    Map<ImageId, Split> drawn =
        new SplitDraw(SHARES, 1).draw(groups(images), Map.of(), Map.of(first, Split.HOLDOUT));

    assertThat(drawn).hasSize(52).containsEntry(second, Split.HOLDOUT);
  }

  @Test
  void aSplitWithoutAShareStaysEmpty() throws DataException {
    Map<ImageId, Split> drawn =
        new SplitDraw(new SplitShares(0.8, 0.2, 0, 0), 1)
            .draw(groups(images(100)), Map.of(), Map.of());

    assertThat(drawn.values()).containsOnly(Split.TRAIN, Split.VAL);
  }

  private static Map<ImageId, Split> draw(List<ImageId> images, long seed) throws DataException {
    Map<ImageId, Set<String>> traits = new TreeMap<>();
    images.forEach(image -> traits.put(image, Set.of(image.path().substring(0, 2))));
    return new SplitDraw(SHARES, seed).draw(groups(images), traits, Map.of());
  }

  private static SortedMap<String, List<ImageId>> groups(List<ImageId> images)
      throws DataException {
    return Grouping.of(Grouping.Rule.AUTO, "").groups(images);
  }

  private static List<ImageId> images(int count) throws DataException {
    List<ImageId> images = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      images.add(ImageId.of("r", "f%d/image%d.jpg".formatted(i % 4, i)));
    }
    return images;
  }

  private static double count(Map<ImageId, Split> drawn, Split split, Predicate<ImageId> wanted) {
    return drawn.entrySet().stream()
        .filter(entry -> entry.getValue() == split && wanted.test(entry.getKey()))
        .count();
  }
}
