package org.maskwright.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be learned from is told in a sentence, and nothing is left behind. */
class BadTrainingInputTest {

  @TempDir Path folder;

  private Path model = Path.of("");

  @BeforeEach
  void writeModel() throws IOException {
    model = TinyFiles.model(folder.resolve("start.mwmodel"), "ground", "thing");
  }

  private CommandRun train(Path data, Object... more) {
    List<Object> arguments =
        new ArrayList<>(
            List.of(
                "train",
                "--model",
                model,
                "--data",
                data,
                "--out",
                folder.resolve("run"),
                "--epochs",
                "1",
                "--batch",
                "2",
                "--crop",
                "33"));
    arguments.addAll(Arrays.asList(more));
    return CommandRun.of(arguments.toArray());
  }

  private void assertRefused(CommandRun run, String... words) {
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains(words).doesNotContain("unexpected", "\tat ");
    assertThat(folder.resolve("run")).doesNotExist();
  }

  @Test
  void aLabelBeyondTheModelsClassesIsRefused() throws IOException {
    Path voc = TinyFiles.voc(folder.resolve("voc"), 4, 7);

    assertRefused(train(voc), ".png has the label 7", "only 2 classes");
  }

  @Test
  void aBadLabelInTheValidationAloneIsToldBeforeTheTraining() throws IOException {
    Path voc = TinyFiles.voc(folder.resolve("voc"), 4, 1);
    TinyFiles.voc(folder.resolve("other"), 1, 9);
    Files.copy(
        folder.resolve("other/SegmentationClass/image0.png"),
        voc.resolve("SegmentationClass/odd.png"));
    Files.write(voc.resolve("ImageSets/Segmentation/val.txt"), List.of("image1", "odd"));

    assertRefused(train(voc), "odd.png has the label 9");
  }

  @Test
  void aProjectsClassThatTheModelLacksIsRefused() throws IOException {
    Path project = TinyFiles.project(folder, 4);
    CommandRun.of("split", project, "--train", "0.5", "--val", "0.5", "--test", "0");
    model = TinyFiles.model(folder.resolve("start.mwmodel"), "ground", "tree", "sky");

    assertRefused(train(project), "shows the class \"thing\"", "models relabel");
  }

  @Test
  void classWeightsOfAnotherCountAreRefused() throws IOException {
    Path voc = TinyFiles.voc(folder.resolve("voc"), 4, 1);

    assertRefused(train(voc, "--weights", "1,2,3"), "class weights is 3", "2 numbers");
  }

  @Test
  void aProjectWithoutASplitSaysHowToDrawOne() throws IOException {
    assertRefused(train(TinyFiles.project(folder, 3)), "has no split", "maskwright split");
  }

  @Test
  void anEmptyListIsRefused() throws IOException {
    Path voc = TinyFiles.voc(folder.resolve("voc"), 4, 1);
    Files.write(voc.resolve("ImageSets/Segmentation/val.txt"), List.of());

    assertRefused(train(voc), "nothing to train on in the validation split");
  }

  @Test
  void aMissingListNamesThoseThereAre() throws IOException {
    Path voc = TinyFiles.voc(folder.resolve("voc"), 4, 1);

    assertRefused(train(voc, "--train", "trian"), "trian.txt", "There are train, val");
  }

  @Test
  void aFolderThatIsNoDataSetIsRefused() {
    assertRefused(train(folder.resolve("nowhere")), "no project and not in VOC's layout");
  }

  @Test
  void anImageThatWillNotDecodeIsSkippedCountedAndNamed() throws IOException {
    Path voc = TinyFiles.voc(folder.resolve("voc"), 6, 1);
    Files.write(voc.resolve("JPEGImages/image4.jpg"), new byte[] {1, 2, 3});

    CommandRun run = train(voc);

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.err()).contains("1 image of epoch 1 was skipped", "image4.jpg");
    assertThat(Files.readString(folder.resolve("run/metrics.jsonl"))).contains("image4.jpg");
  }

  @Test
  void aFolderThatHoldsATrainingIsNotOverwritten() throws IOException {
    Path voc = TinyFiles.voc(folder.resolve("voc"), 4, 1);
    assertThat(train(voc).code()).isZero();
    byte[] before = Files.readAllBytes(folder.resolve("run/checkpoint.bin"));

    CommandRun again = train(voc);

    assertThat(again.code()).isEqualTo(1);
    assertThat(again.err()).contains("holds a training already", "Resume it");
    assertThat(Files.readAllBytes(folder.resolve("run/checkpoint.bin"))).isEqualTo(before);
  }

  @Test
  void aFileOfWeightsThatIsNotThereIsNamed() {
    CommandRun run = CommandRun.of("models", "import", folder.resolve("nosuch"));

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("There is no file", "nosuch");
  }
}
