package org.maskwright.protocol.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.maskwright.data.io.Sha256;

/** A file to be sent, by the hash of what is in it. */
public record Content(String hash, long bytes, Path file) {

  /** The content of a file as it is now. */
  public static Content of(Path file) throws IOException {
    return new Content(Sha256.of(file), Files.size(file), file);
  }
}
