package org.maskwright.data.click;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.data.click.ClickDraft.Seed;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.label.Region;
import org.maskwright.data.metric.Click;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.project.ImageId;
import org.maskwright.data.project.ImageRoot;
import org.maskwright.data.project.Project;
import org.maskwright.data.project.Workplace;

/** Objects that were begun by clicks, and what clicked objects took, stay with their project. */
class ClickDraftsTest {

  private static final ImageId IMAGE = new ImageId("photos", "street/1.jpg", 0);
  private static final ClickDraft DRAFT =
      new ClickDraft(
          List.of(new Click(3, 4, true), new Click(30, 2, false)),
          Optional.of(new Region(-2, 1, 40, 30)),
          Optional.of(new Seed(5, 6, 2)),
          12.5);

  @TempDir private Path folder;
  private Project project;
  private ClickDrafts drafts;

  @BeforeEach
  void create() throws IOException {
    Path photos = Files.createDirectories(folder.resolve("photos"));
    project =
        Project.create(
            folder.resolve("project"),
            LabelScheme.ofNames(List.of("ground", "crack")),
            List.of(new ImageRoot("photos", photos)),
            Workplace.current());
    drafts = new ClickDrafts(project);
  }

  @AfterEach
  void close() throws IOException {
    project.close();
  }

  @Test
  void aDraftIsThereAgainAsItWas() throws IOException {
    drafts.keep(IMAGE, DRAFT);
    assertThat(drafts.read(IMAGE)).contains(DRAFT);
    assertThat(drafts.read(new ImageId("photos", "street/1.jpg", 1))).isEmpty();

    drafts.forget(IMAGE);
    assertThat(drafts.read(IMAGE)).isEmpty();
  }

  @Test
  void aDraftWithoutBoxOrRegionHasNone() throws IOException {
    ClickDraft plain = new ClickDraft(DRAFT.clicks(), Optional.empty(), Optional.empty(), 0);
    drafts.keep(IMAGE, plain);
    assertThat(drafts.read(IMAGE)).contains(plain);
  }

  @Test
  void aFileOfAnotherImageIsNoDraftOfThisOne() throws IOException {
    drafts.keep(IMAGE, DRAFT);
    replaceInFile("street/1.jpg", "street/2.jpg");
    assertThat(drafts.read(IMAGE)).isEmpty();
  }

  @Test
  void aFileWithImpossiblePlacesIsRefusedByName() throws IOException {
    drafts.keep(IMAGE, DRAFT);
    Path file = replaceInFile("\"x\" : 3,", "\"x\" : -3,");
    assertThatThrownBy(() -> drafts.read(IMAGE))
        .isInstanceOf(DataException.class)
        .hasMessageContaining(file.getFileName().toString());
  }

  private Path replaceInFile(String from, String to) throws IOException {
    try (var files = Files.list(project.folder().drafts())) {
      Path file = files.findFirst().orElseThrow();
      String before = Files.readString(file);
      assertThat(before).contains(from);
      Files.writeString(file, before.replace(from, to));
      return file;
    }
  }

  @Test
  void clicksAndSecondsAddUpAcrossDays() throws IOException {
    ClickTallies tallies = new ClickTallies(project);
    assertThat(tallies.read()).isEqualTo(ClickTally.NONE);

    tallies.keep(tallies.read().plus(3, 4.5));
    tallies.keep(tallies.read().plus(1, 1.5));
    ClickTally both = tallies.read();
    assertThat(both).isEqualTo(new ClickTally(2, 4, 6));
    assertThat(both.clicksEach()).isEqualTo(2);
    assertThat(both.secondsEach()).isEqualTo(3);
  }
}
