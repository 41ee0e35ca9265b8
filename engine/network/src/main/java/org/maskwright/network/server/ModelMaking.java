package org.maskwright.network.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.maskwright.data.label.LabelClass;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.task.Progress;
import org.maskwright.network.architecture.ArchitectureDescription;
import org.maskwright.network.architecture.BatchNorm;
import org.maskwright.network.architecture.Buildable;
import org.maskwright.network.architecture.Catalogue;
import org.maskwright.network.architecture.Fusion;
import org.maskwright.network.architecture.Head;
import org.maskwright.network.architecture.HeadChoice;
import org.maskwright.network.architecture.InnerUpsampling;
import org.maskwright.network.architecture.Trunk;
import org.maskwright.network.architecture.Trunks;
import org.maskwright.network.weights.WeightsProblem;
import org.maskwright.network.weights.importing.ImportRequest;
import org.maskwright.network.weights.importing.WeightImport;
import org.maskwright.network.weights.model.FreshModel;
import org.maskwright.network.weights.model.LoadedModel;
import org.maskwright.network.weights.model.ModelWriter;
import org.maskwright.network.weights.model.Precision;
import org.maskwright.protocol.ProtocolProblem;
import org.maskwright.protocol.wire.MakeModelRequest;

/** Makes one model as somebody asked for it. */
final class ModelMaking {

  private static final int MAX_FILE_NAME = 255;

  private final MakeModelRequest request;
  private final LabelScheme labels;
  private final ArchitectureDescription listed;
  private final HeadChoice ways;

  ModelMaking(MakeModelRequest request) throws DataException {
    this.request = request;
    labels = labels();
    String trunk = request.getTrunk();
    String head = request.getHead();
    listed =
        NetworkList.find(trunk, head, labels.size())
            .orElseThrow(() -> malformed("there is no network " + trunk + " " + head));
    ways =
        HeadChoice.of(
            Optional.empty(),
            chosen(Fusion.values(), request.getFusion()),
            chosen(InnerUpsampling.values(), request.getUpsampling()));
  }

  private static <E extends Enum<E>> Optional<E> chosen(E[] values, String word)
      throws DataException {
    if (word.isEmpty()) {
      return Optional.empty();
    }
    Optional<E> found =
        Arrays.stream(values).filter(value -> NetworkList.word(value).equals(word)).findFirst();
    if (found.isEmpty()) {
      throw malformed("there is no " + word);
    }
    return found;
  }

  private LabelScheme labels() throws DataException {
    List<LabelClass> classes = new ArrayList<>();
    for (org.maskwright.protocol.wire.LabelClass label : request.getClassesList()) {
      classes.add(shown(classes.size(), label));
    }
    return LabelScheme.of(classes);
  }

  private static LabelClass shown(int index, org.maskwright.protocol.wire.LabelClass sent) {
    return new LabelClass(index, sent.getName(), sent.getRgb() & 0xFFFFFF, false, index);
  }

  /** Of random weights, with batch normalisation: nothing deep learns from them without it. */
  Path fresh(Path library) throws IOException {
    ArchitectureDescription network = ways.apply(listed).withBatchNorm(BatchNorm.LIVE);
    Buildable.check(network, request.getName());
    Trunk trunk = Trunks.byId(network.trunk().id()).orElseThrow();
    long seed = ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE);
    return FreshModel.of(request.getName(), network, trunk.usualPreprocessing(), labels, seed)
        .writeInto(library);
  }

  /**
   * Of a file of weights.
   *
   * @param sent the file, under whatever name
   * @param desk a folder for things that are looked at and thrown away
   */
  Path imported(Path sent, Path desk, Path library, Progress progress) throws IOException {
    String name = fileName();
    Path own = Files.createDirectory(desk.resolve(UUID.randomUUID().toString()));
    Path named = own.resolve(name);
    try {
      // The end of its name says what a file is, and messages are about the name a person knows.
      linkOrCopy(sent, named);
      return imported(named, library, progress);
    } finally {
      Files.deleteIfExists(named);
      Files.delete(own);
    }
  }

  private Path imported(Path file, Path library, Progress progress) throws IOException {
    // A decoder learns only with batch normalisation; trunks are as they were published.
    boolean decodes = listed.head().kind().form() == Head.Form.MIRRORED;
    BatchNorm norm = decodes ? BatchNorm.LIVE : BatchNorm.FOLDED;
    try (LoadedModel model = loaded(file, norm, progress)) {
      return new ModelWriter(model.description(), model.network(), Precision.FULL)
          .writeInto(library);
    }
  }

  private LoadedModel loaded(Path file, BatchNorm norm, Progress progress) throws IOException {
    try {
      return loaded(file, norm, Optional.of(labels), progress);
    } catch (DataException e) {
      if (e.problem().code() != WeightsProblem.LABELS_COUNT) {
        throw e;
      }
      // It brings scores of its own, for other classes than were asked for.
      return loaded(file, norm, Optional.empty(), progress);
    }
  }

  private LoadedModel loaded(
      Path file, BatchNorm norm, Optional<LabelScheme> scored, Progress progress)
      throws IOException {
    return new WeightImport(
            new ImportRequest(
                file, request.getName(), scored, 0, Optional.empty(), norm, this::shaped))
        .run(progress);
  }

  /** Of the file's widths. */
  private ArchitectureDescription shaped(ArchitectureDescription usual) throws DataException {
    String found = usual.trunk().id();
    if (!found.equals(request.getTrunk())) {
      throw DataException.of(
          WeightsProblem.OTHER_TRUNK, request.getWeightsName(), found, request.getTrunk());
    }
    Head head = listed.head().kind();
    // What the file has is not made to what it usually has.
    ArchitectureDescription network =
        usual.head().kind() == head ? usual : Catalogue.under(usual, head);
    return ways.apply(listed.poolsEverywhere() ? network.poolingEverywhere() : network);
  }

  /** Not every drive has links. */
  private static void linkOrCopy(Path sent, Path named) throws IOException {
    try {
      Files.createLink(named, sent);
    } catch (UnsupportedOperationException | FileSystemException e) {
      Files.copy(sent, named);
    }
  }

  /** A name that is one on every system. */
  private String fileName() throws DataException {
    String name = request.getWeightsName();
    boolean plain = name.matches("[^/\\\\:*?\"<>|\\p{Cntrl}]+") && name.matches(".*[^.].*");
    if (!plain || name.getBytes(UTF_8).length > MAX_FILE_NAME) {
      throw malformed("a file of weights with no plain name");
    }
    return name;
  }

  private static DataException malformed(String what) {
    return DataException.of(ProtocolProblem.MALFORMED, what);
  }
}
