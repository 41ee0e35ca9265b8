package org.maskwright.data.promotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.data.io.Sha256;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.project.ImageRoot;
import org.maskwright.data.project.Project;
import org.maskwright.data.project.Workplace;
import org.maskwright.data.promotion.Decision.Kind;
import org.maskwright.data.promotion.Decision.Means;

/** A project has one model in force, and remembers how it came to that. */
class PromotionsTest {

  private static final String START = "ab".repeat(32);

  @TempDir private Path folder;

  private Project project;
  private Promotions promotions;

  @BeforeEach
  void create() throws IOException {
    Path photos = Files.createDirectories(folder.resolve("photos"));
    project =
        Project.create(
            folder.resolve("project"),
            LabelScheme.ofNames(List.of("ground", "crack")),
            List.of(new ImageRoot("photos", photos)),
            Workplace.current());
    promotions = new Promotions(project);
  }

  @AfterEach
  void close() throws IOException {
    project.close();
  }

  private String bring(String content) throws IOException {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    String hash = Sha256.of(bytes);
    Files.createDirectories(project.folder().models());
    Files.write(promotions.file(hash), bytes);
    return hash;
  }

  private static Decision decision(Kind kind, String model, String before) {
    return new Decision(
        kind,
        model,
        "cracks",
        before,
        Instant.parse("2026-11-20T10:00:00Z"),
        "somebody",
        "cd".repeat(32),
        3,
        Map.of("8s", new Means(0.5, 0.625)));
  }

  @Test
  void projectBeginsWithoutAModelOfItsOwn() throws IOException {
    assertThat(promotions.current()).isEmpty();
    assertThat(promotions.history()).isEmpty();
  }

  @Test
  void whatWasDecidedIsThereWhenTheProjectIsOpenedAgain() throws IOException {
    String model = bring("one");
    Decision rejected = decision(Kind.REJECTED, "ef".repeat(32), START);
    Decision promoted = decision(Kind.PROMOTED, model, START);
    promotions.decide(rejected);
    promotions.decide(promoted);
    Path home = project.folder().home();
    project.close();
    project = Project.open(home, Workplace.current());
    promotions = new Promotions(project);
    assertThat(promotions.history()).containsExactly(rejected, promoted);
    assertThat(promotions.current()).contains(promoted);
  }

  @Test
  void rollingBackLeadsThroughThePromotionsToNone() throws IOException {
    String one = bring("one");
    String two = bring("two");
    Decision first = decision(Kind.PROMOTED, one, START);
    promotions.decide(first);
    promotions.decide(decision(Kind.PROMOTED, two, one));
    assertThat(promotions.rollBack()).contains(first);
    assertThat(promotions.current()).contains(first);
    assertThat(promotions.rollBack()).isEmpty();
    assertThat(promotions.history()).hasSize(4);
    assertThat(promotions.history().get(3).model()).isEqualTo(START);
    assertThatThrownBy(() -> promotions.rollBack())
        .isInstanceOf(DataException.class)
        .hasMessageContaining("none to go back to");
  }

  @Test
  void modelThatIsNotThereIsNotPromoted() {
    assertThatThrownBy(() -> promotions.decide(decision(Kind.PROMOTED, START, START)))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("is not there");
  }

  @Test
  void modelThatWasTamperedWithIsNotPromoted() throws IOException {
    String model = bring("one");
    Files.writeString(promotions.file(model), "another");
    assertThatThrownBy(() -> promotions.decide(decision(Kind.PROMOTED, model, START)))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("is not the model");
    assertThat(promotions.history()).isEmpty();
  }

  @Test
  void modelThatIsGoneCannotBeGoneBackTo() throws IOException {
    String one = bring("one");
    promotions.decide(decision(Kind.PROMOTED, one, START));
    promotions.decide(decision(Kind.PROMOTED, bring("two"), one));
    Files.delete(promotions.file(one));
    assertThatThrownBy(() -> promotions.rollBack())
        .isInstanceOf(DataException.class)
        .hasMessageContaining("Fetch the model again");
    assertThat(promotions.history()).hasSize(2);
  }

  @Test
  void fileOfAStrangerIsReadAsHostile() throws IOException {
    Files.writeString(
        project.folder().decisions(),
        "{\"schema\": 1, \"decisions\": [{\"decision\": \"crowned\", \"means\": []}]}");
    assertThatThrownBy(() -> promotions.history())
        .isInstanceOf(DataException.class)
        .hasMessageContaining("decision");
  }
}
