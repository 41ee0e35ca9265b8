package org.maskwright.app.proposal;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.protobuf.UnsafeByteOperations;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import org.maskwright.app.engine.EnginePrediction;
import org.maskwright.app.engine.SharedEngine;
import org.maskwright.data.image.Pixels;
import org.maskwright.data.image.pyramid.PixelSource;
import org.maskwright.data.io.Sha256;
import org.maskwright.data.program.ProgramVersion;
import org.maskwright.data.task.Progress;
import org.maskwright.protocol.Contract;
import org.maskwright.protocol.wire.ImagePixels;
import org.maskwright.protocol.wire.PredictPart;
import org.maskwright.protocol.wire.PredictRequest;

/** Predictions of the engine, each of which is asked for once: answers are kept on disk. */
public final class EnginePredictions implements Predictions {

  /** An image that is as large for the network is better seen in tiles. */
  private static final long MOST_AT_ONCE = 3_000_000;

  private final SharedEngine engine;
  private final PredictionCache cache;

  public EnginePredictions(SharedEngine engine, PredictionCache cache) {
    this.engine = engine;
    this.cache = cache;
  }

  @Override
  public List<KnownModel> models() throws IOException {
    return engine.now().models().stream().filter(KnownModel::predicts).map(KnownModel::of).toList();
  }

  @Override
  public void awaitEngine(Progress progress) throws IOException {
    engine.now().awaitEngine(progress);
  }

  @Override
  public ImagePrediction predict(Question question, PixelSource image, Progress progress)
      throws IOException {
    int level = level(image);
    Pixels sent = image.pixels(level, image.bounds(level));
    progress.checkCancelled();
    PredictRequest request = request(question, sent, level);
    String key = key(request);
    Optional<EnginePrediction> known = cache.find(key);
    EnginePrediction said;
    if (known.isPresent()) {
      said = known.get();
    } else {
      progress.checkCancelled();
      List<PredictPart> parts = engine.now().predict(request, progress);
      said = EnginePrediction.of(parts);
      cache.keep(key, parts);
    }
    return new ImagePrediction(said, level, image.width(), image.height());
  }

  /** The finest level that the engine takes. */
  private static int level(PixelSource image) {
    int level = 0;
    while (level < image.levels() - 1 && image.bounds(level).area() > Contract.MAX_IMAGE_PIXELS) {
      level++;
    }
    return level;
  }

  private static PredictRequest request(Question question, Pixels sent, int level) {
    KnownModel model = question.model();
    double scale = model.workingScale() * (1 << level);
    boolean large = (long) sent.width() * sent.height() > MOST_AT_ONCE;
    boolean tiled = question.fullResolution() || model.workingSide() == 0 && scale >= 1 && large;
    ImagePixels pixels =
        ImagePixels.newBuilder()
            .setWidth(sent.width())
            .setHeight(sent.height())
            .setRgb(UnsafeByteOperations.unsafeWrap(sent.rgb()))
            .build();
    return PredictRequest.newBuilder()
        .setModel(model.hash())
        .setPixels(pixels)
        .setScale(tiled ? PredictRequest.Scale.TILES : PredictRequest.Scale.OF_MODEL)
        .setShrunk(1 << level)
        .setRefined(question.refined())
        .build();
  }

  /** Everything that an answer depends on. */
  static String key(PredictRequest request) {
    MessageDigest digest = Sha256.digest();
    digest.update(ProgramVersion.current().getBytes(UTF_8));
    digest.update(request.getModel().getBytes(UTF_8));
    ByteBuffer sizes = ByteBuffer.allocate(Double.BYTES + 4 * Integer.BYTES);
    sizes.putInt(Contract.NUMBER).putInt(request.getScaleValue()).putDouble(request.getShrunk());
    sizes.putInt(request.getPixels().getWidth()).putInt(request.getPixels().getHeight());
    digest.update(sizes.array());
    digest.update((byte) (request.getRefined() ? 1 : 0));
    digest.update(request.getPixels().getRgb().asReadOnlyByteBuffer());
    return Sha256.name(digest);
  }
}
