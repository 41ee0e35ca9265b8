package org.maskwright.app.proposal;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.maskwright.app.proposal.ProposalState.Kind;
import org.maskwright.app.session.OpenImage;
import org.maskwright.app.session.ProjectSession;
import org.maskwright.app.task.RunningTask;
import org.maskwright.app.task.Tasks;
import org.maskwright.app.task.Tasks.Outcome;
import org.maskwright.data.dataset.Split;
import org.maskwright.data.dataset.Splits;
import org.maskwright.data.project.ImageId;
import org.maskwright.data.project.Project;
import org.maskwright.data.proposal.ClassMap;
import org.maskwright.data.proposal.ClassMaps;
import org.maskwright.data.task.Progress;

/**
 * Keeps at hand what one model proposes for the image on show. An answer about an image that was
 * left is cancelled, and dropped if it comes all the same.
 */
final class Proposer {

  private final ProjectSession session;
  private final Predictions predictions;
  private final Tasks tasks;
  private final ReadOnlyObjectWrapper<Optional<Proposal>> proposal =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<ProposalState> state =
      new ReadOnlyObjectWrapper<>(ProposalState.of(Kind.NOTHING));
  private Optional<Wanted> wanted = Optional.empty();
  private RunningTask running = () -> {};

  /** What is to be proposed. */
  private record Wanted(ImageId image, Question question) {}

  /** What came of it: nothing for an image of the hold-out. */
  private record Found(Optional<Proposal> proposal) {}

  Proposer(ProjectSession session, Predictions predictions, Tasks tasks) {
    this.session = session;
    this.predictions = predictions;
    this.tasks = tasks;
  }

  ReadOnlyObjectProperty<Optional<Proposal>> proposalProperty() {
    return proposal.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<ProposalState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** Wants this and nothing else; what is there or on its way already is not asked again. */
  void want(OpenImage image, Question question) {
    Wanted next = new Wanted(image.id(), question);
    boolean known = wanted.equals(Optional.of(next)) && state.get().kind() != Kind.FAILED;
    if (!known || isWaiting()) {
      drop();
      wanted = Optional.of(next);
      state.set(ProposalState.of(Kind.PREDICTING));
      running =
          tasks.start(
              progress -> find(image, question, progress),
              new Outcome<>(found -> arrived(next, found), reason -> failed(next, reason)));
    }
  }

  private boolean isWaiting() {
    Kind now = state.get().kind();
    return now != Kind.PREDICTING && now != Kind.READY && now != Kind.HOLD_OUT;
  }

  /** Wants nothing, for this reason. */
  void rest(ProposalState why) {
    drop();
    state.set(why);
  }

  private void drop() {
    running.cancel();
    wanted = Optional.empty();
    proposal.set(Optional.empty());
  }

  private Found find(OpenImage image, Question question, Progress progress) throws IOException {
    Project project = session.project();
    if (isHeldOut(project, image.id())) {
      return new Found(Optional.empty());
    }
    KnownModel model = question.model();
    ClassMap map = new ClassMaps(project).readOrGuess(model.hash(), model.classNames());
    progress.checkCancelled();
    ImagePrediction said = predictions.predict(question, image.pixels(), progress);
    return new Found(Optional.of(new Proposal(image.id(), model, map, said)));
  }

  static boolean isHeldOut(Project project, ImageId image) throws IOException {
    return new Splits(project)
        .current()
        .filter(splits -> splits.images().get(image) == Split.HOLDOUT)
        .isPresent();
  }

  private void arrived(Wanted asked, Found found) {
    if (wanted.equals(Optional.of(asked))) {
      proposal.set(found.proposal());
      state.set(ProposalState.of(found.proposal().isPresent() ? Kind.READY : Kind.HOLD_OUT));
    }
  }

  private void failed(Wanted asked, Exception reason) {
    if (wanted.equals(Optional.of(asked))) {
      state.set(ProposalState.failed(reason));
    }
  }

  /** Shows the classes of the model as these of the project from now on. */
  void useMap(ClassMap map) {
    proposal
        .get()
        .filter(shown -> shown.model().hash().equals(map.model()))
        .ifPresent(shown -> proposal.set(Optional.of(shown.withMap(map))));
  }

  /** Hears of every change. */
  void listen(Consumer<ProposalState> listener) {
    state.addListener((o, before, now) -> listener.accept(now));
  }
}
