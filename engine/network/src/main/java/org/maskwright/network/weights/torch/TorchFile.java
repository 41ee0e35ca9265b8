package org.maskwright.network.weights.torch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.maskwright.data.problem.DataException;
import org.maskwright.network.weights.FileFloats;
import org.maskwright.network.weights.FloatSource;
import org.maskwright.network.weights.StridedFloats;
import org.maskwright.network.weights.Strides;
import org.maskwright.network.weights.Tensor;
import org.maskwright.network.weights.TensorFile;
import org.maskwright.network.weights.WeightsProblem;
import org.maskwright.network.weights.archive.Archive;
import org.maskwright.network.weights.archive.Member;
import org.maskwright.network.weights.torch.Pickled.View;

/**
 * A file of {@code torch.save}: a zip of storages, and a pickle that says what is where in them.
 */
public final class TorchFile implements TensorFile {

  public static final List<String> EXTENSIONS = List.of(".pth", ".pt");

  private static final String PICKLE = "data.pkl";
  private static final int MAX_PICKLE = 16 << 20;

  private final Archive archive;
  private final String folder;
  private final Map<String, Tensor> tensors = new LinkedHashMap<>();

  private TorchFile(Archive archive, String folder) {
    this.archive = archive;
    this.folder = folder;
  }

  /** Whether a zip is one of torch's. */
  public static boolean recognises(Archive archive) {
    return folder(archive).isPresent();
  }

  public static TorchFile open(Path path) throws IOException {
    Archive archive = Archive.open(path);
    boolean opened = false;
    try {
      Optional<String> folder = folder(archive);
      if (folder.isEmpty()) {
        throw DataException.of(
            WeightsProblem.DAMAGED, archive.name(), "as a zip it has no " + PICKLE);
      }
      TorchFile file = new TorchFile(archive, folder.get());
      file.read();
      opened = true;
      return file;
    } finally {
      if (!opened) {
        archive.close();
      }
    }
  }

  /** What everything lies in: by and by torch called it archive, or as the file. */
  private static Optional<String> folder(Archive archive) {
    return archive.names().stream()
        .filter(name -> name.indexOf('/') == name.length() - PICKLE.length() - 1)
        .filter(name -> name.endsWith("/" + PICKLE))
        .map(name -> name.substring(0, name.length() - PICKLE.length()))
        .findFirst();
  }

  private void read() throws IOException {
    Optional<Member> order = archive.member(folder + "byteorder");
    if (order.isPresent()
        && !new String(order.get().toBytes(16), StandardCharsets.US_ASCII).equals("little")) {
      throw DataException.of(
          WeightsProblem.DAMAGED, archive.name(), "its numbers have their highest byte first");
    }
    byte[] pickle = member(PICKLE).toBytes(MAX_PICKLE);
    Pickled root = new Unpickler(archive.name(), pickle).read();
    for (Map.Entry<String, View> entry : StateDict.of(archive.name(), root).entrySet()) {
      tensors.put(entry.getKey(), tensor(entry.getKey(), entry.getValue()));
    }
  }

  private Tensor tensor(String name, View view) throws IOException {
    if (!view.shape().isReasonable()) {
      throw DataException.of(
          WeightsProblem.OVER_LIMIT,
          archive.name(),
          "\"" + name + "\" has the shape " + view.shape());
    }
    Member member = member("data/" + view.storage().key());
    long count = member.storedSize() / view.storage().type().bytes();
    if (view.storage().count() != count) {
      throw damaged(
          name, "should lie in " + view.storage().count() + " numbers where there are " + count);
    }
    if (view.steps().size() != view.shape().axes()) {
      throw damaged(name, "has the shape " + view.shape() + " and the strides " + view.steps());
    }
    Strides strides = new Strides(view.shape(), view.steps());
    if (view.offset() < 0 || view.offset() > count || !strides.fitInto(count - view.offset())) {
      throw damaged(
          name,
          "does not lie in its storage: offset "
              + view.offset()
              + ", shape "
              + view.shape()
              + ", strides "
              + view.steps());
    }
    return new Tensor(name, view.shape(), source(name, view, member, strides));
  }

  private FloatSource source(String name, View view, Member member, Strides strides) {
    if (!view.storage().type().isReal()) {
      return FloatSource.notReal(archive.name(), name, view.storage().type());
    }
    if (strides.areContiguous()) {
      long offset = view.offset() * view.storage().type().bytes();
      return new FileFloats(member, offset, view.storage().type());
    }
    FloatSource storage = new FileFloats(member, 0, view.storage().type());
    return new StridedFloats(storage, view.offset(), strides);
  }

  private Member member(String name) throws DataException {
    return archive
        .member(folder + name)
        .orElseThrow(
            () ->
                DataException.of(
                    WeightsProblem.DAMAGED,
                    archive.name(),
                    "there is no \"" + folder + name + "\" in it"));
  }

  private DataException damaged(String name, String why) {
    return DataException.of(WeightsProblem.DAMAGED, archive.name(), "\"" + name + "\" " + why);
  }

  @Override
  public Path path() {
    return archive.path();
  }

  @Override
  public Map<String, String> metadata() {
    return Map.of();
  }

  @Override
  public Map<String, Tensor> tensors() {
    return Collections.unmodifiableMap(tensors);
  }

  @Override
  public void close() throws IOException {
    archive.close();
  }
}
