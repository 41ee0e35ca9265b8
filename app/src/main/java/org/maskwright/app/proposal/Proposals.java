package org.maskwright.app.proposal;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.beans.value.WeakChangeListener;
import org.maskwright.app.engine.EngineStatus;
import org.maskwright.app.engine.EngineStatus.State;
import org.maskwright.app.proposal.ProposalState.Kind;
import org.maskwright.app.session.OpenImage;
import org.maskwright.app.session.ProjectSession;
import org.maskwright.app.task.Tasks;
import org.maskwright.app.task.Tasks.Outcome;
import org.maskwright.data.image.pyramid.ImageOpener;
import org.maskwright.data.label.ClassGuess;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.project.ImageId;
import org.maskwright.data.proposal.ClassMap;
import org.maskwright.data.proposal.ProposedMask;

/**
 * What models propose for the image on show, for everything that shows or takes it. One model is
 * asked for all of its variants, of which one is the <em>source</em>: what is accepted comes from
 * there. A second model can be looked at beside it. Nobody waits for the engine.
 */
public final class Proposals implements AutoCloseable {

  private final ProjectSession session;
  private final Predictions predictions;
  private final ObservableValue<EngineStatus> engine;
  private final Tasks tasks;
  private final Proposer main;
  private final Proposer beside;
  private final LookAhead ahead;
  private final ReadOnlyObjectWrapper<List<KnownModel>> models =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ObjectProperty<Optional<KnownModel>> model =
      new SimpleObjectProperty<>(Optional.empty());
  private final ObjectProperty<Optional<KnownModel>> other =
      new SimpleObjectProperty<>(Optional.empty());
  private final BooleanProperty fullResolution = new SimpleBooleanProperty();
  private final BooleanProperty refined = new SimpleBooleanProperty();
  private final ObjectProperty<String> source = new SimpleObjectProperty<>("8s");

  /** The engine outlives the project, and must not hold what listens here. */
  private final ChangeListener<EngineStatus> follow = (o, before, now) -> followEngine(before, now);

  private Optional<String> preferred = Optional.empty();
  private boolean listed;
  private boolean closed;

  /**
   * Proposals for a session's images.
   *
   * @param engine how it is now
   * @param images read those that are predicted ahead
   * @param tasks wait for the engine
   */
  public Proposals(
      ProjectSession session,
      Predictions predictions,
      ObservableValue<EngineStatus> engine,
      ImageOpener images,
      Tasks tasks) {
    this.session = session;
    this.predictions = predictions;
    this.engine = engine;
    this.tasks = tasks;
    main = new Proposer(session, predictions, tasks);
    beside = new Proposer(session, predictions, tasks);
    ahead = new LookAhead(session, predictions, images, tasks);
    session.currentProperty().addListener(o -> update());
    model.addListener(o -> chosen());
    other.addListener(o -> update());
    fullResolution.addListener(o -> forgetAnswers());
    refined.addListener(o -> forgetAnswers());
    main.listen(now -> heard(main, now));
    beside.listen(now -> heard(beside, now));
    main.listen(this::lookAhead);
    engine.addListener(new WeakChangeListener<>(follow));
    if (engine.getValue().isThere()) {
      refreshModels();
    }
    update();
  }

  /** The models that can be asked; empty until the engine was there. */
  public ReadOnlyObjectProperty<List<KnownModel>> modelsProperty() {
    return models.getReadOnlyProperty();
  }

  /** The model that is asked. */
  public ObjectProperty<Optional<KnownModel>> modelProperty() {
    return model;
  }

  /** Whether models look at images as large as they are, tile by tile, and not as they learned. */
  public BooleanProperty fullResolutionProperty() {
    return fullResolution;
  }

  /** Asks the model with this hash as soon as it is known, rather than the most fitting one. */
  public void prefer(Optional<String> hash) {
    preferred = hash;
  }

  /** A second model to look at; empty for none. */
  public ObjectProperty<Optional<KnownModel>> otherModelProperty() {
    return other;
  }

  /** Whether answers are drawn to the borders in the image. */
  public BooleanProperty refinedProperty() {
    return refined;
  }

  /** The variant that is overlaid, and accepted from: a label such as {@code 8s}. */
  public ObjectProperty<String> sourceProperty() {
    return source;
  }

  /** What the model is asked about each image; empty while there is no model. */
  public Optional<Question> question() {
    return model.get().map(this::question);
  }

  /** What a model is asked as long as a person wants to see answers as now. */
  public Question question(KnownModel asked) {
    return new Question(asked, fullResolution.get(), refined.get());
  }

  /** What the model proposes for the image on show; empty while there is nothing. */
  public ReadOnlyObjectProperty<Optional<Proposal>> proposalProperty() {
    return main.proposalProperty();
  }

