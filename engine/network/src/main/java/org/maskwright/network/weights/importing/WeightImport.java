package org.maskwright.network.weights.importing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.problem.Problem;
import org.maskwright.data.task.Progress;
import org.maskwright.network.architecture.ArchitectureDescription;
import org.maskwright.network.architecture.BatchNorm;
import org.maskwright.network.architecture.Buildable;
import org.maskwright.network.architecture.FcnNetwork;
import org.maskwright.network.architecture.Head;
import org.maskwright.network.architecture.ParameterRole;
import org.maskwright.network.architecture.Preprocessing;
import org.maskwright.network.architecture.WorkingScale;
import org.maskwright.network.layer.ParameterSpec;
import org.maskwright.network.weights.InputStatement;
import org.maskwright.network.weights.Tensor;
import org.maskwright.network.weights.TensorFile;
import org.maskwright.network.weights.WeightsProblem;
import org.maskwright.network.weights.fitting.FitReport;
import org.maskwright.network.weights.fitting.Loading;
import org.maskwright.network.weights.fitting.Mismatch;
import org.maskwright.network.weights.fitting.Strictness;
import org.maskwright.network.weights.model.LoadedModel;
import org.maskwright.network.weights.model.ModelCard;
import org.maskwright.network.weights.model.ModelDescription;
import org.maskwright.network.weights.naming.ImportChoices;
import org.maskwright.network.weights.naming.Naming;
import org.maskwright.network.weights.naming.Namings;
import org.maskwright.network.weights.naming.Translation;
import org.maskwright.network.weights.surgery.FreshNorm;
import org.maskwright.network.weights.surgery.Pool5Everywhere;

/** Makes a model of a file of weights: whose naming, which network, which images, does it fit. */
public final class WeightImport {

  /** Background and one more, where nobody says what is to be scored. */
  private static final int FEWEST_CLASSES = 2;

  private static final List<String> HEADS = List.of("fc6.", "fc7.", "context.");

  private final ImportRequest request;
  private final String file;

  public WeightImport(ImportRequest request) {
    this.request = request;
    this.file = String.valueOf(request.file().getFileName());
  }

  /** The whole way; the caller closes the model. */
  public LoadedModel run(Progress progress) throws IOException {
    ModelCard.checkName(request.name());
    try (TensorFile tensors = TensorFiles.open(request.file())) {
      Naming naming = naming(tensors.tensors().keySet());
      Preprocessing preprocessing = preprocessing(tensors.metadata(), naming);
      Translation weights = translate(naming, tensors);
      ArchitectureDescription architecture = describe(naming, weights);
      Mismatch known = new Mismatch(weights.missing(), weights.extra(), weights.misshapen());
      Loading loading = new Loading(file, architecture, weights.tensors(), Strictness.TRUNK, known);
      ModelCard card = card(naming, tensors.metadata(), loading.report());
      LabelScheme labels = labels(naming, architecture.classes());
      ModelDescription description =
          new ModelDescription(architecture, preprocessing, WorkingScale.OWN, labels, card);
      FcnNetwork network = loading.load(progress);
      return new LoadedModel(description, network);
    }
  }

  private Translation translate(Naming naming, TensorFile tensors) throws IOException {
    if (request.batchNorm() == BatchNorm.FOLDED) {
      return naming.translate(tensors);
    }
    Optional<Translation> live = naming.translateLive(tensors);
    return live.isPresent() ? live.get() : naming.translate(tensors);
  }

  private Naming naming(Set<String> names) throws DataException {
    Optional<Naming> naming = Namings.of(names);
    if (naming.isEmpty()) {
      Optional<String> other = Namings.otherNetwork(names);
      if (other.isPresent()) {
        throw DataException.of(WeightsProblem.OTHER_NETWORK, file, other.get());
      }
      List<String> some = names.stream().limit(4).toList();
      throw DataException.of(
          WeightsProblem.NAMES_UNKNOWN, file, String.join(", ", some), Namings.titles());
    }
    return naming.get();
  }

  /** A person's word counts more than the file's, the file's more than what is usual. */
  private Preprocessing preprocessing(Map<String, String> metadata, Naming naming)
      throws DataException {
    String stated = request.input().orElse(metadata.get("input"));
    if (stated == null) {
      return naming.preprocessing();
    }
    Optional<Preprocessing> understood = InputStatement.parse(stated);
    if (understood.isEmpty()) {
      throw DataException.of(WeightsProblem.INPUT_UNKNOWN, file, stated);
    }
    return understood.get();
  }

