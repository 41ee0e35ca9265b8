package org.maskwright.protocol;

import io.grpc.Metadata;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.maskwright.data.io.Sha256;
import org.maskwright.data.problem.DataException;

/** What a window has to know to be let in. It is never printed. */
public final class Token {

  /** The header that it travels in. */
  public static final Metadata.Key<String> HEADER =
      Metadata.Key.of("maskwright-token", Metadata.ASCII_STRING_MARSHALLER);

  private static final int RANDOM_BYTES = 32;
  private static final int MIN_LENGTH = 16;
  private static final int MAX_LENGTH = 256;
  private static final Pattern FORM =
      Pattern.compile("[!-~]{" + MIN_LENGTH + "," + MAX_LENGTH + "}");

  private final String value;

  private Token(String value) {
    this.value = value;
  }

  /** A token that nobody can guess. */
  public static Token random() {
    byte[] bytes = new byte[RANDOM_BYTES];
    new SecureRandom().nextBytes(bytes);
    return new Token(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** The token in a text from somewhere. */
  static Token parse(String text, Path from) throws DataException {
    String plain = text.strip();
    if (!FORM.matcher(plain).matches()) {
      throw DataException.of(ProtocolProblem.TOKEN_FILE_BAD, from, MIN_LENGTH, MAX_LENGTH);
    }
    return new Token(plain);
  }

  /** The token in a file that only its owner can read. */
  public static Token read(Path file) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    if (view != null) {
      var rights = view.readAttributes().permissions();
      if (rights.contains(PosixFilePermission.OTHERS_READ)
          || rights.contains(PosixFilePermission.GROUP_READ)) {
        throw DataException.of(ProtocolProblem.TOKEN_FILE_OPEN, file);
      }
    }
    if (Files.size(file) > 2 * MAX_LENGTH) {
      throw DataException.of(ProtocolProblem.TOKEN_FILE_BAD, file, MIN_LENGTH, MAX_LENGTH);
    }
    return parse(Files.readString(file, StandardCharsets.ISO_8859_1), file);
  }

  /** Whether this was meant, in a time that tells nothing about how much of it was right. */
  public boolean matches(@Nullable String said) {
    byte[] given = said == null ? new byte[0] : said.getBytes(StandardCharsets.UTF_8);
    return MessageDigest.isEqual(hash(given), hash(value.getBytes(StandardCharsets.UTF_8)));
  }

  private static byte[] hash(byte[] bytes) {
    return Sha256.digest().digest(bytes);
  }

  /** Puts it into the headers of a call. */
  public void attach(Metadata headers) {
    headers.put(HEADER, value);
  }

  String value() {
    return value;
  }

  @Override
  public String toString() {
    return "a token";
  }
}
