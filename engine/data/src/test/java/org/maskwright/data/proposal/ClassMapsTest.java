package org.maskwright.data.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.data.io.JsonProblem;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.problem.ProblemCode;
import org.maskwright.data.project.Project;
import org.maskwright.data.project.ProjectProblem;
import org.maskwright.data.proposal.ClassMap.Use;
import org.maskwright.testing.Mutations;

class ClassMapsTest {

  private static final List<String> CLASSES = List.of("background", "cat", "cow");

  @TempDir Path folder;
  private Project project;
  private ClassMaps maps;
  private ClassMap map;

  @BeforeEach
  void open() throws IOException {
    project = Home.create(folder, List.of("background", "cat"));
    maps = new ClassMaps(project);
    map = ClassMap.guess(Home.MODEL, CLASSES, project.scheme());
  }

  @AfterEach
  void close() throws IOException {
    project.close();
  }

  private Path file() {
    return project.folder().classMaps().resolve(Home.MODEL + ".json");
  }

  private void assertRefused(ProblemCode code, String damaged) throws IOException {
    Files.writeString(file(), damaged);
    assertThatThrownBy(() -> maps.read(Home.MODEL, CLASSES))
        .isInstanceOfSatisfying(
            DataException.class, e -> assertThat(e.problem().code()).isEqualTo(code));
  }

  @Test
  void aMapThatNobodyHasSeenIsGuessed() throws IOException {
    assertThat(maps.read(Home.MODEL, CLASSES)).isEmpty();
    assertThat(maps.readOrGuess(Home.MODEL, CLASSES)).isEqualTo(map);
  }

  @Test
  void aMapThatWasSeenIsKept() throws IOException {
    ClassMap decided = map.with(2, Use.IGNORED);

    maps.keep(decided);

    assertThat(new ClassMaps(project).readOrGuess(Home.MODEL, CLASSES)).isEqualTo(decided);
  }

  @Test
  void keepingGivesTheProjectWhatIsAdded() throws IOException {
    maps.keep(map.with(2, Use.ADDED));

    assertThat(project.scheme().byName("cow")).isPresent();
    assertThat(maps.readOrGuess(Home.MODEL, CLASSES)).isEqualTo(map.into(2, 2));
  }

  @Test
  void aReadOnlyProjectKeepsNoMap() throws IOException {
    try (Project seen = Project.openReadOnly(project.folder().home(), Home.workplace(folder))) {
      assertThatThrownBy(() -> new ClassMaps(seen).keep(map))
          .isInstanceOfSatisfying(
              DataException.class,
              e -> assertThat(e.problem().code()).isEqualTo(ProjectProblem.READ_ONLY));
    }
  }

  @Test
  void aFileForAnotherModelIsRefused() throws IOException {
    maps.keep(map);
    assertRefused(
        ProposalProblem.OTHER_MODEL, Files.readString(file()).replace(Home.MODEL, "0".repeat(64)));
  }

  @Test
  void aFileWithOtherClassesIsRefused() throws IOException {
    maps.keep(map);
    assertRefused(
        ProposalProblem.OTHER_CLASSES, Files.readString(file()).replace("\"cow\"", "\"horse\""));
  }

  @Test
  void aFileThatLeadsOutOfTheProjectsClassesIsRefused() throws IOException {
    maps.keep(map);
    String kept = Files.readString(file());
    assertRefused(ProposalProblem.UNKNOWN_CLASS, kept.replace("\"index\" : 1", "\"index\" : 2"));
    assertRefused(JsonProblem.UNEXPECTED, kept.replace("\"index\" : 1", "\"index\" : 300"));
    assertRefused(JsonProblem.UNEXPECTED, kept.replace("\"class\"", "\"added\""));
  }

  @Test
  void damagedFilesGiveAMapOrATypedError() throws IOException {
    maps.keep(map);
    Mutations.survives(
        Files.readAllBytes(file()),
        1000,
        damaged -> {
          Files.write(file(), damaged);
          maps.read(Home.MODEL, CLASSES);
        });
  }
}
