package org.maskwright.network.gate;

import com.google.protobuf.ByteString;

/**
 * An image on which the second model did worse, with both answers, packed.
 *
 * @param beforeIu mean IU over the classes that both models know
 */
public record Regressed(
    String name,
    int width,
    int height,
    ByteString before,
    ByteString after,
    double beforeIu,
    double afterIu) {

  double drop() {
    return beforeIu - afterIu;
  }
}
