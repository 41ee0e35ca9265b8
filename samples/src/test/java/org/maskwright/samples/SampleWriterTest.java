package org.maskwright.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.data.dataset.Split;
import org.maskwright.data.dataset.Splits;
import org.maskwright.data.io.Sha256;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.project.ImageEntry;
import org.maskwright.data.project.ImageState;
import org.maskwright.data.project.Project;
import org.maskwright.data.project.Workplace;
import org.maskwright.data.promotion.Decision;
import org.maskwright.data.promotion.Promotions;
import org.maskwright.data.task.Progress;

class SampleWriterTest {

  private static final int COUNT = 12;

  @TempDir static Path shared;
  private static Path home;

  @BeforeAll
  static void write() throws IOException {
    Path folder = shared.resolve("cherries");
    new SampleWriter(SampleProject.CHERRIES, COUNT, false, folder, workplace(shared))
        .write(Progress.NONE);
    home = SampleWriter.projectIn(folder, SampleProject.CHERRIES);
  }

  private static Workplace workplace(Path user) {
    Workplace here = Workplace.current();
    return new Workplace(
        here.disk(),
        user.resolve("cache"),
        user.resolve("spill"),
        "sample",
        here.clock(),
        here.program());
  }

  @Test
  void aThirdOfTheImagesIsLeftForThePerson() throws IOException {
    try (Project project = Project.open(home, workplace(shared))) {
      Map<ImageState, Long> states =
          project.images().entries().stream()
              .collect(Collectors.groupingBy(ImageEntry::state, Collectors.counting()));

      assertThat(states).isEqualTo(Map.of(ImageState.VERIFIED, 8L, ImageState.UNTOUCHED, 4L));
    }
  }

  @Test
  void everyImageOfTheExaminationIsLabelled() throws IOException {
    try (Project project = Project.open(home, workplace(shared))) {
      Map<Split, Long> counts = new Splits(project).current().orElseThrow().counts();
      assertThat(counts.get(Split.HOLDOUT)).isGreaterThanOrEqualTo(2);
      assertThat(counts.get(Split.VAL)).isGreaterThanOrEqualTo(1);
      for (ImageEntry entry : project.images().entries()) {
        Split split = new Splits(project).current().orElseThrow().of(entry.image()).orElseThrow();
        assertThat(split == Split.TRAIN || entry.state() == ImageState.VERIFIED)
            .as("%s in %s", entry.image(), split)
            .isTrue();
      }
    }
  }

  @Test
  void masksHoldTheTruthOfTheirOwnPhoto() throws IOException {
    try (Project project = Project.open(home, workplace(shared))) {
      List<ImageEntry> entries = project.images().entries();
      for (int number = 0; number < entries.size(); number += 5) {
        LabelMask mask = project.masks().read(entries.get(number).image()).orElse(null);
        if (mask != null) {
          assertThat(mask.labels()).isEqualTo(SampleProject.CHERRIES.draw(number).truth());
        }
      }
    }
  }

  @Test
  void theCountrysideComesWithItsModelUnderItsHash(@TempDir Path folder) throws IOException {
    new SampleWriter(SampleProject.COUNTRYSIDE, 4, true, folder, workplace(shared))
        .write(Progress.NONE);

    byte[] model = SampleProject.COUNTRYSIDE.model().orElseThrow();
    assertThat(
            SampleWriter.projectIn(folder, SampleProject.COUNTRYSIDE)
                .resolve(".maskwright/models")
                .resolve(Sha256.of(model) + ".mwmodel"))
        .hasBinaryContent(model);
    try (Project project =
        Project.openReadOnly(
            SampleWriter.projectIn(folder, SampleProject.COUNTRYSIDE), Workplace.current())) {
      assertThat(new Promotions(project).current().map(Decision::model)).hasValue(Sha256.of(model));
    }
  }

  @Test
  void aCompleteSampleLeavesNothingToLabel(@TempDir Path folder) throws IOException {
    new SampleWriter(SampleProject.CHERRIES, 4, true, folder, workplace(shared))
        .write(Progress.NONE);

    try (Project project =
        Project.open(SampleWriter.projectIn(folder, SampleProject.CHERRIES), workplace(shared))) {
      assertThat(project.images().entries())
          .extracting(ImageEntry::state)
          .containsOnly(ImageState.VERIFIED);
    }
  }

  @Test
  void aCancelledStartCanBeMadeAgain(@TempDir Path folder) throws IOException {
    AtomicBoolean cancelled = new AtomicBoolean();
    Progress impatient =
        new Progress() {
          @Override
          public void report(String phase, long done, long total) {
            cancelled.set(true);
          }

          @Override
          public boolean cancelled() {
            return cancelled.get();
          }
        };
    SampleWriter writer =
        new SampleWriter(SampleProject.CHERRIES, 4, false, folder, workplace(shared));

    assertThatThrownBy(() -> writer.write(impatient)).isInstanceOf(CancellationException.class);

    assertThat(SampleWriter.projectIn(folder, SampleProject.CHERRIES)).doesNotExist();
    writer.write(Progress.NONE);
    assertThat(SampleWriter.projectIn(folder, SampleProject.CHERRIES)).isDirectory();
  }
}
