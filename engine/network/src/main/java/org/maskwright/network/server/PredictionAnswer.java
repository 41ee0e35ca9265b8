package org.maskwright.network.server;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.maskwright.data.image.Pixels;
import org.maskwright.network.architecture.Geometry;
import org.maskwright.network.architecture.Variant;
import org.maskwright.network.predict.InputImage;
import org.maskwright.network.predict.Prediction;
import org.maskwright.network.predict.VariantPrediction;
import org.maskwright.network.weights.model.ModelDescription;
import org.maskwright.protocol.Planes;
import org.maskwright.protocol.wire.PredictPart;
import org.maskwright.protocol.wire.PredictionHead;
import org.maskwright.protocol.wire.PredictionVariant;
import org.maskwright.protocol.wire.ScoreGrid;

/** A prediction as it goes over the wire. */
final class PredictionAnswer {

  private final Prediction prediction;
  private final Geometry geometry;
  private final int seenWidth;
  private final int seenHeight;

  /**
   * The answer about an image.
   *
   * @param scale at which the network saw it
   */
  PredictionAnswer(Prediction prediction, Pixels image, ModelDescription model, double scale) {
    this.prediction = prediction;
    this.geometry = model.architecture().geometry();
    this.seenWidth = InputImage.scaled(image.width(), scale);
    this.seenHeight = InputImage.scaled(image.height(), scale);
  }

  int width() {
    return prediction.width();
  }

  int height() {
    return prediction.height();
  }

  PredictPart head(String id) {
    PredictionHead.Builder head =
        PredictionHead.newBuilder()
            .setPrediction(id)
            .setWidth(prediction.width())
            .setHeight(prediction.height());
    prediction.variants().keySet().forEach(v -> head.addVariants(v.label()));
    return PredictPart.newBuilder().setHead(head).build();
  }

  PredictPart part(Variant variant, ScoreGrid grid) throws IOException {
    VariantPrediction said = Objects.requireNonNull(prediction.variants().get(variant));
    return PredictPart.newBuilder()
        .setVariant(
            PredictionVariant.newBuilder()
                .setVariant(variant.label())
                .setClasses(Planes.pack(said.classes()))
                .setConfidence(Planes.pack(said.confidence()))
                .setEntropy(Planes.pack(said.entropy()))
                .setGrid(grid))
        .build();
  }

  /** The coarse scores of every variant. */
  Map<Variant, ScoreGrid> grids() throws IOException {
    Map<Variant, ScoreGrid> grids = new LinkedHashMap<>();
    for (Map.Entry<Variant, VariantPrediction> said : prediction.variants().entrySet()) {
      grids.put(said.getKey(), grid(said.getKey(), said.getValue().grid()));
    }
    return grids;
  }

  private ScoreGrid grid(Variant variant, org.maskwright.network.predict.ScoreGrid scores)
      throws IOException {
    int stride = variant.stride();
    return ScoreGrid.newBuilder()
        .setRows(scores.rows())
        .setColumns(scores.columns())
        .setClasses(scores.classes())
        .setScores(Planes.pack(scores.scores()))
        .setSeenWidth(seenWidth)
        .setSeenHeight(seenHeight)
        .setStride(stride)
        .setKernel(geometry.deconvolutionKernel(stride))
        .setOffset(geometry.deconvolutionPadding(stride) + geometry.finalOffset(variant))
        .build();
  }
}
