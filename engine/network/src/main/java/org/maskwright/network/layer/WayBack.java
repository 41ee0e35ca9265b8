package org.maskwright.network.layer;

import java.util.Arrays;

/**
 * What a vertex has to do on the way back.
 *
 * @param active whether it leads to an output that has a loss
 * @param parameters whether its own parameters learn
 * @param inputs for each input, whether anything before it learns
 */
@SuppressWarnings("ArrayRecordComponent") // Read by one vertex; nobody compares them.
record WayBack(boolean active, boolean parameters, boolean[] inputs) {

  /** Everything, as long as nobody says otherwise. */
  static WayBack whole(int inputs) {
    boolean[] all = new boolean[inputs];
    Arrays.fill(all, true);
    return new WayBack(true, true, all);
  }

  boolean isNeeded() {
    boolean any = parameters;
    for (boolean input : inputs) {
      any |= input;
    }
    return active && any;
  }

  Wanted wanted() {
    return new Wanted(parameters, inputs.length > 0 && inputs[0]);
  }
}
