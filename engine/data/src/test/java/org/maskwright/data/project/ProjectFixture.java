package org.maskwright.data.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.maskwright.data.io.RealDisk;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.label.Provenance;

/** A small project on disk: a home, photos, and somebody who works on them. */
final class ProjectFixture {

  static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");

  final Path home;
  final Path photos;
  final Workplace workplace;

  ProjectFixture(Path folder) throws IOException {
    home = folder.resolve("project");
    photos = Files.createDirectories(folder.resolve("photos"));
    workplace = workplace(folder);
  }

  static Workplace workplace(Path folder) {
    return new Workplace(
        RealDisk.INSTANCE,
        folder.resolve("cache"),
        folder.resolve("spill"),
        "Kim",
        Clock.fixed(NOON, ZoneOffset.UTC),
        RunningProgram.current());
  }

  Project create() throws IOException {
    return Project.create(home, scheme(), List.of(new ImageRoot("photos", photos)), workplace);
  }

  Project open() throws IOException {
    return Project.open(home, workplace);
  }

  static LabelScheme scheme() throws IOException {
    return LabelScheme.ofNames(List.of("background", "cat", "dog"));
  }

  /** Puts a file where an image is expected; what is in it does not matter here. */
  ImageId photo(String path) throws IOException {
    Path file = photos.resolve(path);
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, path);
    return ImageId.of("photos", path);
  }

  static LabelMask mask(int label) {
    LabelMask mask = new LabelMask(4, 3);
    mask.set(1, 1, label, Provenance.of(Provenance.Kind.BRUSH));
    mask.set(2, 1, label, Provenance.model("fcn"));
    return mask;
  }
}
