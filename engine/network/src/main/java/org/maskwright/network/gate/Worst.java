package org.maskwright.network.gate;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.maskwright.data.metric.PairedScores;
import org.maskwright.network.train.Example;
import org.maskwright.protocol.Planes;

/** Keeps the few images that became worst, and of the others nothing. */
final class Worst {

  private final int wanted;
  private final PriorityQueue<Regressed> kept =
      new PriorityQueue<>(Comparator.comparingDouble(Regressed::drop));

  Worst(int wanted) {
    this.wanted = wanted;
  }

  void offer(Example example, PairedScores scores, byte[] before, byte[] after) throws IOException {
    double beforeIu = scores.before().meanIu();
    double afterIu = scores.after().meanIu();
    double drop = beforeIu - afterIu;
    Regressed least = kept.peek();
    boolean room = kept.size() < wanted;
    if (!(drop > 0) || (!room && (least == null || drop <= least.drop()))) {
      return;
    }
    if (!room) {
      kept.remove();
    }
    kept.add(
        new Regressed(
            example.name(),
            example.width(),
            example.height(),
            Planes.pack(before),
            Planes.pack(after),
            beforeIu,
            afterIu));
  }

  /** The worst first. */
  List<Regressed> list() {
    return kept.stream().sorted(Comparator.comparingDouble(r -> -r.drop())).toList();
  }
}