  /** What the source proposes for the image on show, as classes of the project. */
  public Optional<ProposedMask> sourceMask() {
    Optional<ImageId> shown = session.currentProperty().get().map(OpenImage::id);
    return proposalProperty()
        .get()
        .filter(there -> shown.equals(Optional.of(there.image())))
        .flatMap(there -> there.mask(source.get(), session.schemeProperty().get()));
  }

  /** How a class of a model is shown: as the project's class that it is, or else as its own. */
  public int colour(Proposal of, int modelClass) {
    LabelScheme scheme = session.schemeProperty().get();
    int label = of.table(scheme)[modelClass] & 0xFF;
    return label < scheme.size()
        ? scheme.get(label).displayRgb()
        : of.model().classes().get(modelClass).rgb();
  }

  /** Why there is no proposal, if there is none. */
  public ReadOnlyObjectProperty<ProposalState> stateProperty() {
    return main.stateProperty();
  }

  /** What the second model proposes. */
  public ReadOnlyObjectProperty<Optional<Proposal>> otherProposalProperty() {
    return beside.proposalProperty();
  }

  public ReadOnlyObjectProperty<ProposalState> otherStateProperty() {
    return beside.stateProperty();
  }

  /** A person decided what the classes of a model are; it has been written already. */
  public void useMap(ClassMap map) {
    main.useMap(map);
    beside.useMap(map);
  }

  /** Looks which models there are now, after one was imported or trained. */
  public void refreshModels() {
    tasks.start(progress -> predictions.models(), new Outcome<>(this::listed, reason -> update()));
  }

  private void listed(List<KnownModel> found) {
    if (closed) {
      return;
    }
    listed = true;
    models.set(found);
    model.set(
        named(found, model.get().map(KnownModel::hash))
            .or(() -> named(found, preferred))
            .or(() -> mostFitting(found)));
    other.set(named(found, other.get().map(KnownModel::hash)));
    update();
  }

  private static Optional<KnownModel> named(List<KnownModel> of, Optional<String> hash) {
    return of.stream().filter(one -> hash.equals(Optional.of(one.hash()))).findFirst();
  }

  /** The one that knows most of the project's classes, the first of several. */
  private Optional<KnownModel> mostFitting(List<KnownModel> of) {
    LabelScheme scheme = session.schemeProperty().get();
    Comparator<KnownModel> byKnownClasses =
        Comparator.comparingLong(
            one ->
                one.classNames().stream()
                    .filter(name -> ClassGuess.of(name, scheme).isPresent())
                    .count());
    return of.stream().sorted(byKnownClasses.reversed()).findFirst();
  }

  /** A source that the model does not have would show nothing. */
  private void chosen() {
    model
        .get()
        .filter(now -> !now.variants().contains(source.get()))
        .ifPresent(now -> source.set(now.finest()));
    forgetAnswers();
  }

  /** Whatever was said, something else is asked now. */
  private void forgetAnswers() {
    ahead.forget();
    update();
  }

  private void followEngine(EngineStatus before, EngineStatus now) {
    if (now.isThere() && !before.isThere()) {
      refreshModels();
    }
    // Busy or not, it is there; asking anew for what failed would make it busy without end.
    if (!(now.isThere() && before.isThere())) {
      update();
    }
  }

  private void update() {
    if (closed) {
      return;
    }
    Optional<OpenImage> image = session.currentProperty().get();
    ahead.pause();
    want(main, image, model.get());
    want(beside, image, other.get());
    lookAhead(main.stateProperty().get());
  }

  private void want(Proposer proposer, Optional<OpenImage> image, Optional<KnownModel> asked) {
    if (image.isEmpty()) {
      proposer.rest(ProposalState.of(Kind.NOTHING));
    } else if (asked.isPresent()) {
      proposer.want(image.get(), question(asked.get()));
    } else {
      proposer.rest(missing());
    }
  }

  /** What failed because the engine is away is asked again when it is there. */
  private void heard(Proposer proposer, ProposalState now) {
    if (now.kind() == Kind.FAILED && !engine.getValue().isThere()) {
      proposer.rest(missing());
    }
  }

  private ProposalState missing() {
    if (engine.getValue().state() == State.LOST) {
      return ProposalState.lost(engine.getValue().problem());
    }
    boolean asked = listed && engine.getValue().isThere();
    return ProposalState.of(asked ? Kind.NO_MODEL : Kind.ENGINE_STARTING);
  }

  private void lookAhead(ProposalState now) {
    boolean idle = now.kind() == Kind.READY || now.kind() == Kind.HOLD_OUT;
    if (idle && !closed && engine.getValue().isThere()) {
      question().ifPresent(ahead::go);
    } else {
      ahead.pause();
    }
  }

  /** Wants nothing any more. */
  @Override
  public void close() {
    closed = true;
    ahead.pause();
    main.rest(ProposalState.of(Kind.NOTHING));
    beside.rest(ProposalState.of(Kind.NOTHING));
  }
}
