package org.maskwright.network.weights.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.maskwright.data.problem.DataException;
import org.maskwright.network.weights.WeightsProblem;

/** The SHA-256 of a model's file, which is its name: the same everywhere, for ever. */
public final class ContentHash {

  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  private ContentHash() {}

  public static String of(Path file) throws IOException {
    MessageDigest digest = sha256();
    try (InputStream in = Files.newInputStream(file);
        DigestOutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
      in.transferTo(out);
    }
    return name(digest);
  }

  static String name(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }

  /** The hash that a file's name states, without looking at its content; or its plain name. */
  public static String stated(Path file) {
    String name = ModelFile.fileName(file);
    return name.endsWith(ModelFile.EXTENSION)
        ? name.substring(0, name.length() - ModelFile.EXTENSION.length())
        : name;
  }

  /** Refuses a file that is named by a hash and has another one. */
  public static void verify(Path file) throws IOException {
    String stated = stated(file);
    if (HASH.matcher(stated).matches() && !of(file).equals(stated)) {
      throw DataException.of(WeightsProblem.CHANGED, ModelFile.fileName(file));
    }
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
