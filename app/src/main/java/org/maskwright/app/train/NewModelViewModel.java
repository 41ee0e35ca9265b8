package org.maskwright.app.train;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.maskwright.data.label.LabelClass;
import org.maskwright.protocol.client.Content;
import org.maskwright.protocol.wire.MakeModelRequest;

/** Makes a model of any network, of random weights or of a file, to begin a training with. */
public final class NewModelViewModel {

  private static final double MILLION = 1e6;
  private static final int FEWEST_CLASSES = 2;

  /** Longer names are no names of models. */
  private static final int MAX_NAME = 100;

  private final Around around;
  private final BooleanExpression occupied;
  private final Consumer<String> made;
  private final Activity activity;
  private final ObservableList<KnownNetwork> networks = FXCollections.observableArrayList();
  private final ObjectProperty<@Nullable KnownNetwork> network = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable String> fusion = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable String> upsampling = new SimpleObjectProperty<>();
  private final ReadOnlyObjectWrapper<Optional<Path>> weights =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  /** For how many classes the networks were listed; 0 before they were. */
  private int lookedFor;

  /**
   * For the classes of a project.
   *
   * @param occupied while something runs that a new model would break off
   * @param made hears the hash of each model that was made
   */
  NewModelViewModel(Around around, BooleanExpression occupied, Consumer<String> made) {
    this.around = around;
    this.occupied = occupied;
    this.made = made;
    activity = new Activity(around.texts());
    network.addListener((o, before, now) -> chosen(now));
  }

  /** Each network has ways of its own; the first one is the usual one. */
  private void chosen(@Nullable KnownNetwork now) {
    fusion.set(now == null ? null : usual(now.fusions()));
    upsampling.set(now == null ? null : usual(now.upsamplings()));
  }

  private static @Nullable String usual(List<String> ways) {
    return ways.isEmpty() ? null : ways.get(0);
  }

  public Activity activity() {
    return activity;
  }

  /** Whether a model can be made now. */
  public BooleanExpression mayMake() {
    return network.isNotNull().and(activity.busyProperty().not()).and(occupied.not());
  }

  /** The networks there are; empty until somebody looked. */
  public ObservableList<KnownNetwork> networks() {
    return networks;
  }

  public ObjectProperty<@Nullable KnownNetwork> networkProperty() {
    return network;
  }

  /** How finer scores join coarser ones; null where there is no choice. */
  public ObjectProperty<@Nullable String> fusionProperty() {
    return fusion;
  }

  /** How maps are enlarged on the way; null where there is no choice. */
  public ObjectProperty<@Nullable String> upsamplingProperty() {
    return upsampling;
  }

  /** The file of weights to begin with; none for random ones. */
  public ReadOnlyObjectProperty<Optional<Path>> weightsProperty() {
    return weights.getReadOnlyProperty();
  }

  /** What a person calls the weights. */
  public ObservableValue<String> weightsText() {
    return around
        .texts()
        .languageProperty()
        .flatMap(
            language ->
                weights.map(
                    file ->
                        file.map(path -> String.valueOf(path.getFileName()))
                            .orElseGet(() -> around.texts().get("train.weightsRandom"))));
  }

  /** A network in one line. */
  public String text(KnownNetwork one) {
    return around
        .texts()
        .get(
            "train.networkLine",
            one.trunk(),
            one.head(),
            String.join("/", one.variants()),
            one.parameters() / MILLION,
            one.field());
  }

  /** Asks which networks there are for the project's classes, unless that is known. */
  public void look() {
    int classes = classes().size();
    if (classes == lookedFor) {
      return;
    }
    if (classes < FEWEST_CLASSES) {
      activity.say(() -> around.texts().get("train.networkClasses"));
      return;
    }
    activity.begin();
    activity.runs(
        around
            .tasks()
            .start(
                progress -> around.workshop().networks(classes),
                activity.outcome(found -> listed(found, classes))));
  }

  private List<LabelClass> classes() {
    return around.session().schemeProperty().get().active();
  }

  private void listed(List<KnownNetwork> found, int classes) {
    lookedFor = classes;
    networks.setAll(found);
    network.set(found.isEmpty() ? null : found.get(0));
  }

  /** Lets a person choose a file of weights. */
  public void chooseWeights() {
    around
        .dialogs()
        .chooseFile(around.texts().get("train.chooseWeights"), Optional.empty())
        .ifPresent(file -> weights.set(Optional.of(file)));
  }

  /** Begins with random weights after all. */
  public void forgetWeights() {
    weights.set(Optional.empty());
  }

  /** Makes the model that was chosen. */
  public void make() {
    KnownNetwork wanted = network.get();
    if (wanted == null || !mayMake().get()) {
      return;
    }
    Optional<Path> file = weights.get();
    MakeModelRequest.Builder request = request(wanted, file);
    activity.begin();
    activity.runs(
        around
            .tasks()
            .start(
                progress -> {
                  if (file.isEmpty()) {
                    return around.workshop().make(request.build(), Optional.empty(), progress);
                  }
                  Content content = Content.of(file.get());
                  MakeModelRequest whole = request.setWeights(content.hash()).build();
                  return around.workshop().make(whole, Optional.of(content), progress);
                },
                activity.outcome(
                    hash -> {
                      String name = request.getName();
                      activity.say(() -> around.texts().get("train.made", name));
                      made.accept(hash);
                    })));
  }

  private MakeModelRequest.Builder request(KnownNetwork wanted, Optional<Path> file) {
    MakeModelRequest.Builder request =
        MakeModelRequest.newBuilder()
            .setName(name(wanted, file))
            .setTrunk(wanted.trunk())
            .setHead(wanted.head())
            .setFusion(word(fusion.get()))
            .setUpsampling(word(upsampling.get()));
    file.ifPresent(path -> request.setWeightsName(String.valueOf(path.getFileName())));
    for (LabelClass label : classes()) {
      request.addClassesBuilder().setName(label.name()).setRgb(label.displayRgb());
    }
    return request;
  }

  private static String word(@Nullable String chosen) {
    return chosen == null ? "" : chosen;
  }

  /** As the file is called, or else as the trunk. */
  private static String name(KnownNetwork wanted, Optional<Path> file) {
    String name =
        file.map(path -> String.valueOf(path.getFileName()).replaceFirst("\\.[^.]*$", ""))
            .filter(plain -> !plain.isBlank())
            .orElse(wanted.trunk());
    return name.substring(0, Math.min(MAX_NAME, name.length()));
  }

  void close() {
    activity.close();
  }
}
