package org.maskwright.network.predict;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.bytedeco.javacpp.Pointer;
import org.jspecify.annotations.Nullable;
import org.maskwright.data.image.Pixels;
import org.maskwright.data.label.Region;
import org.maskwright.data.proposal.Disagreement;
import org.maskwright.data.task.Progress;
import org.maskwright.network.architecture.FcnNetwork;
import org.maskwright.network.architecture.Variant;
import org.maskwright.network.refine.CrfSettings;
import org.maskwright.network.weights.model.LoadedModel;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A model that is kept warm and asked about one image after the other, from any thread. All
 * variants come from one pass.
 */
public final class Predictor implements AutoCloseable {

  private static final int TILE_CORE = 512;

  private final LoadedModel model;
  private @Nullable FeatureProjection projection;
  private int lastWidth;
  private int lastHeight;

  /** Takes the model over and closes it with itself. */
  public Predictor(LoadedModel model) {
    this.model = model;
  }

  public LoadedModel model() {
    return model;
  }

  /** The whole image at the model's working scale. */
  public Prediction predict(Pixels image) {
    return predict(image, Manner.WHOLE, Progress.NONE);
  }

  /** The image, looked at in a manner. */
  public Prediction predict(Pixels image, Manner manner, Progress progress) {
    return manner.tiles()
        ? predictTiled(image, TILE_CORE, manner, progress)
        : predictWhole(image, manner, progress);
  }

  private synchronized Prediction predictWhole(Pixels image, Manner manner, Progress progress) {
    double scale = scaleFor(image, manner.shrunk());
    try (INDArray input = InputImage.of(image, scale, model.description().preprocessing())) {
      Collector collector = new Collector(image.width(), image.height(), manner, progress);
      collector.takeWhole(input, image);
      return collector.finish();
    } finally {
      giveBackAfter(image.width(), image.height());
    }
  }

  /** What an image that was made so many times smaller is enlarged by for the network. */
  public double scaleFor(Pixels image, double shrunk) {
    return model.description().workingScale().of(image.width(), image.height(), shrunk);
  }

  /**
   * Sizes that come and go leave gaps in the C library's memory that no other size fits into: what
   * is free goes back to the system before the next one.
   */
  private void giveBackAfter(int width, int height) {
    if (width != lastWidth || height != lastHeight) {
      Pointer.trimMemory();
    }
    lastWidth = width;
    lastHeight = height;
  }

  /** The image at its full resolution, tile by tile, as if it had been seen whole. */
  synchronized Prediction predictTiled(Pixels image, int core, Manner manner, Progress progress) {
    int width = image.width();
    int height = image.height();
    Collector collector = new Collector(width, height, manner, progress);
    List<Tile> tiles = Tile.cover(width, height, core, model.network().sees());
    for (int i = 0; i < tiles.size(); i++) {
      progress.checkCancelled();
      Tile tile = tiles.get(i);
      Pixels part = InputImage.cut(image, tile.seen());
      try (INDArray input = InputImage.of(part, 1, model.description().preprocessing())) {
        collector.take(input, part, tile);
      }
      progress.report("predict", i + 1, tiles.size());
    }
    return collector.finish();
  }

  private FeatureProjection projection(INDArray features) {
    FeatureProjection known = projection;
    if (known == null || !known.takes((int) features.size(3))) {
      known = new FeatureProjection((int) features.size(3));
      projection = known;
    }
    return known;
  }

  @Override
  public synchronized void close() {
    if (projection != null) {
      projection.close();
    }
    model.close();
  }

  /** Gathers the answers of one image's tiles. */
  private final class Collector {

    private final FcnNetwork network = model.network();
    private final int width;
    private final int height;
    private final Optional<CrfSettings> refinement;
    private final Progress progress;
    private final Map<Variant, PixelReadout> pixels = new EnumMap<>(Variant.class);
    private final Map<Variant, GridStitcher> grids = new EnumMap<>(Variant.class);
    private final GridStitcher features =
        new GridStitcher(network.featureField().stride(), FeatureProjection.DEPTH);

    Collector(int width, int height, Manner manner, Progress progress) {
      this.width = width;
      this.height = height;
      this.refinement = manner.refinement();
      this.progress = progress;
      for (Variant variant : network.variants()) {
        pixels.put(variant, new PixelReadout(width, height));
        grids.put(
            variant,
            new GridStitcher(
                variant.stride(), network.description().classes(), variant.shrinking()));
      }
    }

    /** The whole image, at whatever size the network sees it. */
    void takeWhole(INDArray input, Pixels image) {
      Region seen = new Region(0, 0, (int) input.size(2), (int) input.size(1));
      take(input, image, new Tile(seen, seen), PixelReadout::fill);
    }

    /** A part of the image at its own size. */
    void take(INDArray input, Pixels part, Tile tile) {
      Region seen = tile.seen();
      take(
          input,
          part,
          tile,
          (readout, scores) ->
              readout.fill(
                  new ScoreRows(scores, seen.width(), seen.height()),
                  tile.kept(),
                  seen.x(),
                  seen.y()));
    }

    /** Runs the network; only one at a time, because its memory is used again and again. */
    private void take(
        INDArray input, Pixels image, Tile tile, BiConsumer<PixelReadout, INDArray> read) {
      List<INDArray> arrays = network.scoresAndGrids(input);
      try {
        List<Variant> variants = network.variants();
        Optional<Refinement> refining = refinement.map(crf -> new Refinement(crf, image));
        for (int v = 0; v < variants.size(); v++) {
          PixelReadout readout = Objects.requireNonNull(pixels.get(variants.get(v)));
          if (refining.isPresent()) {
            try (INDArray refined = refining.get().refine(arrays.get(v), progress)) {
              read.accept(readout, refined);
            }
          } else {
            read.accept(readout, arrays.get(v));
          }
          GridStitcher stitcher = Objects.requireNonNull(grids.get(variants.get(v)));
          stitcher.put(arrays.get(variants.size() + v), tile);
        }
        INDArray seen = arrays.get(2 * variants.size());
        try (INDArray shorter = projection(seen).of(seen)) {
          features.put(shorter, tile);
        }
      } finally {
        arrays.forEach(INDArray::close);
      }
    }

    Prediction finish() {
      Map<Variant, VariantPrediction> variants = new EnumMap<>(Variant.class);
      pixels.forEach(
          (variant, readout) ->
              variants.put(
                  variant, readout.finish(Objects.requireNonNull(grids.get(variant)).finish())));
      return new Prediction(width, height, variants, disagreement(), features.finish());
    }

    private byte[] disagreement() {
      return Disagreement.of(pixels.values().stream().map(PixelReadout::classes).toList());
    }
  }
}
