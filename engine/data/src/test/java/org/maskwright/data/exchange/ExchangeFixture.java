package org.maskwright.data.exchange;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import javax.imageio.ImageIO;
import org.maskwright.data.format.Dataset;
import org.maskwright.data.format.ExportClasses;
import org.maskwright.data.format.ExportPlan;
import org.maskwright.data.format.Exporter;
import org.maskwright.data.format.voc.VocFormat;
import org.maskwright.data.io.RealDisk;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.project.ImageId;
import org.maskwright.data.project.ImageRoot;
import org.maskwright.data.project.Project;
import org.maskwright.data.project.RunningProgram;
import org.maskwright.data.project.Workplace;
import org.maskwright.data.task.Progress;

/** A project with real, tiny images. */
final class ExchangeFixture {

  final Path folder;
  final Path photos;
  final Workplace workplace;

  ExchangeFixture(Path folder) throws IOException {
    this.folder = folder;
    this.photos = Files.createDirectories(folder.resolve("photos"));
    this.workplace =
        new Workplace(
            RealDisk.INSTANCE,
            folder.resolve("cache"),
            folder.resolve("spill"),
            "Kim",
            Clock.fixed(Instant.parse("2026-05-01T12:00:00Z"), ZoneOffset.UTC),
            RunningProgram.current());
  }

  Project project(String... classes) throws IOException {
    return Project.create(
        folder.resolve("project"),
        LabelScheme.ofNames(List.of(classes)),
        List.of(new ImageRoot("photos", photos)),
        workplace);
  }

  ImageId photo(String path, int width, int height) throws IOException {
    Path file = photos.resolve(path);
    Files.createDirectories(file.resolveSibling(""));
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    image.setRGB(0, 0, 0x336699);
    ImageIO.write(image, path.substring(path.lastIndexOf('.') + 1), file.toFile());
    return ImageId.of("photos", path);
  }

  /** A dataset written in VOC's format, as others would hand it over. */
  Dataset voc(Dataset source) throws IOException {
    VocFormat format = new VocFormat();
    ExportPlan plan = ExportPlan.of(format, ExportClasses.of(source.scheme()));
    Path target = folder.resolve("delivery.zip");
    new Exporter(source, plan, Progress.NONE).export(target);
    return Formats.open(target, format, plan.options(), Progress.NONE);
  }
}
