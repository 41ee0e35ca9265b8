package org.maskwright.data.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maskwright.data.format.DatasetFormat;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.Provenance;
import org.maskwright.data.project.ImageId;
import org.maskwright.data.project.ImageState;
import org.maskwright.data.project.Project;
import org.maskwright.data.task.Progress;

class FormatGuessTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {"cvat", "voc", "cityscapes", "coco", "yolo", "labelme", "masks", "colours"})
  void whatWasExportedIsRecognised(String format) throws IOException {
    ExchangeFixture fixture = new ExchangeFixture(folder);
    Path target = folder.resolve("delivery");
    try (Project project = fixture.project("background", "road")) {
      ImageId image = fixture.photo("a.png", 6, 6);
      LabelMask mask = new LabelMask(6, 6);
      for (int i = 0; i < 36; i++) {
        mask.set(i % 6, i / 6, i < 18 ? 1 : 0, Provenance.of(Provenance.Kind.BRUSH));
      }
      project.masks().write(image, mask, ImageState.READY);
      ExportProfile profile = ExportProfile.of(format);
      ExportProfile withImages =
          new ExportProfile(
              format, profile.options(), profile.filter(), profile.classes(), true, false);
      ProjectExport.of(project, withImages, new ExportChoices(false, true), Progress.NONE)
          .export(target);
    }

    assertThat(FormatGuess.of(target, Progress.NONE).map(DatasetFormat::id)).hasValue(format);
  }

  @Test
  void aFolderOfSomethingElseIsOfNoFormat() throws IOException {
    Files.writeString(folder.resolve("letter.txt"), "Dear reader");

    assertThat(FormatGuess.of(folder, Progress.NONE)).isEqualTo(Optional.empty());
  }
}
