package org.maskwright.data.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.data.task.Progress;

class PhotoSurveyTest {

  @TempDir Path folder;

  @Test
  void photosPagesAndUnreadableFilesAreCounted() throws IOException {
    Files.write(folder.resolve("one.tif"), Tiffs.withPages(1));
    Files.write(folder.resolve("stack.tif"), Tiffs.withPages(3));
    Files.writeString(folder.resolve("broken.png"), "no image");
    Files.writeString(folder.resolve("notes.txt"), "none");
    PhotoSurvey survey = new PhotoSurvey(folder);

    assertThat(survey.run(Progress.NONE)).isEqualTo(new PhotoSurvey.Count(2, 4, 1, true));
    assertThat(survey.soFar()).isEqualTo(new PhotoSurvey.Count(2, 4, 1, true));
  }
}
