package org.maskwright.data.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maskwright.data.project.Problems.assertProblem;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.maskwright.data.io.JsonFile;
import org.maskwright.data.io.JsonObject;

class ProjectMigrationTest {

  private final ProjectMigration toThree =
      new ProjectMigration(
          3,
          Map.of(
              1, json -> json.put("folder", json.remove("directory").textValue()),
              2, json -> json.put("folder", json.get("folder").textValue() + "/images")));

  @Test
  void anOldFileIsBroughtUpToDateVersionByVersion() throws IOException {
    JsonObject migrated = toThree.migrate(file("{\"schema\":1,\"directory\":\"photos\"}"));

    assertThat(migrated.node())
        .isEqualTo(file("{\"schema\":3,\"folder\":\"photos/images\"}").node());
  }

  @Test
  void theFileItselfStaysAsItIs() throws IOException {
    JsonObject old = file("{\"schema\":1,\"directory\":\"photos\"}");

    toThree.migrate(old);

    assertThat(old.node()).isEqualTo(file("{\"schema\":1,\"directory\":\"photos\"}").node());
  }

  @Test
  void aNewerFileIsRefused() {
    assertProblem(ProjectProblem.TOO_NEW, () -> toThree.migrate(file("{\"schema\":4}")));
  }

  @Test
  void aFileThatIsTooOldForAnyStepIsRefused() {
    ProjectMigration short_ = new ProjectMigration(3, Map.of(2, json -> {}));

    assertProblem(ProjectProblem.TOO_OLD, () -> short_.migrate(file("{\"schema\":1}")));
  }

  private static JsonObject file(String json) throws IOException {
    return JsonFile.parse(json.getBytes(StandardCharsets.UTF_8), "project.json");
  }
}
