package org.maskwright.network.server;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.maskwright.data.image.Pixels;
import org.maskwright.network.architecture.Alignment;
import org.maskwright.network.architecture.FcnNetwork;
import org.maskwright.network.architecture.ScoreMap;
import org.maskwright.network.architecture.Variant;
import org.maskwright.network.layer.ReceptiveField;
import org.maskwright.network.predict.InputImage;
import org.maskwright.network.predict.Prediction;
import org.maskwright.network.predict.VariantPrediction;
import org.maskwright.protocol.Planes;
import org.maskwright.protocol.wire.FeatureGrid;
import org.maskwright.protocol.wire.PredictPart;
import org.maskwright.protocol.wire.PredictionHead;
import org.maskwright.protocol.wire.PredictionVariant;
import org.maskwright.protocol.wire.ScoreGrid;

/** A prediction as it goes over the wire. */
final class PredictionAnswer {

  private final Prediction prediction;
  private final FcnNetwork network;
  private final int seenWidth;
  private final int seenHeight;

  /**
   * The answer about an image.
   *
   * @param scale at which the network saw it
   */
  PredictionAnswer(Prediction prediction, Pixels image, FcnNetwork network, double scale) {
    this.prediction = prediction;
    this.network = network;
    this.seenWidth = InputImage.scaled(image.width(), scale);
    this.seenHeight = InputImage.scaled(image.height(), scale);
  }

  int width() {
    return prediction.width();
  }

  int height() {
    return prediction.height();
  }

  /**
   * The beginning of the answer.
   *
   * @param refined whether what is said of pixels is refined, while grids never are
   */
  PredictPart head(String id, boolean refined) throws IOException {
    PredictionHead.Builder head =
        PredictionHead.newBuilder()
            .setPrediction(id)
            .setWidth(prediction.width())
            .setHeight(prediction.height())
            .setRefined(refined);
    prediction.variants().keySet().forEach(v -> head.addVariants(v.label()));
    head.setFeatures(features());
    return PredictPart.newBuilder().setHead(head).build();
  }

  private FeatureGrid features() throws IOException {
    org.maskwright.network.predict.ScoreGrid seen = prediction.features();
    ReceptiveField field = network.featureField();
    int stride = field.stride();
    return FeatureGrid.newBuilder()
        .setRows(seen.rows())
        .setColumns(seen.columns())
        .setDepth(seen.classes())
        .setValues(Planes.pack(directions(seen)))
        .setSeenWidth(seenWidth)
        .setSeenHeight(seenHeight)
        .setStride(stride)
        .setOrigin((int) Math.floor(field.centre() - (stride - 1) / 2.0))
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
    Alignment alignment =
        network.scoreMaps().stream()
            .filter(map -> map.variant() == variant)
            .map(ScoreMap::readOut)
            .findFirst()
            .orElseThrow();
    return ScoreGrid.newBuilder()
        .setRows(scores.rows())
        .setColumns(scores.columns())
        .setClasses(scores.classes())
        .setScores(Planes.pack(scores.scores()))
        .setSeenWidth(seenWidth)
        .setSeenHeight(seenHeight)
        .setStride(alignment.factor())
        .setKernel(alignment.kernel())
        .setOffset(alignment.padding() - alignment.offset())
        .build();
  }
}
