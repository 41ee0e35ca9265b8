package org.maskwright.network.weights.model;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.problem.Problem;
import org.maskwright.data.task.Progress;
import org.maskwright.network.architecture.ArchitectureDescription;
import org.maskwright.network.weights.Opened;
import org.maskwright.network.weights.Tensor;
import org.maskwright.network.weights.TensorFile;
import org.maskwright.network.weights.WeightsProblem;
import org.maskwright.network.weights.fitting.Loading;
import org.maskwright.network.weights.fitting.Mismatch;
import org.maskwright.network.weights.fitting.Strictness;
import org.maskwright.network.weights.safetensors.SafetensorsFile;
import org.maskwright.network.weights.surgery.ClassSurgery;

/**
 * An open {@code .mwmodel}. It is a safetensors file whose metadata has our description of it, so
 * that any tool that knows safetensors can look at the weights.
 */
public final class ModelFile implements Closeable {

  public static final String EXTENSION = ".mwmodel";

  /** The entry of the metadata that holds the description. */
  static final String DESCRIPTION = "maskwright";

  /** What names of an optimiser's arrays begin with; parameters have no slash. */
  static final String STATE_PREFIX = "state/";

  private final TensorFile file;
  private final ModelDescription description;
  private final Map<String, Tensor> parameters = new LinkedHashMap<>();
  private final Map<String, Tensor> state = new LinkedHashMap<>();

  private ModelFile(TensorFile file) throws IOException {
    this.file = file;
    this.description =
        DescriptionJson.read(fileName(file.path()), file.metadata().get(DESCRIPTION));
    for (Tensor tensor : file.tensors().values()) {
      if (tensor.name().startsWith(STATE_PREFIX)) {
        String name = tensor.name().substring(STATE_PREFIX.length());
        state.put(name, tensor.renamed(name));
      } else {
        parameters.put(tensor.name(), tensor);
      }
    }
  }

  public static ModelFile open(Path path) throws IOException {
    return Opened.read(SafetensorsFile.open(path), ModelFile::new);
  }

  /** Opens, loads and closes the file; the caller closes the model. */
  public static LoadedModel load(Path path, Progress progress) throws IOException {
    try (ModelFile file = open(path)) {
      return file.load(progress);
    }
  }

  public ModelDescription description() {
    return description;
  }

  /** Its weights, still in the file. */
  public Map<String, Tensor> parameters() {
    return Map.copyOf(parameters);
  }

  /** What the optimiser remembered, by name; empty in a model that is only used. */
  public Map<String, Tensor> state() {
    return Map.copyOf(state);
  }

  /** The network with all its weights, or a failure and nothing. */
  public LoadedModel load(Progress progress) throws IOException {
    return new LoadedModel(
        description, loading(description.architecture(), parameters).load(progress));
  }

  /** The network for other classes, keeping what it knows about those of the same name. */
  public LoadedModel loadFor(LabelScheme labels, String name, Progress progress)
      throws IOException {
    ModelCard.checkName(name);
    // The file's own shapes first: surgery relies on them.
    loading(description.architecture(), parameters);
    ClassSurgery surgery = new ClassSurgery(description.labels(), labels);
    ArchitectureDescription architecture = description.architecture().withClasses(labels.size());
    return new LoadedModel(
        new ModelDescription(
            architecture,
            description.preprocessing(),
            description.workingScale(),
            labels,
            description.card().derived(name, note(surgery, labels)),
            description.refinement()),
        loading(architecture, surgery.apply(parameters)).load(progress));
  }

  private String note(ClassSurgery surgery, LabelScheme labels) {
    List<String> fresh = surgery.unknown().stream().map(i -> labels.get(i).name()).toList();
    String untrained = fresh.isEmpty() ? "" : " Untrained: " + String.join(", ", fresh) + ".";
    return "Other classes than \"" + description.card().name() + "\"." + untrained;
  }

  private Loading loading(ArchitectureDescription architecture, Map<String, Tensor> tensors)
      throws DataException {
    String name = fileName(file.path());
    try {
      return new Loading(name, architecture, tensors, Strictness.EVERYTHING, Mismatch.NONE);
    } catch (IllegalArgumentException e) {
      String why = "it describes a network that cannot be built (" + e.getMessage() + ")";
      throw new DataException(Problem.of(WeightsProblem.NOT_A_MODEL, name, why), e);
    }
  }

  static String fileName(Path path) {
    return String.valueOf(path.getFileName());
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
