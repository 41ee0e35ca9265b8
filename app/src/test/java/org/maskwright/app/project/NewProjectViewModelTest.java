package org.maskwright.app.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.app.dialog.Answers;
import org.maskwright.app.session.Desktop;
import org.maskwright.app.task.SameThreadTasks;
import org.maskwright.app.text.Language;
import org.maskwright.app.text.Texts;
import org.maskwright.data.label.LabelClass;
import org.maskwright.data.project.Workplace;

class NewProjectViewModelTest {

  @TempDir Path folder;

  private final Answers answers = Answers.nobody();
  private final List<NewProject.Made> made = new ArrayList<>();
  private Path photos;

  @BeforeEach
  void layOut() throws IOException {
    Desktop.with(folder, 2);
    photos = folder.resolve("photos");
  }

  @AfterEach
  void close() throws IOException {
    for (NewProject.Made project : made) {
      project.project().close();
    }
  }

  private NewProjectViewModel form() {
    var around =
        new NewProjectViewModel.Surroundings(
            Workplace.current(), new SameThreadTasks(), answers, new Texts(Language.ENGLISH));
    return new NewProjectViewModel(new Arrival.Photos(photos, Optional.empty()), around, made::add);
  }

  @Test
  void thePhotosAreCountedAndTheProjectIsProposedBesideThem() throws IOException {
    Files.writeString(photos.resolve("broken.png"), "no image");
    Files.createDirectories(folder.resolve("photos masks"));

    NewProjectViewModel form = form();

    assertThat(form.foundProperty().get()).isEqualTo("Photos: 2 · unreadable: 1");
    assertThat(form.homeProperty().get()).isEqualTo(folder.resolve("photos masks 2").toString());
  }

  @Test
  void theClassesAreThoseThatWereTyped() {
    NewProjectViewModel form = form();
    form.classesProperty().set("crack, joint\n; 균열");

    form.create();

    assertThat(classes()).containsExactly("background", "crack", "joint", "균열");
  }

  @Test
  void aListMayNameItsBackgroundItself() {
    NewProjectViewModel form = form();
    form.classesProperty().set("Background, crack");

    form.create();

    assertThat(classes()).containsExactly("Background", "crack");
  }

  @Test
  void classesAreReadFromALabelMap() throws IOException {
    Path list = folder.resolve("labelmap.txt");
    Files.writeString(list, "# label:color_rgb\nbackground:0,0,0::\nroad:128,64,128::\n");
    answers.choosing(list);
    NewProjectViewModel form = form();

    form.readClasses();

    assertThat(form.classesProperty().get()).isEqualTo("background\nroad");
  }

  @Test
  void classesAreTakenFromAModelWithoutReadingWhatItLearnt() throws IOException {
    String labels = "{\"format\":1,\"labels\":[{\"name\":\"background\"},{\"name\":\"cat\"}]}";
    String header = "{\"__metadata__\":{\"maskwright\":\"" + labels.replace("\"", "\\\"") + "\"}}";
    byte[] json = header.getBytes(StandardCharsets.UTF_8);
    ByteBuffer file = ByteBuffer.allocate(Long.BYTES + json.length).order(ByteOrder.LITTLE_ENDIAN);
    file.putLong(json.length).put(json);
    answers.choosing(Files.write(folder.resolve("cats.mwmodel"), file.array()));
    NewProjectViewModel form = form();

    form.readClasses();

    assertThat(form.classesProperty().get()).isEqualTo("background\ncat");
  }

  @Test
  void aFileThatClaimsTooMuchIsNoModel() throws IOException {
    byte[] file = ByteBuffer.allocate(Long.BYTES).putLong(-1).array();
    answers.choosing(Files.write(folder.resolve("huge.mwmodel"), file));
    NewProjectViewModel form = form();

    form.readClasses();

    assertThat(form.errorProperty().get().orElseThrow()).contains("no model of Maskwright");
    assertThat(form.classesProperty().get()).isEmpty();
  }

  @Test
  void aNameThatIsThereTwiceIsSaidWhereItWasTyped() {
    NewProjectViewModel form = form();
    form.classesProperty().set("crack, crack");

    form.create();

    assertThat(form.errorProperty().get()).isPresent();
    assertThat(form.busyProperty().get()).isFalse();
    assertThat(made).isEmpty();
  }

  private List<String> classes() {
    return made.get(0).project().scheme().active().stream().map(LabelClass::name).toList();
  }
}
