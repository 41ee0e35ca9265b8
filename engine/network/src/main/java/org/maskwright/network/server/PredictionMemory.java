package org.maskwright.network.server;

import java.util.LinkedHashMap;
import java.util.Map;
import org.maskwright.data.problem.DataException;
import org.maskwright.network.architecture.Variant;
import org.maskwright.network.server.call.ServerProblem;
import org.maskwright.protocol.GridReadout;
import org.maskwright.protocol.ProtocolProblem;
import org.maskwright.protocol.wire.ProbeReply;
import org.maskwright.protocol.wire.ProbeRequest;
import org.maskwright.protocol.wire.ScoreGrid;

/** The coarse scores of the last predictions, for questions about single pixels. */
final class PredictionMemory {

  private static final int KEPT = 16;

  private final Map<String, Remembered> last = new LinkedHashMap<>();
  private long count;

  /** What one prediction said. */
  private record Remembered(int width, int height, Map<Variant, ScoreGrid> grids) {}

  /** Keeps a prediction; the result is what to call it. */
  synchronized String keep(int width, int height, Map<Variant, ScoreGrid> grids) {
    String id = Long.toString(++count);
    last.put(id, new Remembered(width, height, grids));
    if (last.size() > KEPT) {
      last.remove(last.keySet().iterator().next());
    }
    return id;
  }

  ProbeReply probe(ProbeRequest request) throws DataException {
    Remembered known = find(request.getPrediction());
    int x = request.getX();
    int y = request.getY();
    if (x < 0 || x >= known.width() || y < 0 || y >= known.height()) {
      throw DataException.of(ProtocolProblem.MALFORMED, "the pixel lies outside the image");
    }
    ProbeReply.Builder reply = ProbeReply.newBuilder();
    for (Map.Entry<Variant, ScoreGrid> grid : known.grids().entrySet()) {
      ProbeReply.Scores.Builder scores =
          reply.addVariantsBuilder().setVariant(grid.getKey().label());
      for (float score : GridReadout.of(grid.getValue(), known.width(), known.height()).at(x, y)) {
        scores.addScores(score);
      }
    }
    return reply.build();
  }

  private synchronized Remembered find(String id) throws DataException {
    Remembered known = last.get(id);
    if (known == null) {
      throw DataException.of(ServerProblem.PREDICTION_FORGOTTEN);
    }
    return known;
  }
}
