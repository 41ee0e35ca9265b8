package org.maskwright.app.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.app.project.ImageListViewModel.Choice;
import org.maskwright.app.session.Desktop;
import org.maskwright.app.task.SameThreadTasks;
import org.maskwright.app.text.Language;
import org.maskwright.app.text.Texts;
import org.maskwright.data.dataset.Grouping;
import org.maskwright.data.dataset.SplitRecipe;
import org.maskwright.data.dataset.SplitShares;
import org.maskwright.data.dataset.Splits;
import org.maskwright.data.image.ImageSettings;
import org.maskwright.data.image.Pixels;
import org.maskwright.data.label.Region;
import org.maskwright.data.project.ImageEntry;
import org.maskwright.data.project.ImageId;
import org.maskwright.data.project.ImageState;
import org.maskwright.data.project.RestOnDone;
import org.maskwright.data.task.Progress;

class ImageListViewModelTest {

  @TempDir Path folder;

  private final Texts texts = new Texts(Language.ENGLISH);
  private Desktop desktop;
  private ImageListViewModel model;

  @BeforeEach
  void open() throws IOException {
    desktop = Desktop.with(folder, 3);
    model = list();
  }

  private ImageListViewModel list() {
    Thumbnails.Source grey =
        new Thumbnails.Source() {
          @Override
          public ImageSettings settings(ImageId image) {
            return ImageSettings.DEFAULT;
          }

          @Override
          public Pixels make(ImageId image, ImageSettings settings, Progress progress) {
            return new Pixels(1, 1, new int[] {0xFF123456});
          }
        };
    SameThreadTasks tasks = new SameThreadTasks();
    return new ImageListViewModel(desktop.session(), new Thumbnails(tasks, grey), tasks, texts);
  }

  @Test
  void theCountIsReadAsAPersonWouldWriteIt() {
    show(1234);
    assertThat(model.countProperty().get()).isEqualTo("1,234 images");

    model.filterProperty().set("image7.");
    assertThat(model.countProperty().get()).isEqualTo("1 of 1,234 images");

    show(1);
    model.filterProperty().set("");
    assertThat(model.countProperty().get()).isEqualTo("1 image");
  }

  @Test
  void anEmptyListSaysWhetherThereIsNothingOrNothingFits() {
    model.filterProperty().set("nowhere");
    assertThat(model.noneText()).startsWith("No image matches");

    show(0);
    assertThat(model.noneText()).isEqualTo("No images in this project yet");
  }

  @Test
  void aLineHasAThumbnail() {
    List<Integer> colours = new ArrayList<>();

    model
        .thumbnail(model.shown().get(0), answer -> colours.add(answer.orElseThrow().argb(0, 0)))
        .cancel();

    assertThat(colours).containsExactly(0xFF123456);
  }

  @Test
  void aStateIsShownAsSoonAsItChangesAndTheListStandsStill() {
    model.sortProperty().set(ImageSort.STATE);

    desktop.session().milestones().done(RestOnDone.UNLABELLED);

    assertThat(names()).containsExactly("1.png", "2.png", "3.png");
    assertThat(model.stateText(model.shown().get(0))).isEqualTo("ready");
    assertThat(model.details(model.shown().get(0))).containsExactly("Kim");
  }

  @Test
  void whatIsDoneLeavesAListOfWhatIsNotOnceOneGoesOn() {
    choose(model.states(), "new");

    var milestones = desktop.session().milestones();
    desktop.session().step(1);
    desktop.session().step(-1);
    milestones.done(RestOnDone.UNLABELLED);
    desktop.session().step(1);
    choose(model.states(), "new");

    assertThat(names()).containsExactly("2.png", "3.png");
    assertThat(desktop.shown().id()).isEqualTo(desktop.image(2));
  }

  @Test
  void goingOnFollowsWhatIsShown() {
    model.filterProperty().set("3");

    desktop.session().step(1);

    assertThat(desktop.shown().id()).isEqualTo(desktop.image(3));
  }

  @Test
  void aClassNarrowsTheListToTheMasksThatShowIt() throws IOException {
    desktop.session().select(desktop.image(2));
    desktop.paint(new Region(0, 0, 2, 2));
    desktop.session().step(1);

    choose(model.classes(), "crack");
    assertThat(names()).containsExactly("2.png");
    assertThat(model.choosyProperty().get()).isTrue();

    model.clear();
    assertThat(names()).hasSize(3);
  }

  @Test
  void aSplitNarrowsTheList() throws IOException {
    new Splits(desktop.session().project())
        .draw(
            new SplitRecipe(
                SplitShares.of(0.5, 0.5, 0, 0), Grouping.of(Grouping.Rule.NONE, ""), 1, 0),
            Progress.NONE);
    model = list();

    choose(model.splits(), "train");

    assertThat(model.shown())
        .isNotEmpty()
        .allMatch(line -> model.details(line).get(0).equals("train"));
  }

  @Test
  void theScoreSortsWhatNeedsAnEyeFirst() {
    desktop.session().scoresProperty().set(Map.of(desktop.image(2), 0.25, desktop.image(3), 0.75));

    model.sortProperty().set(ImageSort.SCORE);

    assertThat(names()).containsExactly("3.png", "2.png", "1.png");
    assertThat(model.details(model.shown().get(0))).containsExactly("score 0.75");
  }

  @Test
  void whatWasWorkedOnLastComesFirst() {
    desktop.session().select(desktop.image(2));
    desktop.session().milestones().done(RestOnDone.UNLABELLED);

    model.sortProperty().set(ImageSort.DATE);

    assertThat(names()).startsWith("2.png");
  }

  @Test
  void aReturnedImageSaysWhy() {
    List<String> notes = new ArrayList<>();
    desktop.session().milestones().done(RestOnDone.UNLABELLED);
    desktop.session().milestones().giveBack(1, 1, "the edge");

    model.note(model.shown().get(0), notes::add).cancel();

    assertThat(model.shown().get(0).hasNote()).isTrue();
    assertThat(notes).containsExactly("the edge");
  }

  private List<String> names() {
    return model.shown().stream().map(ImageLine::name).toList();
  }

  private static void choose(List<Choice> choices, String text) {
    choices.stream()
        .filter(choice -> choice.text().equals(text))
        .findFirst()
        .orElseThrow()
        .choose()
        .run();
  }

  private void show(int images) {
    desktop
        .session()
        .entries()
        .setAll(
            IntStream.range(0, images)
                .mapToObj(i -> new ImageId("photos", "image" + i + ".png", 0))
                .map(id -> new ImageEntry(id, ImageState.UNTOUCHED, "", Instant.EPOCH, 1, 1))
                .toList());
  }
}
