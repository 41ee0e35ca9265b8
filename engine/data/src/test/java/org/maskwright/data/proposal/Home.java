package org.maskwright.data.proposal;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import javax.imageio.ImageIO;
import org.maskwright.data.io.RealDisk;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.project.ImageId;
import org.maskwright.data.project.ImageRoot;
import org.maskwright.data.project.Project;
import org.maskwright.data.project.RunningProgram;
import org.maskwright.data.project.Workplace;

/** A project on disk with small black photos. */
final class Home {

  static final String MODEL = "ab".repeat(32);

  private Home() {}

  static Project create(Path folder, List<String> classes) throws IOException {
    Path photos = Files.createDirectories(folder.resolve("photos"));
    return Project.create(
        folder.resolve("project"),
        LabelScheme.ofNames(classes),
        List.of(new ImageRoot("photos", photos)),
        workplace(folder));
  }

  static Workplace workplace(Path folder) {
    return new Workplace(
        RealDisk.INSTANCE,
        folder.resolve("cache"),
        folder.resolve("spill"),
        "Kim",
        Clock.fixed(Instant.parse("2026-05-01T12:00:00Z"), ZoneOffset.UTC),
        RunningProgram.current());
  }

  static ImageId photo(Path folder, String name, int width, int height) throws IOException {
    ImageIO.write(
        new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB),
        "png",
        folder.resolve("photos").resolve(name).toFile());
    return ImageId.of("photos", name);
  }
}