  /** The names of what is scored: a person's, or the ones that such files usually score. */
  private LabelScheme labels(Naming naming, int classes) throws DataException {
    if (request.labels().isPresent()) {
      LabelScheme named = request.labels().get();
      if (named.size() != classes) {
        throw DataException.of(WeightsProblem.LABELS_COUNT, file, classes, named.size());
      }
      return named;
    }
    Optional<LabelScheme> usual = naming.labels().filter(l -> l.size() == classes);
    return usual.isPresent() ? usual.get() : numbered(classes);
  }

  private static LabelScheme numbered(int classes) throws DataException {
    List<String> names = new ArrayList<>(List.of("background"));
    for (int i = 1; i < classes; i++) {
      names.add("class " + i);
    }
    return LabelScheme.ofNames(names);
  }

  private ArchitectureDescription describe(Naming naming, Translation weights) throws IOException {
    int classes = request.labels().map(LabelScheme::size).orElse(FEWEST_CLASSES);
    try {
      ArchitectureDescription usual =
          naming.describe(weights, new ImportChoices(classes, request.headChannels()));
      ArchitectureDescription wanted = normalised(request.shape().apply(usual), naming);
      Buildable.check(wanted, file);
      if (!wanted.equals(usual)) {
        fitHead(weights, wanted);
      }
      return wanted;
    } catch (IllegalArgumentException e) {
      throw new DataException(
          Problem.of(WeightsProblem.OVER_LIMIT, file, "no such network can be built, " + e), e);
    }
  }

  /** Decoders can be normalised even where the file's network was not. */
  private ArchitectureDescription normalised(ArchitectureDescription network, Naming naming)
      throws DataException {
    if (request.batchNorm() == network.trunk().batchNorm()) {
      return network;
    }
    if (network.head().kind().form() != Head.Form.MIRRORED) {
      throw DataException.of(WeightsProblem.NO_LIVE_NORM, file, naming.title());
    }
    return network.withBatchNorm(request.batchNorm());
  }

  /** Begins the norms that the file lacks, and drops what the wanted head has no place for. */
  private static void fitHead(Translation weights, ArchitectureDescription wanted) {
    if (wanted.poolsEverywhere()) {
      renameScores(weights);
    }
    Set<String> places =
        FcnNetwork.parameterSpecs(wanted).stream()
            .map(ParameterSpec::name)
            .collect(Collectors.toSet());
    for (Tensor bias : List.copyOf(weights.tensors().values())) {
      String layer = bias.name().replaceAll("\\.bias$", "");
      if (!layer.equals(bias.name()) && places.contains(layer + ".norm.beta")) {
        weights.drop(bias.name());
        FreshNorm.of(layer, bias).forEach(weights::add);
      }
    }
    for (String name : List.copyOf(weights.tensors().keySet())) {
      boolean ofHead = HEADS.stream().anyMatch(name::startsWith);
      if (!places.contains(name) && (ofHead || ParameterRole.of(name) != ParameterRole.OTHER)) {
        weights.drop(name);
      }
    }
  }

  /** What was read from pool4 makes room before what takes its place. */
  private static void renameScores(Translation weights) {
    List<Tensor> all = List.copyOf(weights.tensors().values());
    all.stream()
        .filter(tensor -> Pool5Everywhere.name(tensor.name()).isEmpty())
        .forEach(tensor -> weights.drop(tensor.name()));
    for (Tensor tensor : all) {
      Pool5Everywhere.name(tensor.name())
          .filter(name -> !name.equals(tensor.name()))
          .ifPresent(name -> weights.drop(tensor.name()).add(tensor.renamed(name)));
    }
  }

  private ModelCard card(Naming naming, Map<String, String> metadata, FitReport report) {
    List<String> notes = new ArrayList<>();
    notes.add("Imported from " + file + " (" + naming.title() + ").");
    if (!report.thinned().isEmpty()) {
      notes.add("Channels thinned out evenly: " + String.join(", ", report.thinned()) + ".");
    }
    if (!report.fresh().isEmpty()) {
      notes.add(ModelCard.UNTRAINED + String.join(", ", report.fresh()) + ".");
    }
    return new ModelCard(
        request.name(),
        listed(metadata.get("source"), naming.title()),
        listed(metadata.get("licence"), "not stated by the file"),
        Map.of(),
        "",
        notes);
  }

  private static List<String> listed(@Nullable String stated, String or) {
    return List.of(stated == null ? or : stated.replaceAll("\\p{Cntrl}+", " "));
  }
}
