package org.maskwright.network.weights.naming;

import java.io.IOException;
import java.util.Set;
import org.maskwright.network.weights.TensorFile;

/** timm's VGGs: torchvision's convolutions, with fc6 and fc7 as convolutions already. */
final class TimmVgg extends TorchvisionVgg {

  TimmVgg(VggLayers layers) {
    super(layers);
  }

  @Override
  public String title() {
    return "timm VGG" + depth();
  }

  @Override
  public boolean recognises(Set<String> names) {
    return names.contains("pre_logits.fc1.weight") && convolutionsMatch(names);
  }

  @Override
  public Translation translate(TensorFile file) throws IOException {
    return convolutions(file)
        .layer("pre_logits.fc1", "fc6")
        .layer("pre_logits.fc2", "fc7")
        .leave("head.fc");
  }
}
