package org.maskwright.app.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.maskwright.data.io.JsonFile;
import org.maskwright.data.io.JsonObject;
import org.maskwright.data.io.RealDisk;
import org.maskwright.data.program.UserFolders;
import org.maskwright.protocol.Token;
import org.maskwright.protocol.client.EngineAddress;
import org.maskwright.protocol.client.Fingerprints;
import org.maskwright.protocol.client.Trust;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which engine a person wants: this machine's, or one on another.
 *
 * @param remote where the other one is; empty for this machine's
 */
public record EngineChoice(Optional<Remote> remote) {

  /** The engine that comes with the window. */
  public static final EngineChoice THIS_MACHINE = new EngineChoice(Optional.empty());

  private static final Logger LOG = LoggerFactory.getLogger(EngineChoice.class);
  private static final String NAME = "engine.json";
  private static final long MAX_BYTES = 1 << 16;
  private static final int MAX_TEXT = 8192;
  private static final int MAX_PORT = 65535;

  /**
   * An engine on another machine.
   *
   * @param tokenFile holds what lets one in; only its owner can read it
   * @param authority the certificate that the engine's is signed with; or else the engine's own is
   *     remembered at the first meeting
   */
  public record Remote(String host, int port, Path tokenFile, Optional<Path> authority) {}

  /** What was chosen last; this machine's if nothing was, or if that cannot be read. */
  public static EngineChoice loadOrOwn(UserFolders folders) {
    try {
      return load(folders);
    } catch (IOException | InvalidPathException e) {
      LOG.warn("The choice of an engine cannot be read: {}", e.getMessage());
      return THIS_MACHINE;
    }
  }

  /** What was chosen last, or this machine's. */
  public static EngineChoice load(UserFolders folders) throws IOException {
    Path file = folders.data().resolve(NAME);
    if (!Files.exists(file)) {
      return THIS_MACHINE;
    }
    JsonObject json = JsonFile.read(RealDisk.INSTANCE, file, MAX_BYTES);
    return new EngineChoice(
        Optional.of(
            new Remote(
                json.text("host", MAX_TEXT),
                (int) json.integer("port", 1, MAX_PORT),
                Path.of(json.text("tokenFile", MAX_TEXT)),
                json.optionalText("authority", MAX_TEXT).map(Path::of))));
  }

  /** Keeps it for the next start. */
  public void save(UserFolders folders) throws IOException {
    Path file = folders.data().resolve(NAME);
    if (remote.isEmpty()) {
      RealDisk.INSTANCE.deleteIfExists(file);
      return;
    }
    ObjectNode json = JsonFile.newObject();
    json.put("host", remote.get().host()).put("port", remote.get().port());
    json.put("tokenFile", remote.get().tokenFile().toString());
    remote.get().authority().ifPresent(path -> json.put("authority", path.toString()));
    RealDisk.INSTANCE.createFolders(folders.data());
    JsonFile.write(RealDisk.INSTANCE, file, json);
  }

  /** The engine that was chosen. */
  public EngineSource source(UserFolders folders) throws IOException {
    if (remote.isEmpty()) {
      return new EngineProcess(EngineCommand.installed(), folders);
    }
    Remote there = remote.get();
    Trust trust =
        there.authority().isPresent()
            ? new Trust.Authority(there.authority().get())
            : new Trust.FirstUse(fingerprints(folders));
    EngineAddress address =
        new EngineAddress(there.host(), there.port(), Token.read(there.tokenFile()), trust);
    return new RemoteEngine(address, folders.logs());
  }

  /** The certificates that engines showed when they were first met. */
  static Fingerprints fingerprints(UserFolders folders) {
    return new Fingerprints(folders.data().resolve("engine-fingerprints.json"));
  }
}
