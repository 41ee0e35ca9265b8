package org.maskwright.protocol.snapshot;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.maskwright.data.dataset.Split;
import org.maskwright.data.image.file.ImageRef;
import org.maskwright.data.io.AtomicFile;
import org.maskwright.data.io.RealDisk;
import org.maskwright.data.io.Sha256;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.MaskPng;
import org.maskwright.data.project.ImageId;
import org.maskwright.data.project.ImageState;
import org.maskwright.data.project.Project;
import org.maskwright.data.task.Progress;
import org.maskwright.protocol.client.Content;

/**
 * Freezes the masks of a project: they are written once more, as the model numbers its classes, and
 * painting goes on meanwhile. Images are not copied; their files are only named by their hashes.
 */
public final class SnapshotWriter {

  private final Project project;
  private final ClassTable classes;
  private final Choices choices;
  private final Path folder;
  private final List<Content> contents = new ArrayList<>();
  private final Map<Path, Content> known = new HashMap<>();
  private final List<Snapshot.Item> items = new ArrayList<>();

  /**
   * What counts.
   *
   * @param onlyVerified whether images that are ready but not verified are left out
   * @param modelPixels whether pixels count that a model proposed and nobody verified
   */
  public record Choices(boolean onlyVerified, boolean modelPixels) {

    public static final Choices USUAL = new Choices(false, false);

    public boolean takes(ImageState state) {
      return onlyVerified ? state == ImageState.VERIFIED : state.isDone();
    }

    /** Whether a pixel of a mask in this state counts; what is not decided never does. */
    public boolean counts(LabelMask mask, ImageState state, int pixel) {
      boolean known = modelPixels || state == ImageState.VERIFIED;
      return known || mask.provenances().get(mask.provenanceCodes()[pixel]).isHuman();
    }
  }

  /** A writer that keeps frozen masks in this folder until they have been sent. */
  public SnapshotWriter(Project project, ClassTable classes, Choices choices, Path folder) {
    this.project = project;
    this.classes = classes;
    this.choices = choices;
    this.folder = folder;
  }

  /** Freezes those of these images whose masks are finished and decide anything. */
  public FrozenSnapshot write(Map<ImageId, Split> images, Progress progress) throws IOException {
    RealDisk.INSTANCE.createFolders(folder);
    int done = 0;
    for (Map.Entry<ImageId, Split> image : new TreeMap<>(images).entrySet()) {
      progress.checkCancelled();
      item(image.getKey(), image.getValue()).ifPresent(items::add);
      progress.report("freeze", ++done, images.size());
    }
    Snapshot snapshot = new Snapshot(classes.target(), items);
    Content list = keep(SnapshotJson.write(snapshot), ".json");
    contents.add(list);
    return new FrozenSnapshot(list.hash(), snapshot, contents);
  }

  /** Puts what another snapshot for the same classes has in front of this one's. */
  public SnapshotWriter behind(FrozenSnapshot other) {
    if (!other.snapshot().classes().equals(classes.target())) {
      throw new IllegalArgumentException("a snapshot for other classes");
    }
    items.addAll(other.snapshot().items());
    other.contents().stream()
        .filter(content -> !content.hash().equals(other.hash()))
        .forEach(contents::add);
    return this;
  }

  private Optional<Snapshot.Item> item(ImageId image, Split split) throws IOException {
    ImageState state = project.masks().record(image).state();
    Optional<LabelMask> mask =
        choices.takes(state) ? project.masks().read(image) : Optional.empty();
    if (mask.isEmpty()) {
      return Optional.empty();
    }
    Optional<byte[]> labels = labels(mask.get(), state, image.toString());
    if (labels.isEmpty()) {
      return Optional.empty();
    }
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    MaskPng.write(png, mask.get().width(), mask.get().height(), labels.get());
    Content frozen = keep(png.toByteArray(), ".png");
    contents.add(frozen);
    ImageRef ref = project.roots().imageRef(image);
    Content file = known.get(ref.file());
    if (file == null) {
      file = Content.of(ref.file());
      known.put(ref.file(), file);
      contents.add(file);
    }
    return Optional.of(
        new Snapshot.Item(
            image.toString(),
            split,
            file.hash(),
            ref.page(),
            project.roots().imageSettings(image),
            frozen.hash()));
  }

  /** The labels as the model numbers them; nothing if none of them counts. */
  private Optional<byte[]> labels(LabelMask mask, ImageState state, String image)
      throws IOException {
    byte[] labels = new byte[mask.labels().length];
    boolean any = false;
    for (int i = 0; i < labels.length; i++) {
      boolean counts = choices.counts(mask, state, i);
      labels[i] = counts ? classes.apply(mask.labels()[i] & 0xFF, image) : (byte) LabelMask.IGNORE;
      any |= labels[i] != (byte) LabelMask.IGNORE;
    }
    return any ? Optional.of(labels) : Optional.empty();
  }

  private Content keep(byte[] bytes, String ending) throws IOException {
    String hash = Sha256.of(bytes);
    Path file = folder.resolve(hash + ending);
    AtomicFile.write(RealDisk.INSTANCE, file, bytes);
    return new Content(hash, bytes.length, file);
  }
}
