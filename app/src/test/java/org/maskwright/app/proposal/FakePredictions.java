package org.maskwright.app.proposal;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.maskwright.app.engine.EnginePrediction;
import org.maskwright.app.proposal.KnownModel.ModelClass;
import org.maskwright.data.image.pyramid.PixelSource;
import org.maskwright.data.io.Sha256;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.task.Progress;
import org.maskwright.protocol.Planes;
import org.maskwright.protocol.wire.FeatureGrid;
import org.maskwright.protocol.wire.PredictPart;
import org.maskwright.protocol.wire.PredictionHead;
import org.maskwright.protocol.wire.PredictionVariant;
import org.maskwright.protocol.wire.ScoreGrid;

/** An engine that says of each image what a test wants it to say. */
public final class FakePredictions implements Predictions {

  /** Certain of one class, at stride 1: what is said at a pixel is in its own cell. */
  private static final float SURE = 4;

  private final List<KnownModel> models;
  private final List<String> asked = new ArrayList<>();
  private Optional<Question> last = Optional.empty();
  private Optional<DataException> failure = Optional.empty();
  private int waited;
  private Opinion opinion = (variant, x, y) -> 0;

  /** Which class a variant gives a pixel. */
  @FunctionalInterface
  public interface Opinion {
    int at(String variant, int x, int y);
  }

  public FakePredictions(KnownModel... models) {
    this.models = new ArrayList<>(List.of(models));
  }

  /** A model of these classes, which has all variants. */
  public static KnownModel model(String name, String... classes) {
    List<ModelClass> all = new ArrayList<>();
    for (String label : classes) {
      all.add(new ModelClass(label, 0x804020 + all.size()));
    }
    byte[] bytes = name.getBytes(UTF_8);
    return new KnownModel(Sha256.of(bytes), name, 1, 0, List.of("32s", "16s", "8s"), all);
  }

  public FakePredictions saying(Opinion wanted) {
    opinion = wanted;
    return this;
  }

  public FakePredictions failing(Optional<DataException> why) {
    failure = why;
    return this;
  }

  /** The models that were asked so far, by name. */
  public List<String> asked() {
    return asked;
  }

  /** What was asked last. */
  public Question last() {
    return last.orElseThrow();
  }

  /** Can say something by another model, too. */
  public void add(KnownModel model) {
    models.add(model);
  }

  @Override
  public List<KnownModel> models() {
    return List.copyOf(models);
  }

  /** Comes back when it is waited for. */
  @Override
  public void awaitEngine(Progress progress) {
    failure = Optional.empty();
    waited++;
  }

  /** How often somebody waited for the engine. */
  public int waited() {
    return waited;
  }

  @Override
  public ImagePrediction predict(Question question, PixelSource image, Progress progress)
      throws IOException {
    if (failure.isPresent()) {
      throw failure.get();
    }
    KnownModel model = question.model();
    asked.add(model.name());
    last = Optional.of(question);
    List<PredictPart> parts = parts(question, image.width(), image.height());
    return new ImagePrediction(EnginePrediction.of(parts), 0, image.width(), image.height());
  }

  /** An answer as it comes over the wire. */
  List<PredictPart> parts(KnownModel model, int width, int height) throws IOException {
    return parts(Question.plain(model), width, height);
  }

  private List<PredictPart> parts(Question question, int width, int height) throws IOException {
    KnownModel model = question.model();
    List<PredictPart> parts = new ArrayList<>();
    parts.add(
        PredictPart.newBuilder()
            .setHead(
                PredictionHead.newBuilder()
                    .setWidth(width)
                    .setHeight(height)
                    .addAllVariants(model.variants())
                    .setRefined(question.refined())
                    .setFeatures(features(width, height)))
            .build());
    for (String variant : model.variants()) {
      parts.add(
          PredictPart.newBuilder().setVariant(variant(model, variant, width, height)).build());
    }
    return parts;
  }

  /** The left half of an image is of one kind, the right half of another. */
  private static FeatureGrid features(int width, int height) throws IOException {
    return FeatureGrid.newBuilder()
        .setRows(1)
        .setColumns(2)
        .setDepth(2)
        .setValues(Planes.pack(new byte[] {100, 0, 0, 100}))
        .setSeenWidth(width)
        .setSeenHeight(height)
        .setStride(width / 2)
        .build();
  }

  private PredictionVariant variant(KnownModel model, String variant, int width, int height)
      throws IOException {
    int count = model.classes().size();
    byte[] classes = new byte[width * height];
    float[] scores = new float[classes.length * count];
    for (int i = 0; i < classes.length; i++) {
      classes[i] = (byte) opinion.at(variant, i % width, i / width);
      scores[i * count + classes[i]] = SURE;
    }
    byte[] sure = new byte[classes.length];
    Arrays.fill(sure, (byte) Math.round(255 * Math.exp(SURE) / (Math.exp(SURE) + count - 1)));
    ByteString confidence = Planes.pack(sure);
    return PredictionVariant.newBuilder()
        .setVariant(variant)
        .setClasses(Planes.pack(classes))
        .setConfidence(confidence)
        .setEntropy(Planes.pack(new byte[classes.length]))
        .setGrid(
            ScoreGrid.newBuilder()
                .setRows(height)
                .setColumns(width)
                .setClasses(count)
                .setScores(Planes.pack(scores))
                .setSeenWidth(width)
                .setSeenHeight(height)
                .setStride(1)
                .setKernel(1)
                .setOffset(0))
        .build();
  }
}
