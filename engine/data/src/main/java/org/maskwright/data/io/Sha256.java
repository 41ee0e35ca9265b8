package org.maskwright.data.io;

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

/** The hash that contents are named by: the same everywhere, for ever. */
public final class Sha256 {

  private static final Pattern NAME = Pattern.compile("[0-9a-f]{64}");

  private Sha256() {}

  public static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** What a digest has seen, as hexadecimal digits; the digest then begins anew. */
  public static String name(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }

  public static String of(byte[] content) {
    MessageDigest digest = digest();
    digest.update(content);
    return name(digest);
  }

  public static String of(Path file) throws IOException {
    MessageDigest digest = digest();
    try (InputStream in = Files.newInputStream(file);
        DigestOutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
      in.transferTo(out);
    }
    return name(digest);
  }

  /** True of 64 hexadecimal digits, which are then also safe as a file's name. */
  public static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }
}
