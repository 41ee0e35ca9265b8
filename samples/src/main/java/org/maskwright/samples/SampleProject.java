package org.maskwright.samples;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The projects that a person may begin with, when there are no photos at hand. */
public enum SampleProject {
  /** Countryside from above; thin tracks tell the skips of a network apart. */
  COUNTRYSIDE(60, 512),
  /** Heaped cherries: objects that touch and hide each other, for work by clicks. */
  CHERRIES(24, 640);

  /** Far from the seeds that tests and models for the samples draw from. */
  private static final long FIRST_SEED = 10_000;

  private final int images;
  private final int side;

  SampleProject(int images, int side) {
    this.images = images;
    this.side = side;
  }

  /** The name in folders and on the command line. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<SampleProject> byId(String id) {
    return Stream.of(values()).filter(sample -> sample.id().equals(id)).findFirst();
  }

  /** How many images it has. */
  public int images() {
    return images;
  }

  /** The first one is the background. */
  public List<String> classes() {
    return this == COUNTRYSIDE ? AerialScene.CLASSES : BerryBowl.CLASSES;
  }

  /** Far from what the things look like: a mask in their own colours would hide in the pictures. */
  List<Integer> colours() {
    return this == COUNTRYSIDE
        ? List.of(0x5A5A5A, 0xF2A900, 0x00D26A, 0x1E88FF, 0xFF4FA3, 0x9B3DFF, 0x00E5FF)
        : List.of(0x5A5A5A, 0x22C3FF, 0xFFC400);
  }

  String imageName(int number) {
    return String.format(Locale.ROOT, "%s-%02d.png", id(), number + 1);
  }

  /** A model that has seen three of the images, to be corrected and trained further. */
  Optional<byte[]> model() throws IOException {
    try (InputStream model = SampleProject.class.getResourceAsStream(id() + ".mwmodel")) {
      return model == null ? Optional.empty() : Optional.of(model.readAllBytes());
    }
  }

  /** Draws the image of this number, counted from 0. */
  public Sample draw(int number) {
    long seed = FIRST_SEED + number;
    return this == COUNTRYSIDE ? AerialScene.draw(seed, side) : BerryBowl.draw(seed, side);
  }
}
