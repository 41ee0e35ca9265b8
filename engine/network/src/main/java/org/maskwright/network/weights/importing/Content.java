package org.maskwright.network.weights.importing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.maskwright.data.problem.DataException;
import org.maskwright.network.weights.WeightsProblem;
import org.maskwright.network.weights.archive.Archive;
import org.maskwright.network.weights.dl4j.Dl4jFile;
import org.maskwright.network.weights.hdf5.Hdf5File;
import org.maskwright.network.weights.keras.KerasFile;
import org.maskwright.network.weights.safetensors.SafetensorsFile;
import org.maskwright.network.weights.torch.TorchFile;

/** What a file is by its first bytes, whatever it is called. */
enum Content {
  SAFETENSORS("a safetensors file", Optional.of(SafetensorsFile.EXTENSION)),
  TORCH("a file of torch.save", Optional.of(TorchFile.EXTENSIONS.get(0))),
  HDF5("an HDF5 file, as Keras writes them", Optional.of(KerasFile.EXTENSIONS.get(0))),
  DL4J("a network of Deeplearning4j", Optional.of(Dl4jFile.EXTENSION)),
  SCRIPT(
      "a TorchScript program, which is not run here",
      "Save the state_dict() of the network with torch.save."),
  KERAS_3(
      "an archive of Keras 3, which does not name its layers",
      "Save the model with model.save(\"name.h5\")."),
  PICKLE(
      "a pickle, which is a program that would have to be run",
      "Save the state_dict() of the network with torch.save, or as .safetensors."),
  OTHER_ZIP("a zip of something else than weights", "Import what lies in it."),
  TAR(
      "a tar archive",
      "Unpack it; if PyTorch itself wrote it, before 0.2, load it there and save its state_dict()"
          + " with a later one."),
  GZIP("compressed by gzip", "Unpack it first."),
  WEB_PAGE("a web page", "Download the file itself; its address may want a login."),
  POINTER("a pointer of Git LFS", "Fetch the file itself with git lfs pull.");

  /** A block of tar, which says what it is near its middle. */
  private static final int BEGINNING = 512;

  private static final int PLACE_OF_TAR = 257;

  private final String title;
  private final Optional<String> extension;
  private final String remedy;

  /** What is read, if its name ends as it should. */
  Content(String title, Optional<String> extension) {
    this(title, extension, "");
  }

  /** What is not read, and what can be done about it. */
  Content(String title, String remedy) {
    this(title, Optional.empty(), remedy);
  }

  Content(String title, Optional<String> extension, String remedy) {
    this.title = title;
    this.extension = extension;
    this.remedy = remedy;
  }

  static Optional<Content> of(Path file) throws IOException {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(BEGINNING);
    }
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    // First, for the length of its header may look like any of the others.
    if (text.length() > 8 && text.charAt(8) == '{' && text.startsWith("\0\0\0\0", 4)) {
      return Optional.of(SAFETENSORS);
    }
    if (text.startsWith("PK\3\4")) {
      return Optional.of(ofZip(file));
    }
    if (text.startsWith(Hdf5File.SIGNATURE)) {
      return Optional.of(HDF5);
    }
    if (text.startsWith("\u001f\u008b")) {
      return Optional.of(GZIP);
    }
    if (text.startsWith("ustar", PLACE_OF_TAR)) {
      return Optional.of(TAR);
    }
    if (text.startsWith("version https://git-lfs")) {
      return Optional.of(POINTER);
    }
    if (text.strip().toLowerCase(Locale.ROOT).matches("(?s)<(!doctype html|html|head).*")) {
      return Optional.of(WEB_PAGE);
    }
    if (TorchFile.recognises(bytes)) {
      return Optional.of(TORCH);
    }
    // Instruction 0x80 states the protocol, which is two to five.
    if (text.matches("(?s)\u0080[\2-\5].*")) {
      return Optional.of(PICKLE);
    }
    return Optional.empty();
  }

  private static Content ofZip(Path file) throws IOException {
    try (Archive archive = Archive.open(file)) {
      if (Dl4jFile.recognises(archive)) {
        return DL4J;
      }
      if (archive.names().contains("model.weights.h5")) {
        return KERAS_3;
      }
      if (!TorchFile.recognises(archive)) {
        return OTHER_ZIP;
      }
      boolean program = archive.names().stream().anyMatch(n -> n.endsWith("/constants.pkl"));
      return program ? SCRIPT : TORCH;
    }
  }

  /** Refuses a file with that content for what it is. */
  DataException refused(String file) {
    return extension
        .map(end -> DataException.of(WeightsProblem.MISNAMED, file, title, end))
        .orElseGet(() -> DataException.of(WeightsProblem.NO_WEIGHTS, file, title, remedy));
  }
}
