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
import org.maskwright.protocol.wire.FeatureGrid;
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

  PredictPart head(String id) throws IOException {
    PredictionHead.Builder head =
        PredictionHead.newBuilder()
            .setPrediction(id)
            .setWidth(prediction.width())
            .setHeight(prediction.height());
    prediction.variants().keySet().forEach(v -> head.addVariants(v.label()));
    head.setFeatures(features());
    return PredictPart.newBuilder().setHead(head).build();
  }

  private FeatureGrid features() throws IOException {
    org.maskwright.network.predict.ScoreGrid seen = prediction.features();
    int stride = seen.stride();
    int offset = geometry.deconvolutionPadding(stride) + geometry.finalOffset(Variant.FCN_32S);
    return FeatureGrid.newBuilder()
        .setRows(seen.rows())
        .setColumns(seen.columns())
        .setDepth(seen.classes())
        .setValues(Planes.pack(directions(seen)))
        .setSeenWidth(seenWidth)
        .setSeenHeight(seenHeight)
        .setStride(stride)
        .setOrigin((geometry.deconvolutionKernel(stride) - stride) / 2 - offset)
        .build();
  }

  /** Each field brought to the same greatest number, which keeps its direction in a byte each. */
  private static byte[] directions(org.maskwright.network.predict.ScoreGrid seen) {
    int depth = seen.classes();
    float[] numbers = seen.scores();
    byte[] bytes = new byte[numbers.length];
    for (int from = 0; from < numbers.length; from += depth) {
      float greatest = 0;
      for (int i = from; i < from + depth; i++) {
        greatest = Math.max(greatest, Math.abs(numbers[i]));
      }
      for (int i = from; i < from + depth && greatest > 0; i++) {
        bytes[i] = (byte) Math.round(numbers[i] / greatest * Byte.MAX_VALUE);
      }
    }
    return bytes;
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
