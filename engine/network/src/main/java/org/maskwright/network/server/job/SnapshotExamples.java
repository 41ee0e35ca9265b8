package org.maskwright.network.server.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.maskwright.data.dataset.Split;
import org.maskwright.data.image.ImageLoader;
import org.maskwright.data.image.Pixels;
import org.maskwright.data.image.file.ImageRef;
import org.maskwright.data.label.IndexedImage;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.MaskPng;
import org.maskwright.data.problem.DataException;
import org.maskwright.network.server.content.ContentStore;
import org.maskwright.network.server.content.Renamed;
import org.maskwright.network.train.Example;
import org.maskwright.network.train.TrainingExamples;
import org.maskwright.network.train.TrainingProblem;
import org.maskwright.protocol.snapshot.Snapshot;
import org.maskwright.protocol.snapshot.SnapshotJson;
import org.maskwright.protocol.snapshot.SnapshotProblem;

/** The images of one split of a snapshot, from the contents that were sent. */
public final class SnapshotExamples implements TrainingExamples {

  private final List<Snapshot.Item> items;
  private final int classes;
  private final ContentStore contents;

  public SnapshotExamples(Snapshot snapshot, Split split, ContentStore contents) {
    this.items = snapshot.of(split);
    this.classes = snapshot.classes().size();
    this.contents = contents;
  }

  /** The snapshot that was sent under this hash. */
  public static Snapshot snapshot(String hash, ContentStore contents) throws IOException {
    Path file = contents.file(hash);
    if (Files.size(file) > SnapshotJson.MAX_BYTES) {
      throw DataException.of(JobProblem.REQUEST_BAD, "its snapshot is too large");
    }
    return SnapshotJson.read(Files.readAllBytes(file), "the snapshot");
  }

  /** The images and masks of a snapshot. */
  static List<String> contentsOf(Snapshot snapshot) {
    return snapshot.items().stream()
        .flatMap(item -> Stream.of(item.image(), item.mask()))
        .distinct()
        .toList();
  }

  /** Refuses a snapshot that lacks images for any of these, or contents. */
  static void check(String hash, List<Split> splits, ContentStore contents) throws IOException {
    Snapshot snapshot = snapshot(hash, contents);
    for (Split split : splits) {
      if (snapshot.of(split).isEmpty()) {
        throw DataException.of(SnapshotProblem.SPLIT_EMPTY, split.id());
      }
    }
    long missing = contentsOf(snapshot).stream().filter(content -> !contents.has(content)).count();
    if (missing > 0) {
      throw DataException.of(JobProblem.CONTENT_MISSING, missing);
    }
  }

  @Override
  public int size() {
    return items.size();
  }

  @Override
  public String name(int index) {
    return items.get(index).name();
  }

  @Override
  public Example load(int index) throws IOException {
    Snapshot.Item item = items.get(index);
    Pixels image = image(item);
    IndexedImage mask = mask(item);
    return Example.of(item.name(), image, mask.width(), mask.height(), mask.indices());
  }

  private Pixels image(Snapshot.Item item) throws IOException {
    Path file = contents.file(item.image());
    try {
      return ImageLoader.load(new ImageRef(file, item.page()), item.view());
    } catch (DataException e) {
      throw Renamed.problem(e, file, item.name());
    }
  }

  @Override
  public IndexedImage labels(int index) throws IOException {
    return mask(items.get(index));
  }

  private IndexedImage mask(Snapshot.Item item) throws IOException {
    byte[] png = Files.readAllBytes(contents.file(item.mask()));
    IndexedImage mask = MaskPng.read(png, item.name());
    for (byte label : mask.indices()) {
      int value = label & 0xFF;
      if (value >= classes && value != LabelMask.IGNORE) {
        throw DataException.of(TrainingProblem.LABEL_OUT_OF_RANGE, item.name(), value, classes);
      }
    }
    return mask;
  }
}
