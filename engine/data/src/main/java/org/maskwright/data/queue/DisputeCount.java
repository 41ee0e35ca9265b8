package org.maskwright.data.queue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.maskwright.data.queue.Evidence.Dispute;

/** Counts which classes variants say of the same pixels. */
final class DisputeCount {

  private final Map<List<Integer>, Long> pixels = new HashMap<>();
  private final List<byte[]> variants;
  private final int classes;

  /** What the variants say; a class that the model does not have is no opinion. */
  DisputeCount(List<byte[]> variants, int classes) {
    this.variants = variants;
    this.classes = classes;
    count();
  }

  /** Neighbours mostly are disputed alike, so that sets of classes are looked up once a run. */
  private void count() {
    int all = variants.get(0).length;
    int from = 0;
    for (int i = 1; i <= all; i++) {
      if (i == all || !isAlike(from, i)) {
        add(from, i - from);
        from = i;
      }
    }
  }

  private boolean isAlike(int one, int other) {
    for (byte[] variant : variants) {
      if (variant[one] != variant[other]) {
        return false;
      }
    }
    return true;
  }

  private void add(int pixel, long count) {
    byte first = variants.get(0)[pixel];
    boolean disputed = variants.stream().anyMatch(variant -> variant[pixel] != first);
    if (disputed) {
      int[] said = variants.stream().mapToInt(variant -> variant[pixel] & 0xFF).toArray();
      List<Integer> different =
          Arrays.stream(said).filter(label -> label < classes).sorted().distinct().boxed().toList();
      if (different.size() > 1) {
        pixels.merge(different, count, Long::sum);
      }
    }
  }

  /** The disputes about the most pixels. */
  List<Dispute> most(int limit) {
    double all = variants.get(0).length;
    List<Dispute> disputes = new ArrayList<>();
    pixels.entrySet().stream()
        .sorted(
            Map.Entry.<List<Integer>, Long>comparingByValue()
                .reversed()
                .thenComparing(each -> each.getKey().toString()))
        .limit(limit)
        .forEach(each -> disputes.add(new Dispute(each.getKey(), each.getValue() / all)));
    return disputes;
  }
}
