package org.maskwright.network.weights.importing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.maskwright.data.problem.DataException;
import org.maskwright.network.weights.TensorFile;
import org.maskwright.network.weights.WeightsProblem;
import org.maskwright.network.weights.caffe.CaffeModelFile;
import org.maskwright.network.weights.dl4j.Dl4jFile;
import org.maskwright.network.weights.keras.KerasFile;
import org.maskwright.network.weights.safetensors.SafetensorsFile;
import org.maskwright.network.weights.torch.TorchFile;

/** Every format of weights that can be read, by the end of its files' names. */
public final class TensorFiles {

  private static final List<Format> FORMATS =
      List.of(
          new Format(
              List.of(SafetensorsFile.EXTENSION), Content.SAFETENSORS, SafetensorsFile::open),
          new Format(TorchFile.EXTENSIONS, Content.TORCH, TorchFile::open),
          new Format(KerasFile.EXTENSIONS, Content.HDF5, KerasFile::open),
          new Format(List.of(Dl4jFile.EXTENSION), Content.DL4J, Dl4jFile::open),
          new Format(List.of(CaffeModelFile.EXTENSION), null, CaffeModelFile::open));

  private TensorFiles() {}

  @FunctionalInterface
  private interface Opener {
    TensorFile open(Path path) throws IOException;
  }

  /**
   * A format.
   *
   * @param content what its files look like, if they can be told by their first bytes
   */
  private record Format(List<String> extensions, @Nullable Content content, Opener opener) {}

  public static TensorFile open(Path path) throws IOException {
    if (!Files.isRegularFile(path)) {
      throw DataException.of(WeightsProblem.FILE_MISSING, path);
    }
    String name = String.valueOf(path.getFileName());
    String small = name.toLowerCase(Locale.ROOT);
    Optional<Content> content = Content.of(path);
    for (Format format : FORMATS) {
      if (format.extensions().stream().anyMatch(small::endsWith)) {
        if (content.isPresent() && content.get() != format.content()) {
          throw content.get().refused(name);
        }
        return format.opener().open(path);
      }
    }
    if (content.isPresent()) {
      throw content.get().refused(name);
    }
    String known =
        FORMATS.stream().flatMap(f -> f.extensions().stream()).collect(Collectors.joining(", "));
    throw DataException.of(WeightsProblem.FORMAT_UNKNOWN, name, known);
  }
}
