package org.maskwright.data.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.Provenance;
import org.maskwright.data.label.Region;
import org.maskwright.testing.Counted;

class ComponentsTest {

  @Test
  void cornersJoinEightConnectedPartsOnly() {
    LabelMask mask =
        Masks.of(
            "1.1", //
            ".1.", "1.1");

    assertThat(Components.ofLabel(mask, 1, Connectivity.EIGHT).count()).isEqualTo(1);
    assertThat(Components.ofLabel(mask, 1, Connectivity.FOUR).count()).isEqualTo(5);
  }

  @Test
  void partsAreNumberedInReadingOrder() {
    LabelMask mask =
        Masks.of(
            "...22", //
            "1...2", "1.222", "11...");

    Components parts = Components.ofLabel(mask, 2, Connectivity.FOUR);

    assertThat(parts.count()).isEqualTo(1);
    assertThat(parts.area(0)).isEqualTo(6);
    assertThat(parts.bounds(0)).isEqualTo(new Region(2, 0, 3, 3));
    assertThat(Components.ofLabel(mask, 1, Connectivity.FOUR).get(0))
        .isEqualTo(Runs.ofLabel(mask, 1, mask.bounds()));
  }

  @Test
  void anEmptyAreaHasNoParts() {
    Components parts = Components.of(Runs.NONE, Connectivity.EIGHT);

    assertThat(parts.count()).isZero();
    assertThat(parts.largest()).isEqualTo(-1);
  }

  @Test
  void agreesWithAFloodFill() {
    Random random = new Random(7);
    for (int i = 0; i < Counted.times(2000); i++) {
      int width = 1 + random.nextInt(20);
      int height = 1 + random.nextInt(20);
      byte[] labels = new byte[width * height];
      int classes = 1 + random.nextInt(3);
      for (int p = 0; p < labels.length; p++) {
        labels[p] = (byte) random.nextInt(classes + 1);
      }
      LabelMask mask =
          LabelMask.decided(width, height, labels, Provenance.of(Provenance.Kind.BRUSH));
      for (Connectivity connectivity : Connectivity.values()) {
        Components parts = Components.ofLabel(mask, 1, connectivity);
        List<Set<Integer>> found = new ArrayList<>();
        for (int part = 0; part < parts.count(); part++) {
          found.add(indices(parts.get(part), width));
        }
        assertThat(found).isEqualTo(flooded(mask, connectivity));
      }
    }
  }

  private static Set<Integer> indices(Runs runs, int width) {
    Set<Integer> indices = new TreeSet<>();
    runs.forEachRun(
        (y, from, to) -> {
          for (int x = from; x < to; x++) {
            indices.add(y * width + x);
          }
        });
    return indices;
  }

  private static List<Set<Integer>> flooded(LabelMask mask, Connectivity connectivity) {
    byte[] labels = mask.labels().clone();
    List<Set<Integer>> parts = new ArrayList<>();
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] == 1) {
        parts.add(flood(mask, labels, i, connectivity));
      }
    }
    return parts;
  }

  private static Set<Integer> flood(
      LabelMask mask, byte[] labels, int seed, Connectivity connectivity) {
    Set<Integer> part = new TreeSet<>();
    ArrayDeque<Integer> open = new ArrayDeque<>(Arrays.asList(seed));
    while (!open.isEmpty()) {
      int index = open.pop();
      if (labels[index] != 1) {
        continue;
      }
      labels[index] = 0;
      part.add(index);
      int x = index % mask.width();
      int y = index / mask.width();
      for (int dy = -1; dy <= 1; dy++) {
        for (int dx = -1; dx <= 1; dx++) {
          boolean near = connectivity == Connectivity.EIGHT || dx == 0 || dy == 0;
          if (near && mask.bounds().contains(x + dx, y + dy)) {
            open.push(mask.index(x + dx, y + dy));
          }
        }
      }
    }
    return part;
  }
}
