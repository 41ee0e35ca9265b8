package org.maskwright.network.click;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.maskwright.data.click.ObjectFinder;
import org.maskwright.data.click.ObjectRequest;
import org.maskwright.data.click.Selection;
import org.maskwright.data.image.Pixels;
import org.maskwright.data.image.pyramid.ImagePyramid;
import org.maskwright.data.image.pyramid.PixelSource;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.Provenance;
import org.maskwright.data.metric.NocProtocol;
import org.maskwright.data.metric.NocResult;
import org.maskwright.data.region.Runs;
import org.maskwright.data.task.Progress;
import org.maskwright.network.train.Example;

/** Counts the clicks that ways of selecting need on the objects of a folder, and times them. */
public final class ClickBenchmark {

  private static final double TARGET = 0.9;
  private static final int WARMED = 2;

  private final ObjectFolder folder;
  private final int images;
  private final int smallest;

  /**
   * @param images how many images at most
   * @param smallest the number of pixels that an object has at least, where a mask shows several
   */
  public ClickBenchmark(ObjectFolder folder, int images, int smallest) {
    this.folder = folder;
    this.images = Math.min(images, folder.size());
    this.smallest = smallest;
  }

  /** A way of selecting. */
  @FunctionalInterface
  public interface Method {
    Runs select(PixelSource image, ObjectRequest request) throws IOException;
  }

  /**
   * Clicks on every object, until it is right to 90 % or 20 clicks are spent. Some objects come
   * twice, the first time without counting: a program that has just started answers slowly.
   */
  public ClickScores run(Method method, Progress progress) throws IOException {
    List<ClickScores.OfObject> objects = new ArrayList<>();
    for (int i = 0; i < Math.min(WARMED, images); i++) {
      progress.checkCancelled();
      click(i, method);
    }
    for (int i = 0; i < images; i++) {
      progress.checkCancelled();
      objects.addAll(click(i, method));
      progress.report("clicks", i + 1, images);
    }
    return new ClickScores(objects);
  }

  private List<ClickScores.OfObject> click(int image, Method method) throws IOException {
    List<ClickScores.OfObject> objects = new ArrayList<>();
    Example example = folder.load(image);
    for (LabelMask truth : truths(example)) {
      String name = example.name() + (folder.isSingle() ? "" : "/" + objects.size());
      objects.add(object(name, example.image(), truth, method));
    }
    return objects;
  }

  private List<LabelMask> truths(Example example) {
    if (folder.isSingle()) {
      return List.of(mask(example, example.labels()));
    }
    List<LabelMask> truths = new ArrayList<>();
    for (Runs object :
        new ObjectFinder(example.width(), example.height(), example.labels(), smallest).objects()) {
      byte[] labels = new byte[example.labels().length];
      for (int i = 0; i < labels.length; i++) {
        boolean counts = example.labels()[i] != (byte) LabelMask.IGNORE;
        labels[i] = counts ? 0 : (byte) LabelMask.IGNORE;
      }
      object.forEachRun(
          (y, from, to) ->
              Arrays.fill(labels, y * example.width() + from, y * example.width() + to, (byte) 1));
      truths.add(mask(example, labels));
    }
    return truths;
  }

  private static LabelMask mask(Example example, byte[] labels) {
    return LabelMask.decided(
        example.width(), example.height(), labels, Provenance.of(Provenance.Kind.IMPORT));
  }

  private static ClickScores.OfObject object(
      String name, Pixels image, LabelMask truth, Method method) throws IOException {
    List<Double> seconds = new ArrayList<>();
    PixelSource source = ImagePyramid.of(image);
    Runs[] previous = {Runs.NONE};
    NocResult result =
        new NocProtocol(truth, 1)
            .run(
                clicks -> {
                  long begun = System.nanoTime();
                  ObjectRequest request = ObjectRequest.of(clicks, previous[0], source.bounds(0));
                  previous[0] = method.select(source, request);
                  seconds.add((System.nanoTime() - begun) / 1e9);
                  return Selection.of(image.width(), image.height(), previous[0]).pixels();
                },
                TARGET);
    return new ClickScores.OfObject(name, result, seconds);
  }
}
