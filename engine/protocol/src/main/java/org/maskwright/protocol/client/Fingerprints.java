package org.maskwright.protocol.client;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.maskwright.data.io.JsonFile;
import org.maskwright.data.io.JsonObject;
import org.maskwright.data.io.RealDisk;
import org.maskwright.data.problem.DataException;
import org.maskwright.protocol.ProtocolProblem;

/** Which certificate each engine showed when it was first met. */
public final class Fingerprints {

  private static final long MAX_BYTES = 1 << 20;
  private static final int MAX_ENGINES = 1000;
  private static final int MAX_TEXT = 300;
  private static final String LIST = "engines";

  private final Path file;

  /** Those in a file, which is there from the first engine on. */
  public Fingerprints(Path file) {
    this.file = file;
  }

  /**
   * Remembers the first certificate of an engine.
   *
   * @throws DataException if another one was remembered
   */
  public synchronized void check(String engine, String fingerprint) throws IOException {
    Map<String, String> known = read();
    String before = known.putIfAbsent(engine, fingerprint);
    if (before == null) {
      write(known);
    } else if (!before.equals(fingerprint)) {
      throw DataException.of(ProtocolProblem.FINGERPRINT_CHANGED, engine, before, fingerprint);
    }
  }

  /** Remembers this certificate of an engine in place of another one: a person says so. */
  public synchronized void replace(String engine, String fingerprint) throws IOException {
    Map<String, String> known = read();
    known.put(engine, fingerprint);
    write(known);
  }

  private Map<String, String> read() throws IOException {
    Map<String, String> known = new TreeMap<>();
    if (Files.exists(file)) {
      JsonObject json = JsonFile.read(RealDisk.INSTANCE, file, MAX_BYTES);
      for (JsonObject engine : json.objects(LIST, MAX_ENGINES)) {
        known.put(engine.text("engine", MAX_TEXT), engine.text("sha256", MAX_TEXT));
      }
    }
    return known;
  }

  private void write(Map<String, String> known) throws IOException {
    ObjectNode json = JsonFile.newObject();
    var list = json.putArray(LIST);
    known.forEach(
        (engine, fingerprint) -> list.addObject().put("engine", engine).put("sha256", fingerprint));
    RealDisk.INSTANCE.createFolders(file.toAbsolutePath().resolveSibling(""));
    JsonFile.write(RealDisk.INSTANCE, file, json);
  }
}
