package org.maskwright.data.metric;

import java.util.List;

/**
 * The clicks on one object.
 *
 * @param ious how right the selection was after each of them
 */
public record NocResult(List<Click> clicks, List<Double> ious) {

  public NocResult {
    clicks = List.copyOf(clicks);
    ious = List.copyOf(ious);
  }

  public boolean reached(double targetIou) {
    return ious.stream().anyMatch(iou -> iou >= targetIou);
  }

  /** The clicks it took; {@link NocProtocol#MAX_CLICKS} if the target was never reached. */
  public int clicksTo(double targetIou) {
    for (int i = 0; i < ious.size(); i++) {
      if (ious.get(i) >= targetIou) {
        return i + 1;
      }
    }
    return NocProtocol.MAX_CLICKS;
  }
}
