package org.maskwright.network.weights.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.program.UserFolders;

class ModelLibraryTest {

  @TempDir Path folder;

  private ModelLibrary library;

  @BeforeEach
  void makeLibrary() {
    library =
        new ModelLibrary(
            Map.of(
                ModelPlace.USER, folder.resolve("user"),
                ModelPlace.PROJECT, folder.resolve("project"),
                ModelPlace.BUILT_IN, folder.resolve("built-in")));
  }

  @Test
  void foldersThatAreNotThereAreEmpty() throws IOException {
    assertThat(library.list()).isEmpty();
  }

  @Test
  void theDefaultModelComesWithTheProgram() throws IOException {
    UserFolders user =
        new UserFolders(folder.resolve("data"), folder.resolve("cache"), folder.resolve("logs"));

    Path file = ModelLibrary.of(user, Optional.empty()).find("default");

    ContentHash.verify(file);
    assertThat(Files.size(file)).isLessThan(15_000_000);
    try (ModelFile model = ModelFile.open(file)) {
      ModelCard card = model.description().card();
      assertThat(model.description().labels().size()).isEqualTo(21);
      assertThat(model.description().architecture().variants()).hasSize(3);
      assertThat(card.licences()).containsExactly("Apache-2.0");
      assertThat(card.measures().get("8s"))
          .hasEntrySatisfying("meanIu", value -> assertThat(value).isGreaterThan(0.75));
    }
  }

  @Test
  void modelsAreListedPlaceByPlaceAndByName() throws IOException {
    save(ModelPlace.BUILT_IN, "alpha");
    save(ModelPlace.USER, "zeta");
    save(ModelPlace.USER, "beta");
    save(ModelPlace.PROJECT, "gamma");

    assertThat(library.list())
        .extracting(LibraryEntry::place, LibraryEntry::name)
        .containsExactly(
            tuple(ModelPlace.PROJECT, "gamma"),
            tuple(ModelPlace.USER, "beta"),
            tuple(ModelPlace.USER, "zeta"),
            tuple(ModelPlace.BUILT_IN, "alpha"));
  }

  @Test
  void aProjectsModelHidesTheUsersOfThatName() throws IOException {
    save(ModelPlace.USER, "same");
    Path mine = save(ModelPlace.PROJECT, "SAME");

    assertThat(library.find("same")).isEqualTo(mine);
  }

  @Test
  void theBeginningOfAHashIsEnough() throws IOException {
    Path file = save(ModelPlace.USER, "m");

    assertThat(library.find(ContentHash.stated(file).substring(0, 8))).isEqualTo(file);
  }

  @Test
  void anUnreadableFileIsListedWithTheReason() throws IOException {
    Files.createDirectories(folder.resolve("user"));
    Files.writeString(folder.resolve("user/bad.mwmodel"), "not a model at all");

    assertThat(library.list())
        .singleElement()
        .satisfies(entry -> assertThat(entry.problem()).isPresent())
        .satisfies(entry -> assertThat(entry.name()).isEqualTo("bad"));
  }

  @Test
  void unfinishedAndForeignFilesAreNotListed() throws IOException {
    Files.createDirectories(folder.resolve("user"));
    Files.writeString(folder.resolve("user/.x.mwmodel.part"), "");
    Files.writeString(folder.resolve("user/readme.txt"), "");

    assertThat(library.list()).isEmpty();
  }

  @Test
  void aModelThatIsNowhereIsNamed() {
    assertThatThrownBy(() -> library.find("nobody"))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("\"nobody\"");
  }

  private Path save(ModelPlace place, String name) throws IOException {
    return ModelFileTest.saved(library.folder(place), name, Precision.HALF);
  }
}
