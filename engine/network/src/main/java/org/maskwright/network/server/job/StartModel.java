package org.maskwright.network.server.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.maskwright.data.io.RealDisk;
import org.maskwright.data.label.LabelClass;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.task.Progress;
import org.maskwright.network.weights.model.LoadedModel;
import org.maskwright.network.weights.model.ModelCard;
import org.maskwright.network.weights.model.ModelFile;
import org.maskwright.protocol.wire.SubmitJobRequest;

/** The model that a job begins with: a copy of it stays with the job. */
final class StartModel {

  private static final String NAME = "start" + ModelFile.EXTENSION;
  private static final int HASH_SHOWN = 12;

  private final SubmitJobRequest request;
  private final Path folder;

  StartModel(SubmitJobRequest request, Path folder) {
    this.request = request;
    this.folder = folder;
  }

  /**
   * The model for these classes: what it knows of them it keeps, new ones start at zero.
   *
   * @param how what was done to it, for its card
   */
  LoadedModel load(Models models, LabelScheme classes, String how, Progress progress)
      throws IOException {
    Path kept = folder.resolve(NAME);
    if (!Files.exists(kept)) {
      Path copy = folder.resolve(NAME + ".part");
      Files.deleteIfExists(copy);
      Files.copy(models.find(request.getModel()), copy);
      RealDisk.INSTANCE.replace(copy, kept);
    }
    try (ModelFile file = ModelFile.open(kept)) {
      boolean same = names(file.description().labels()).equals(names(classes));
      LoadedModel model =
          same ? file.load(progress) : file.loadFor(classes, request.getName(), progress);
      return new LoadedModel(
          model.description().withCard(card(model.description().card(), how)), model.network());
    }
  }

  private static List<String> names(LabelScheme scheme) {
    return scheme.classes().stream().map(LabelClass::name).toList();
  }

  private ModelCard card(ModelCard before, String how) {
    String from = request.getModel().substring(0, HASH_SHOWN);
    return new ModelCard(
        request.getName(),
        before.sources(),
        before.licences(),
        Map.of(),
        request.getSnapshot(),
        Stream.concat(before.notes().stream(), Stream.of(how + " " + from + ".")).toList());
  }
}
