package org.maskwright.network.train;

import java.util.HashSet;
import java.util.Set;
import org.maskwright.network.architecture.FcnNetwork;
import org.maskwright.network.architecture.NamedParameter;
import org.maskwright.network.architecture.ParameterRole;
import org.maskwright.network.architecture.ScoreMap;

/**
 * What a training began with, kept as the teacher of what it becomes. Classes that the head grew by
 * say nothing yet; a teacher that spoke of them would only hold them back.
 */
final class StartModel implements AutoCloseable {

  /** As good as impossible, and far from what a float cannot hold. */
  private static final float NEVER = -1000;

  private final FcnNetwork network;
  private final Set<Integer> unknown;

  private StartModel(FcnNetwork network, Set<Integer> unknown) {
    this.network = network;
    this.unknown = unknown;
  }

  static StartModel copyOf(FcnNetwork start) {
    FcnNetwork copy = FcnNetwork.empty(start.description());
    copy.flatParameters().copy(start.flatParameters());
    Set<Integer> unknown = unknown(copy);
    for (ScoreMap map : copy.scoreMaps()) {
      NamedParameter bias = copy.parameter(map.layer() + ".bias").orElseThrow();
      unknown.forEach(label -> bias.write(label, new float[] {NEVER}, 1));
    }
    return new StartModel(copy, unknown);
  }

  /** Classes whose scores are still as in a new network: zero, whatever is seen. */
  private static Set<Integer> unknown(FcnNetwork network) {
    Set<Integer> unknown = new HashSet<>();
    for (int label = 0; label < network.description().classes(); label++) {
      boolean silent = true;
      for (ScoreMap map : network.scoreMaps()) {
        silent &= isSilent(network, map.layer(), label);
      }
      if (silent) {
        unknown.add(label);
      }
    }
    return unknown;
  }

  private static boolean isSilent(FcnNetwork network, String layer, int label) {
    for (String part : new String[] {".weight", ".bias"}) {
      NamedParameter parameter = network.parameter(layer + part).orElseThrow();
      int row = Math.toIntExact(parameter.count() / parameter.shape().get(0));
      float[] values = new float[row];
      parameter.read((long) label * row, values, row);
      if (ParameterRole.of(layer) == ParameterRole.MIXES && !parameter.isBias()) {
        // What the coarser layer says of the class passes through; that was asked already.
        values[label] = 0;
      }
      for (float value : values) {
        if (value != 0) {
          return false;
        }
      }
    }
    return true;
  }

  FcnNetwork network() {
    return network;
  }

  Set<Integer> unknown() {
    return unknown;
  }

  @Override
  public void close() {
    network.close();
  }
}
