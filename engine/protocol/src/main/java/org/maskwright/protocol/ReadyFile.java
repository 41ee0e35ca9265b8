package org.maskwright.protocol;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.maskwright.data.io.Disk;
import org.maskwright.data.io.JsonFile;
import org.maskwright.data.io.JsonObject;
import org.maskwright.data.io.RealDisk;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.problem.Problem;

/**
 * How an engine on this machine is reached. The engine writes it for its owner alone; the window
 * that started it reads it, and the next window if the engine lives on.
 */
public record ReadyFile(int port, long pid, String version, Token token) {

  private static final String NAME = "ready.json";
  private static final long MAX_BYTES = 4096;
  private static final int MAX_TEXT = 300;

  /** Where it lies in an engine's folder. */
  public static Path in(Path engineFolder) {
    return engineFolder.resolve(NAME);
  }

  /** Creates a folder that only its owner may look into. */
  public static void createPrivateFolder(Path folder) throws IOException {
    RealDisk.INSTANCE.createFolders(folder);
    restrict(folder, "rwx------");
  }

  private static void restrict(Path path, String rights) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
    if (view != null) {
      view.setPermissions(PosixFilePermissions.fromString(rights));
    }
  }

  /** Writes it whole or not at all. */
  public void write(Path file) throws IOException {
    createPrivateFolder(file.toAbsolutePath().resolveSibling(""));
    Path fresh = file.resolveSibling(file.getFileName() + ".part");
    RealDisk.INSTANCE.deleteIfExists(fresh);
    ObjectNode json = JsonFile.newObject();
    json.put("port", port).put("pid", pid).put("version", version).put("token", token.value());
    try (Disk.Output out = RealDisk.INSTANCE.create(fresh)) {
      // Before there is anything in it to be read.
      restrict(fresh, "rw-------");
      out.write(java.nio.ByteBuffer.wrap(JsonFile.bytes(json)));
      out.sync();
    }
    RealDisk.INSTANCE.replace(fresh, file);
  }

  /** What is in the file; nothing if there is none. */
  public static Optional<ReadyFile> read(Path file) throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      JsonObject json = JsonFile.read(RealDisk.INSTANCE, file, MAX_BYTES);
      return Optional.of(
          new ReadyFile(
              (int) json.integer("port", 1, 65535),
              json.integer("pid", 1, Long.MAX_VALUE),
              json.text("version", MAX_TEXT),
              Token.parse(json.text("token", MAX_TEXT), file)));
    } catch (DataException e) {
      throw new DataException(Problem.of(ProtocolProblem.READY_FILE_BAD, file), e);
    }
  }
}
