package org.maskwright.network.server;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maskwright.data.task.Progress;
import org.maskwright.protocol.client.Answers;
import org.maskwright.protocol.client.EngineLink;
import org.maskwright.protocol.wire.PredictPart;
import org.maskwright.protocol.wire.PredictRequest;
import org.maskwright.protocol.wire.PredictionHead;
import org.maskwright.protocol.wire.PredictionVariant;
import org.maskwright.protocol.wire.ProbeReply;
import org.maskwright.protocol.wire.ProbeRequest;

/** A whole answer to a question for a prediction. */
record Answer(PredictionHead head, List<PredictionVariant> variants) {

  static Answer to(EngineLink link, PredictRequest request) throws IOException {
    try (Answers<PredictRequest, PredictPart> answers =
        link.listen((stub, into) -> stub.predict(request, into))) {
      PredictionHead head = answers.next(Progress.NONE).orElseThrow().getHead();
      List<PredictionVariant> variants = new ArrayList<>();
      for (Optional<PredictPart> part = answers.next(Progress.NONE);
          part.isPresent();
          part = answers.next(Progress.NONE)) {
        variants.add(part.get().getVariant());
      }
      return new Answer(head, variants);
    }
  }

  PredictionVariant variant(String label) {
    return variants.stream().filter(v -> v.getVariant().equals(label)).findFirst().orElseThrow();
  }

  float[] probe(EngineLink link, ProbeRequest.Builder pixel, String variant) throws IOException {
    ProbeRequest request = pixel.setPrediction(head.getPrediction()).build();
    ProbeReply.Scores scores =
        link.ask(10, stub -> stub.probe(request)).getVariantsList().stream()
            .filter(v -> v.getVariant().equals(variant))
            .findFirst()
            .orElseThrow();
    float[] result = new float[scores.getScoresCount()];
    for (int i = 0; i < result.length; i++) {
      result[i] = scores.getScores(i);
    }
    return result;
  }
}
