package org.maskwright.network.click;

import org.maskwright.data.click.Evidence;
import org.maskwright.network.architecture.FcnNetwork;
import org.maskwright.network.architecture.Preprocessing;
import org.maskwright.network.layer.Floats;
import org.maskwright.network.weights.model.LoadedModel;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What a network that was told of the clicks makes of a crop; one pass each. */
final class NetworkEvidence implements Evidence {

  private final FcnNetwork network;
  private final Preprocessing preprocessing;

  NetworkEvidence(LoadedModel model) {
    this.network = model.network();
    this.preprocessing = model.description().preprocessing();
  }

  @Override
  public float[] probabilities(View view) {
    int width = view.crop().width();
    int height = view.crop().height();
    ClickInput input = new ClickInput(1, width, height);
    input.colours(0, prepared(view.colours()));
    input.clicks(0, view.clicks());
    input.previous(0, view.previous());
    float[] scores = new float[width * height * 2];
    try (INDArray array = input.array();
        INDArray result = network.scores(array).get(0)) {
      Floats.read(result, 0, scores, scores.length);
    }
    return ClickLoss.probabilities(scores);
  }

  private float[] prepared(float[] colours) {
    float[] prepared = new float[colours.length];
    float[] rgb = new float[3];
    for (int i = 0; i < colours.length; i += 3) {
      System.arraycopy(colours, i, rgb, 0, 3);
      preprocessing.put(rgb, prepared, i);
    }
    return prepared;
  }
}
