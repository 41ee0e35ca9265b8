package org.maskwright.data.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.data.io.RealDisk;

class ProjectFileTest {

  /** To a version after ours. */
  private static final ProjectMigration TO_TWO =
      new ProjectMigration(2, Map.of(1, json -> json.put("since", 2)));

  @TempDir Path folder;
  private Path home;
  private ProjectFile file;
  private String old = "";

  @BeforeEach
  void writeOldFile() throws IOException {
    ProjectFixture fixture = new ProjectFixture(folder);
    fixture.create().close();
    home = fixture.home;
    old = Files.readString(home.resolve("project.json"));
    file = open();
  }

  private ProjectFile open() {
    return new ProjectFile(RealDisk.INSTANCE, new ProjectFolder(home), TO_TWO);
  }

  @Test
  void readingAnOldFileWritesNothing() throws IOException {
    file.read();

    assertThat(projectFiles()).containsExactly("project.json");
    assertThat(home.resolve("project.json")).hasContent(old);
  }

  @Test
  void anOldFileIsKeptBesideTheNewOne() throws IOException {
    file.write(file.read());

    assertThat(projectFiles()).containsExactly("project.json", "project.v1.json");
    assertThat(home.resolve("project.v1.json")).hasContent(old);
    assertThat(home.resolve("project.json")).content().contains("\"schema\" : 2");
  }

  @Test
  void onlyTheFirstChangeKeepsACopy() throws IOException {
    file.write(file.read());
    ProjectFile again = open();
    ProjectContent content = again.read();
    again.write(content);
    again.write(content);

    assertThat(projectFiles()).containsExactly("project.json", "project.v1.json");
    assertThat(home.resolve("project.v1.json")).hasContent(old);
  }

  @Test
  void aCopyFromAnEarlierTimeStaysToo() throws IOException {
    Files.writeString(home.resolve("project.v1.json"), "earlier");

    file.write(file.read());

    assertThat(home.resolve("project.v1.json")).hasContent("earlier");
    assertThat(home.resolve("project.v1.2.json")).hasContent(old);
  }

  private List<String> projectFiles() throws IOException {
    try (Stream<Path> files = Files.list(home)) {
      return files
          .map(path -> String.valueOf(path.getFileName()))
          .filter(name -> name.startsWith("project."))
          .sorted()
          .toList();
    }
  }
}
