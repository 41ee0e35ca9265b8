package org.maskwright.app.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.maskwright.data.problem.DataException;
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
 */
public record EnginePrediction(
    String id, int width, int height, Map<String, VariantAnswer> variants) {

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
    return new EnginePrediction(head.getPrediction(), head.getWidth(), head.getHeight(), answers);
  }
}
