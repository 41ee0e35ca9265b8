package org.maskwright.network.report;

import java.util.List;

/** Values of one thing, epoch by epoch. */
record Curve(String name, List<Double> values) {

  Curve {
    values = List.copyOf(values);
  }
}
