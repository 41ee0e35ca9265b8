package org.maskwright.network.quick;

import java.util.ArrayList;
import java.util.List;
import org.maskwright.network.architecture.FcnNetwork;
import org.maskwright.network.architecture.NamedParameter;
import org.maskwright.network.architecture.ScoreMap;
import org.maskwright.network.architecture.Variant;

/** The layer that turns the features of one stride into scores, and where it gets them from. */
record ScoreLayer(Variant variant, String features, NamedParameter weight, NamedParameter bias) {

  /** Those of a network, coarse to fine. */
  static List<ScoreLayer> of(FcnNetwork network) {
    List<ScoreLayer> layers = new ArrayList<>();
    for (ScoreMap map : network.scoreMaps()) {
      layers.add(
          new ScoreLayer(
              map.variant(),
              network.inputOf(map.layer()),
              network.parameter(map.layer() + ".weight").orElseThrow(),
              network.parameter(map.layer() + ".bias").orElseThrow()));
    }
    return layers;
  }

  int classes() {
    return Math.toIntExact(bias.count());
  }

  int channels() {
    return Math.toIntExact(weight.count() / bias.count());
  }

  /** Weights and, behind them, the bias of each class, class by class. */
  float[] read() {
    int row = channels();
    float[] all = new float[classes() * (row + 1)];
    float[] weights = new float[classes() * row];
    float[] biases = new float[classes()];
    weight.read(0, weights, weights.length);
    bias.read(0, biases, biases.length);
    for (int c = 0; c < biases.length; c++) {
      System.arraycopy(weights, c * row, all, c * (row + 1), row);
      all[c * (row + 1) + row] = biases[c];
    }
    return all;
  }

  void write(float[] all) {
    int row = channels();
    for (int c = 0; c < classes(); c++) {
      float[] weights = java.util.Arrays.copyOfRange(all, c * (row + 1), c * (row + 1) + row);
      weight.write((long) c * row, weights, row);
      bias.write(c, new float[] {all[c * (row + 1) + row]}, 1);
    }
  }
}
