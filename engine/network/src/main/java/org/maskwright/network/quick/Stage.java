package org.maskwright.network.quick;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maskwright.network.architecture.Alignment;
import org.maskwright.network.architecture.FcnNetwork;
import org.maskwright.network.architecture.NamedParameter;
import org.maskwright.network.architecture.ScoreMap;
import org.maskwright.network.layer.BilinearKernel;

/**
 * One score layer at its work: what it adds to the scores that came from the coarser layers, cell
 * by cell and for the pixels that were drawn.
 */
final class Stage {

  private final FcnNetwork network;
  private final int index;
  private final ScoreLayer layer;
  private final List<Shot> shots;
  private final List<Grid> enlarged;

  /**
   * The layer of that index.
   *
   * @param coarser scores of each image at the stride before; none for the first layer
   */
  Stage(FcnNetwork network, int index, List<Shot> shots, List<Grid> coarser) {
    this.network = network;
    this.index = index;
    this.layer = ScoreLayer.of(network).get(index);
    this.shots = shots;
    this.enlarged = coarser.stream().map(this::enlarge).toList();
  }

  ScoreLayer layer() {
    return layer;
  }

  /** Gathers the features of every pixel, and the scores that each has already. */
  void collect(FeatureRows rows, float[] base) {
    Alignment where = map().image();
    int classes = layer.classes();
    int[] at = {0};
    for (int s = 0; s < shots.size(); s++) {
      Shot shot = shots.get(s);
      Grid features = shot.features().get(index);
      if (enlarged.isEmpty()) {
        shot.mix(features, 0, cells(features), where, rows::add);
      } else {
        Grid before = enlarged.get(s);
        shot.mix(features, offset(), cells(before), where, rows::add);
        shot.mix(
            before,
            0,
            cells(before),
            where,
            row -> {
              System.arraycopy(row, 0, base, at[0], classes);
              at[0] += classes;
            });
      }
    }
  }

  private static Shot.Size cells(Grid grid) {
    return new Shot.Size(grid.columns(), grid.rows());
  }

  /** The scores of each image at this layer's stride. */
  List<Grid> scores(float[] weights) {
    List<Grid> scores = new ArrayList<>();
    for (int s = 0; s < shots.size(); s++) {
      Grid own = shots.get(s).features().get(index).scores(weights, layer.classes());
      if (enlarged.isEmpty()) {
        scores.add(own);
      } else {
        enlarged.get(s).add(own, offset());
        scores.add(enlarged.get(s));
      }
    }
    return scores;
  }

  private int offset() {
    return map().coarser().orElseThrow().offset();
  }

  private ScoreMap map() {
    return network.scoreMaps().get(index);
  }

  private Grid enlarge(Grid scores) {
    Alignment coarser = map().coarser().orElseThrow();
    return scores.enlarged(kernel(coarser.kernel()), coarser.kernel(), coarser.padding());
  }

  private float[] kernel(int size) {
    String name = "up_" + layer.variant().stride() + ".weight";
    Optional<NamedParameter> learned = network.parameter(name);
    if (learned.isEmpty()) {
      return BilinearKernel.diagonal(layer.classes(), size);
    }
    float[] kernel = new float[Math.toIntExact(learned.get().count())];
    learned.get().read(0, kernel, kernel.length);
    return kernel;
  }
}
