package org.maskwright.network.weights.archive;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.problem.Problem;
import org.maskwright.network.weights.Opened;
import org.maskwright.network.weights.WeightsProblem;

/** A zip file whose members are found by name; nothing is ever unpacked by the names in it. */
public final class Archive implements Closeable {

  private static final int MAX_MEMBERS = 50_000;

  private final Path path;
  private final ZipFile zip;
  private final Map<String, Member> members = new LinkedHashMap<>();

  private Archive(Path path, ZipFile zip) throws IOException {
    this.path = path;
    this.zip = zip;
    list();
  }

  public static Archive open(Path path) throws IOException {
    String name = String.valueOf(path.getFileName());
    try {
      return Opened.read(new ZipFile(path.toFile()), zip -> new Archive(path, zip));
    } catch (ZipException | EOFException | IllegalArgumentException e) {
      throw damaged(name, e);
    }
  }

  private void list() throws IOException {
    if (zip.size() > MAX_MEMBERS) {
      throw DataException.of(
          WeightsProblem.OVER_LIMIT, name(), "it is a zip of " + zip.size() + " files");
    }
    long fileSize = Files.size(path);
    for (ZipEntry entry : Collections.list(zip.entries())) {
      if (entry.getCompressedSize() < 0 || entry.getCompressedSize() > fileSize) {
        throw DataException.of(WeightsProblem.TRUNCATED, name(), fileSize);
      }
      if (members.put(entry.getName(), new Member(this, zip, entry)) != null) {
        throw DataException.of(
            WeightsProblem.DAMAGED, name(), "it holds \"" + entry.getName() + "\" twice");
      }
    }
  }

  public Path path() {
    return path;
  }

  /** The file's name, for messages. */
  public String name() {
    return String.valueOf(path.getFileName());
  }

  public Set<String> names() {
    return Collections.unmodifiableSet(members.keySet());
  }

  public Optional<Member> member(String name) {
    return Optional.ofNullable(members.get(name));
  }

  static DataException damaged(String file, Exception cause) {
    String what = cause instanceof EOFException ? "it ends too early" : cause.getMessage();
    String why = "as a zip it is damaged (" + what + ")";
    return new DataException(Problem.of(WeightsProblem.DAMAGED, file, why), cause);
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
