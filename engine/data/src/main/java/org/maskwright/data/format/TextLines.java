package org.maskwright.data.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.maskwright.data.problem.DataException;

/** Small text files: lists of names, tables of colours. */
public final class TextLines {

  private static final long MAX_BYTES = 64L << 20;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private TextLines() {}

  /** The lines of a UTF-8 file as they are. */
  public static List<String> readRaw(Path file) throws IOException {
    return decode(bytes(file, MAX_BYTES), file).lines().toList();
  }

  /** The lines of a UTF-8 file without surrounding space; empty ones are left out. */
  public static List<String> read(Path file) throws IOException {
    return decode(bytes(file, MAX_BYTES), file)
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .toList();
  }

  /** The content of a file that is not longer than this. */
  public static byte[] bytes(Path file, long maxBytes) throws IOException {
    long size = Files.size(file);
    if (size > maxBytes) {
      throw DataException.of(FormatProblem.TOO_LARGE, file, size, maxBytes);
    }
    return Files.readAllBytes(file);
  }

  private static String decode(byte[] bytes, Path file) throws IOException {
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString();
      return text.startsWith(String.valueOf(BYTE_ORDER_MARK)) ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new DataException(
          DataException.of(FormatProblem.BAD_FILE, file, "it is not UTF-8 text").problem(), e);
    }
  }

  /** Writes lines with the same line ends everywhere. */
  public static void write(Path file, List<String> lines) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append(line).append('\n'));
    Files.writeString(file, text);
  }
}
