package org.maskwright.app.accept;

import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableValue;
import org.maskwright.app.keys.Command;
import org.maskwright.app.proposal.KnownModel;
import org.maskwright.app.proposal.Proposal;
import org.maskwright.app.proposal.Proposals;
import org.maskwright.app.session.OpenImage;
import org.maskwright.app.session.Painting;
import org.maskwright.app.session.ProjectSession;
import org.maskwright.app.task.Tasks;
import org.maskwright.app.task.Tasks.Outcome;
import org.maskwright.app.text.Texts;
import org.maskwright.app.tool.Bench;
import org.maskwright.app.tool.Taking;
import org.maskwright.app.tool.ToolBox;
import org.maskwright.app.tool.ToolKind;
import org.maskwright.data.proposal.ClassMap;
import org.maskwright.data.proposal.ClassMaps;
import org.maskwright.data.region.RegionChange;
import org.maskwright.data.task.Progress;

/** Takes the source's proposal into the mask on show: all of it, or one class. */
public final class AcceptViewModel {

  private final ProjectSession session;
  private final Painting painting;
  private final Proposals proposals;
  private final Bench bench;
  private final Around around;
  private final Set<String> asked = new HashSet<>();
  private final ObservableValue<Boolean> possible;
  private final ObservableValue<String> source;
  private final ObservableValue<String> className;

  /**
   * What is around it.
   *
   * @param tasks read and search away from the window
   * @param say tells a person something
   * @param failed tells what went wrong
   * @param ask lets a person decide what the classes of a model are
   */
  public record Around(
      Tasks tasks,
      Texts texts,
      ToolBox tools,
      Consumer<String> say,
      Consumer<Exception> failed,
      Consumer<ClassMapViewModel> ask) {}

  public AcceptViewModel(
      ProjectSession session, Painting painting, Proposals proposals, Bench bench, Around around) {
    this.session = session;
    this.painting = painting;
    this.proposals = proposals;
    this.bench = bench;
    this.around = around;
    possible =
        Bindings.createBooleanBinding(
            () -> proposals.proposalProperty().get().isPresent() && hasDocument(),
            proposals.proposalProperty(),
            session.currentProperty());
    source =
        Bindings.createStringBinding(
            this::source,
            proposals.proposalProperty(),
            proposals.sourceProperty(),
            proposals.stateProperty(),
            session.currentProperty(),
            around.texts().languageProperty());
    className =
        Bindings.createStringBinding(
            () -> painting.scheme().get(painting.activeClass()).name(),
            painting.activeClassProperty(),
            painting.schemeProperty());
    around
        .tools()
        .kindProperty()
        .addListener(
            (o, before, now) -> {
              if (now == ToolKind.ACCEPT_REGION) {
                onceMapped(() -> {});
              }
            });
  }

  /** True if it may also replace what a person painted. */
  public BooleanProperty overPeopleProperty() {
    return painting.acceptOverPeopleProperty();
  }

  /** True if there is something to take, and a mask to take it into. */
  public ObservableValue<Boolean> possibleProperty() {
    return possible;
  }

  private boolean hasDocument() {
    return session.currentProperty().get().flatMap(OpenImage::document).isPresent();
  }

  /** Which model and variant is taken from, or why nothing can be taken. */
  public ObservableValue<String> sourceProperty() {
    return source;
  }

  private String source() {
    Optional<Proposal> there = proposals.proposalProperty().get();
    if (there.isEmpty()) {
      return proposals.stateProperty().get().text(around.texts());
    }
    return hasDocument()
        ? around
            .texts()
            .get("accept.from", there.get().model().name(), proposals.sourceProperty().get())
        : around.texts().get("accept.locked");
  }

  /** The class that {@link Command#ACCEPT_CLASS} takes: the one that is painted with. */
  public ObservableValue<String> classProperty() {
    return className;
  }

  /**
   * Does what a key stands for here.
   *
   * @return false if the command is for somebody else
   */
  public boolean run(Command command) {
    switch (command) {
      case ACCEPT_ALL -> acceptAll();
      case ACCEPT_CLASS -> acceptClass();
      case MODEL_CLASSES -> decideClasses();
      default -> {
        return false;
      }
    }
    return true;
  }

  /** Takes all of the proposal. */
  public void acceptAll() {
    accept((taking, progress) -> taking.proposal().all(progress));
  }

  /** Takes the class that is painted with. */
  public void acceptClass() {
    int label = painting.activeClass();
    accept((taking, progress) -> taking.proposal().ofClass(label, 0, progress));
  }

  /** Finds what of a proposal is wanted. */
  private interface Part {
    RegionChange of(Taking taking, Progress progress);
  }

  private void accept(Part part) {
    if (bench.taking().isEmpty()) {
      around.say().accept(source());
      return;
    }
    onceMapped(
        () ->
            bench
                .taking()
                .ifPresent(
                    taking ->
                        bench.compute(
                            progress -> taking.allowed(part.of(taking, progress)),
                            change -> take(taking, change))));
  }

  private void take(Taking taking, RegionChange change) {
    if (change.count() == 0) {
      around.say().accept(around.texts().get("accept.nothing"));
    } else {
      bench.take(taking, change);
    }
  }

  /** Asks first if a person has never seen what the model's classes are here. */
  private void onceMapped(Runnable then) {
    Optional<KnownModel> model = proposals.modelProperty().get();
    if (model.isEmpty() || asked.contains(model.get().hash())) {
      then.run();
      return;
    }
    KnownModel known = model.get();
    around
        .tasks()
        .start(
            progress -> kept(known),
            new Outcome<>(
                kept -> {
                  asked.add(known.hash());
                  if (kept.isPresent()) {
                    then.run();
                  } else {
                    first(known, then);
                  }
                },
                around.failed()));
  }

  private Optional<ClassMap> kept(KnownModel model) throws IOException {
    return new ClassMaps(session.project()).read(model.hash(), model.classNames());
  }

  private void first(KnownModel model, Runnable then) {
    ClassMap guess = ClassMap.guess(model.hash(), model.classNames(), painting.scheme());
    ClassMapViewModel decision = decision(model, guess, then);
    if (guess.isOpen()) {
      around.ask().accept(decision);
    } else {
      // Every class has its namesake: nothing to ask.
      decision.save();
    }
  }

  private ClassMapViewModel decision(KnownModel model, ClassMap first, Runnable then) {
    return new ClassMapViewModel(
        session,
        model,
        first,
        around.texts(),
        map -> {
          proposals.useMap(map);
          then.run();
        });
  }

  /** Lets a person decide anew what the model's classes are. */
  public void decideClasses() {
    Optional<KnownModel> model = proposals.modelProperty().get();
    if (model.isEmpty()) {
      around.say().accept(source());
      return;
    }
    KnownModel known = model.get();
    around
        .tasks()
        .start(
            progress ->
                new ClassMaps(session.project()).readOrGuess(known.hash(), known.classNames()),
            new Outcome<>(
                map -> {
                  asked.add(known.hash());
                  around.ask().accept(decision(known, map, () -> {}));
                },
                around.failed()));
  }
}
