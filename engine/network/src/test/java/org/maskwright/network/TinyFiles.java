package org.maskwright.network;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.maskwright.data.image.Pixels;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.label.MaskPng;
import org.maskwright.data.label.Provenance;
import org.maskwright.data.project.ImageId;
import org.maskwright.data.project.ImageRoot;
import org.maskwright.data.project.ImageState;
import org.maskwright.data.project.Project;
import org.maskwright.data.project.Workplace;
import org.maskwright.network.architecture.ArchitectureDescription;
import org.maskwright.network.architecture.FcnNetwork;
import org.maskwright.network.architecture.Preprocessing;
import org.maskwright.network.architecture.Trunks;
import org.maskwright.network.architecture.WorkingScale;
import org.maskwright.network.report.Pictures;
import org.maskwright.network.weights.model.ModelCard;
import org.maskwright.network.weights.model.ModelDescription;
import org.maskwright.network.weights.model.ModelWriter;
import org.maskwright.network.weights.model.Precision;

/** A model of a moment and a handful of images, as files, for tests of whole commands. */
public final class TinyFiles {

  public static final int SIDE = 40;

  private TinyFiles() {}

  /** A model that has learned nothing, for these classes. */
  public static Path model(Path file, String... classes) throws IOException {
    ArchitectureDescription network =
        ArchitectureDescription.usual(Trunks.SQUEEZENET_1_1, classes.length)
            .withWidths(List.of(4, 1, 1, 2, 2));
    return model(file, network, classes);
  }

  /** The same of another network. */
  public static Path model(Path file, ArchitectureDescription network, String... classes)
      throws IOException {
    ModelDescription description =
        new ModelDescription(
            network,
            Preprocessing.CENTRED,
            WorkingScale.OWN,
            LabelScheme.ofNames(List.of(classes)),
            ModelCard.named("tiny"));
    try (FcnNetwork built = FcnNetwork.build(network, 1)) {
      new ModelWriter(description, built, Precision.FULL).write(file);
    }
    return file;
  }

  /** A square of a class on ground, by its number. */
  private static byte[] labels(int number, int label) {
    byte[] labels = new byte[SIDE * SIDE];
    Random random = new Random(number);
    int left = random.nextInt(SIDE / 2);
    int top = random.nextInt(SIDE / 2);
    for (int y = top; y < top + SIDE / 2; y++) {
      java.util.Arrays.fill(labels, y * SIDE + left, y * SIDE + left + SIDE / 2, (byte) label);
    }
    return labels;
  }

  private static byte[] photo(int number, int label) throws IOException {
    byte[] labels = labels(number, label);
    int[] argb =
        IntStream.range(0, labels.length)
            .map(i -> labels[i] == 0 ? 0xFF305030 : 0xFFD0A020)
            .toArray();
    return Pictures.png(new Pixels(SIDE, SIDE, argb));
  }

  /** A folder in VOC's layout with the lists train and val. */
  public static Path voc(Path root, int images, int label) throws IOException {
    for (String folder : List.of("JPEGImages", "SegmentationClass", "ImageSets/Segmentation")) {
      Files.createDirectories(root.resolve(folder));
    }
    for (int i = 0; i < images; i++) {
      Files.write(root.resolve("JPEGImages/image" + i + ".jpg"), photo(i, label));
      try (OutputStream mask =
          Files.newOutputStream(root.resolve("SegmentationClass/image" + i + ".png"))) {
        MaskPng.write(mask, SIDE, SIDE, labels(i, label));
      }
    }
    List<String> names = IntStream.range(0, images).mapToObj(i -> "image" + i).toList();
    Files.write(root.resolve("ImageSets/Segmentation/train.txt"), names);
    Files.write(
        root.resolve("ImageSets/Segmentation/val.txt"), names.subList(0, Math.min(2, images)));
    return root;
  }

  /** A project of ground and things, all of whose images are done, without a split. */
  public static Path project(Path folder, int images) throws IOException {
    Path photos = Files.createDirectories(folder.resolve("photos"));
    for (int i = 0; i < images; i++) {
      Files.write(photos.resolve("photo" + i + ".png"), photo(i, 1));
    }
    Path home = folder.resolve("project");
    try (Project project =
        Project.create(
            home,
            LabelScheme.ofNames(List.of("ground", "thing")),
            List.of(new ImageRoot("photos", photos)),
            Workplace.current())) {
      for (int i = 0; i < images; i++) {
        LabelMask mask =
            LabelMask.decided(SIDE, SIDE, labels(i, 1), Provenance.of(Provenance.Kind.BRUSH));
        project.masks().write(ImageId.of("photos", "photo" + i + ".png"), mask, ImageState.READY);
      }
    }
    return home;
  }
}
