package org.maskwright.network.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.maskwright.data.io.Sha256;
import org.maskwright.data.label.LabelClass;
import org.maskwright.data.problem.DataException;
import org.maskwright.network.architecture.Variant;
import org.maskwright.network.click.ClickNetworks;
import org.maskwright.network.server.call.ServerProblem;
import org.maskwright.network.server.content.ContentStore;
import org.maskwright.network.server.job.JobModels;
import org.maskwright.network.weights.model.ContentHash;
import org.maskwright.network.weights.model.LibraryEntry;
import org.maskwright.network.weights.model.ModelDescription;
import org.maskwright.network.weights.model.ModelFile;
import org.maskwright.network.weights.model.ModelLibrary;
import org.maskwright.network.weights.model.ModelPlace;
import org.maskwright.protocol.wire.Model;

/** The models that calls may name: the user's, the built-in ones, what jobs made, what was sent. */
final class ModelShelf {

  private static final List<ModelPlace> PLACES = List.of(ModelPlace.USER, ModelPlace.BUILT_IN);

  private final ModelLibrary library;
  private final ContentStore contents;
  private final JobModels results;

  /**
   * A shelf over these.
   *
   * @param results the models that jobs have made
   */
  ModelShelf(ModelLibrary library, ContentStore contents, JobModels results) {
    this.library = library;
    this.contents = contents;
    this.results = results;
  }

  /** The file of the model with this hash. */
  Path find(String hash) throws IOException {
    Optional<Path> own = own(hash);
    Optional<Path> file = own.isPresent() ? own : contents.find(hash);
    return file.orElseThrow(() -> DataException.of(ServerProblem.MODEL_UNKNOWN, hash));
  }

  /** The model with this hash, if nobody has to send it. */
  Optional<Path> own(String hash) {
    Optional<Path> listed =
        Sha256.isName(hash)
            ? PLACES.stream()
                .map(place -> library.folder(place).resolve(hash + ModelFile.EXTENSION))
                .filter(Files::isRegularFile)
                .findFirst()
            : Optional.empty();
    return listed.or(() -> results.find(hash));
  }

  /**
   * The models, the user's first.
   *
   * @param also hashes of models that were sent
   */
  List<Model> list(List<String> also) throws IOException {
    List<Model> models = new ArrayList<>();
    for (LibraryEntry entry : library.list()) {
      if (Sha256.isName(entry.hash())) {
        models.add(model(entry));
      }
    }
    for (Map.Entry<String, Path> made : results.done().entrySet()) {
      add(models, made.getKey(), made.getValue(), Model.Place.JOB);
    }
    for (String hash : also) {
      Optional<Path> sent = contents.find(hash);
      if (sent.isPresent()) {
        add(models, hash, sent.get(), Model.Place.SENT);
      }
    }
    return models;
  }

  /** Where models are kept that are made here. */
  Path ownFolder() {
    return library.folder(ModelPlace.USER);
  }

  /** A model that was made here, as it is listed. */
  Model made(Path file) throws IOException {
    return model(ContentHash.stated(file), file, Model.Place.USER);
  }

  private static void add(List<Model> models, String hash, Path file, Model.Place place)
      throws IOException {
    if (models.stream().noneMatch(model -> model.getHash().equals(hash))) {
      models.add(model(hash, file, place));
    }
  }

  private static Model model(String hash, Path file, Model.Place place) throws IOException {
    Model.Builder model =
        Model.newBuilder().setHash(hash).setPlace(place).setBytes(Files.size(file));
    try (ModelFile open = ModelFile.open(file)) {
      describe(model.setName(open.description().card().name()), open.description());
    } catch (DataException e) {
      model.setName(hash).setProblem(String.valueOf(e.getMessage()));
    }
    return model.build();
  }

  private static Model model(LibraryEntry entry) throws IOException {
    Model.Builder model =
        Model.newBuilder()
            .setHash(entry.hash())
            .setName(entry.name())
            .setPlace(
                entry.place() == ModelPlace.BUILT_IN ? Model.Place.BUILT_IN : Model.Place.USER)
            .setBytes(Files.size(entry.file()));
    entry.problem().ifPresent(p -> model.setProblem(String.valueOf(p.getMessage())));
    entry.description().ifPresent(d -> describe(model, d));
    return model.build();
  }

  private static void describe(Model.Builder model, ModelDescription description) {
    model
        .setTrunk(description.architecture().title())
        .setWorkingScale(description.workingScale().factor())
        .setWorkingSide(description.workingScale().side());
    model.setForClicks(ClickNetworks.isClickModel(description));
    for (Variant variant : description.architecture().variants()) {
      model.addVariants(variant.label());
    }
    for (LabelClass label : description.labels().classes()) {
      model.addClassesBuilder().setName(label.name()).setRgb(label.displayRgb());
    }
  }
}
