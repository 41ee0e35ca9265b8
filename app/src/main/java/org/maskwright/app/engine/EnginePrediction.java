package org.maskwright.app.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.queue.FeatureGrid;
import org.maskwright.protocol.Contract;
import org.maskwright.protocol.GridReadout;
import org.maskwright.protocol.Planes;
import org.maskwright.protocol.ProtocolProblem;
import org.maskwright.protocol.wire.PredictPart;
import org.maskwright.protocol.wire.PredictionHead;
import org.maskwright.protocol.wire.PredictionVariant;

/**
 * What the engine says about an image.
 *
 * @param id for asking the engine about it again
 * @param variants by label such as {@code 8s}, the coarsest first
 * @param features what the trunk sees; an older engine does not tell
 * @param refined whether classes, confidence and entropy were drawn to the borders in the image;
 *     scores never are
 */
public record EnginePrediction(
    String id,
    int width,
    int height,
    Map<String, VariantAnswer> variants,
    Optional<FeatureGrid> features,
    boolean refined) {

  private static final int MAX_SIDE = 1 << 20;
  private static final int MAX_DEPTH = 1 << 12;
  private static final int MAX_VALUES = 1 << 28;

  /**
   * One variant's opinion, a byte a pixel, row by row.
   *
   * @param confidence the probability of the likeliest class, 0 to 255
   * @param entropy 0 for certain, 255 for no idea
   * @param readout the scores of all classes at any pixel
   */
  @SuppressWarnings("ArrayRecordComponent") // Pixels in bulk; nobody compares predictions.
  public record VariantAnswer(
      byte[] classes, byte[] confidence, byte[] entropy, GridReadout readout) {}

  /** The parts of an answer put together, each checked as hostile. */
  public static EnginePrediction of(List<PredictPart> parts) throws DataException {
    if (parts.isEmpty() || !parts.get(0).hasHead()) {
      throw DataException.of(ProtocolProblem.ANSWER_BAD, "a prediction without a beginning");
    }
    PredictionHead head = parts.get(0).getHead();
    List<PredictionVariant> variants = parts.stream().skip(1).map(PredictPart::getVariant).toList();
    long pixels = (long) head.getWidth() * head.getHeight();
    if (head.getWidth() < 1 || head.getHeight() < 1 || pixels > Contract.MAX_IMAGE_PIXELS) {
      throw DataException.of(ProtocolProblem.ANSWER_BAD, "an image of impossible size");
    }
    Map<String, VariantAnswer> answers = new LinkedHashMap<>();
    for (PredictionVariant variant : variants) {
      answers.put(
          variant.getVariant(),
          new VariantAnswer(
              Planes.unpack(variant.getClasses(), (int) pixels),
              Planes.unpack(variant.getConfidence(), (int) pixels),
              Planes.unpack(variant.getEntropy(), (int) pixels),
              GridReadout.of(variant.getGrid(), head.getWidth(), head.getHeight())));
    }
    if (!List.copyOf(answers.keySet()).equals(head.getVariantsList())) {
      throw DataException.of(ProtocolProblem.ANSWER_BAD, "a prediction without an end");
    }
    return new EnginePrediction(
        head.getPrediction(),
        head.getWidth(),
        head.getHeight(),
        answers,
        features(head),
        head.getRefined());
  }

  private static Optional<FeatureGrid> features(PredictionHead head) throws DataException {
    if (!head.hasFeatures()) {
      return Optional.empty();
    }
    var sent = head.getFeatures();
    boolean sound =
        isSide(sent.getRows())
            && isSide(sent.getColumns())
            && isSide(sent.getSeenWidth())
            && isSide(sent.getSeenHeight())
            && isSide(sent.getStride())
            && Math.abs((long) sent.getOrigin()) <= MAX_SIDE
            && sent.getDepth() > 0
            && sent.getDepth() <= MAX_DEPTH
            && (double) sent.getRows() * sent.getColumns() * sent.getDepth() <= MAX_VALUES;
    if (!sound) {
      throw DataException.of(ProtocolProblem.ANSWER_BAD, "features of impossible sizes");
    }
    int count = sent.getRows() * sent.getColumns() * sent.getDepth();
    byte[] bytes = Planes.unpack(sent.getValues(), count);
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = bytes[i];
    }
    FeatureGrid.Layout layout =
        new FeatureGrid.Layout(
            sent.getSeenWidth(), sent.getSeenHeight(), sent.getStride(), sent.getOrigin());
    return Optional.of(
        new FeatureGrid(layout, sent.getRows(), sent.getColumns(), sent.getDepth(), values));
  }

  private static boolean isSide(int size) {
    return size > 0 && size <= MAX_SIDE;
  }
}
