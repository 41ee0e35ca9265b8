package org.maskwright.network.weights.importing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.maskwright.data.problem.DataException;
import org.maskwright.network.weights.TensorFile;
import org.maskwright.network.weights.WeightsProblem;
import org.maskwright.network.weights.caffe.CaffeModelFile;
import org.maskwright.network.weights.safetensors.SafetensorsFile;

/** Every format of weights that can be read, by the end of its files' names. */
public final class TensorFiles {

  private static final List<Format> FORMATS =
      List.of(
          new Format(SafetensorsFile.EXTENSION, SafetensorsFile::open),
          new Format(CaffeModelFile.EXTENSION, CaffeModelFile::open));

  private TensorFiles() {}

  @FunctionalInterface
  private interface Opener {
    TensorFile open(Path path) throws IOException;
  }

  private record Format(String extension, Opener opener) {}

  public static TensorFile open(Path path) throws IOException {
    if (!Files.isRegularFile(path)) {
      throw DataException.of(WeightsProblem.FILE_MISSING, path);
    }
    String name = String.valueOf(path.getFileName());
    for (Format format : FORMATS) {
      if (name.toLowerCase(Locale.ROOT).endsWith(format.extension())) {
        return format.opener().open(path);
      }
    }
    String known = FORMATS.stream().map(Format::extension).collect(Collectors.joining(" or "));
    throw DataException.of(WeightsProblem.FORMAT_UNKNOWN, name, known);
  }
}
