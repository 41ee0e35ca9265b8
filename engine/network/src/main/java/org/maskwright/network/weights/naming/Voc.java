package org.maskwright.network.weights.naming;

import java.util.List;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.problem.DataException;

/** The classes of PASCAL VOC, which published networks score in this order. */
final class Voc {

  private static final List<String> NAMES =
      List.of(
          "background",
          "aeroplane",
          "bicycle",
          "bird",
          "boat",
          "bottle",
          "bus",
          "car",
          "cat",
          "chair",
          "cow",
          "diningtable",
          "dog",
          "horse",
          "motorbike",
          "person",
          "pottedplant",
          "sheep",
          "sofa",
          "train",
          "tvmonitor");

  private Voc() {}

  static LabelScheme labels() throws DataException {
    return LabelScheme.ofNames(NAMES);
  }
}
