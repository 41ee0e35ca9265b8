package org.maskwright.data.promotion;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.maskwright.data.io.JsonFile;
import org.maskwright.data.io.Sha256;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.project.Project;
import org.maskwright.data.project.Workplace;
import org.maskwright.data.promotion.Decision.Kind;

/**
 * The models that a project was given, one after the other: a file that is replaced whole, so that
 * a project always has exactly one model in force. Nothing is ever taken out of the history.
 */
public final class Promotions {

  static final long MAX_BYTES = 8L << 20;

  private static final String MODEL = ".mwmodel";

  private final Project project;

  public Promotions(Project project) {
    this.project = project;
  }

  /** All decisions, the oldest first. */
  public List<Decision> history() throws IOException {
    Path file = project.folder().decisions();
    return project.workplace().disk().exists(file)
        ? DecisionJson.read(JsonFile.read(project.workplace().disk(), file, MAX_BYTES))
        : List.of();
  }

  /** The promotion in force; empty if the project works with no model of its own. */
  public Optional<Decision> current() throws IOException {
    return Optional.ofNullable(inForce(history()).peek());
  }

  /** Promotions that were not taken back, the last one first. */
  private static Deque<Decision> inForce(List<Decision> history) {
    Deque<Decision> stack = new ArrayDeque<>();
    for (Decision decision : history) {
      if (decision.kind() == Kind.PROMOTED) {
        stack.push(decision);
      } else if (decision.kind() == Kind.ROLLED_BACK) {
        stack.poll();
      }
    }
    return stack;
  }

  /** Where the project keeps a model. */
  public Path file(String hash) {
    if (!Sha256.isName(hash)) {
      throw new IllegalArgumentException("no name of a model: " + hash);
    }
    return project.folder().models().resolve(hash + MODEL);
  }

  /** A project that comes with a model works with it from the start; nothing was before it. */
  public void beginWith(String hash, String name) throws IOException {
    Workplace workplace = project.workplace();
    Instant now = workplace.clock().instant();
    String author = workplace.author();
    decide(new Decision(Kind.PROMOTED, hash, name, hash, now, author, "", 0, Map.of()));
  }

  /** Takes note of a decision; a model that is promoted has to be with the project already. */
  public void decide(Decision decision) throws IOException {
    project.checkWritable();
    if (decision.kind() == Kind.PROMOTED) {
      checkThere(file(decision.model()), decision.model());
    }
    List<Decision> all = new ArrayList<>(history());
    all.add(decision);
    JsonFile.write(
        project.workplace().disk(), project.folder().decisions(), DecisionJson.write(all));
  }

  private void checkThere(Path file, String hash) throws IOException {
    if (!project.workplace().disk().exists(file)) {
      throw DataException.of(PromotionProblem.MODEL_MISSING, file);
    }
    if (!Sha256.of(file).equals(hash)) {
      throw DataException.of(PromotionProblem.MODEL_CHANGED, file);
    }
  }

  /**
   * Takes the last promotion back.
   *
   * @return the promotion that is in force now; empty if none is
   */
  public Optional<Decision> rollBack() throws IOException {
    Deque<Decision> stack = inForce(history());
    Decision left = stack.poll();
    if (left == null) {
      throw DataException.of(PromotionProblem.NOTHING_BEFORE, project.folder().home());
    }
    Optional<Decision> now = Optional.ofNullable(stack.peek());
    if (now.isPresent()) {
      checkThere(file(now.get().model()), now.get().model());
    }
    decide(
        new Decision(
            Kind.ROLLED_BACK,
            now.map(Decision::model).orElse(left.before()),
            now.map(Decision::name).orElse(""),
            left.model(),
            project.workplace().clock().instant(),
            project.workplace().author(),
            "",
            0,
            Map.of()));
    return now;
  }
}
