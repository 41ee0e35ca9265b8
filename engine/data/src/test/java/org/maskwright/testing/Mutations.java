package org.maskwright.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.maskwright.data.problem.DataException;

/**
 * Damages files in the ways that files get damaged, by accident or on purpose, so that a test can
 * show that a reader gives a result or a typed error and nothing else. A seed gives the same damage
 * for ever.
 */
public final class Mutations {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final byte[][] HUGE = {
    {(byte) 0xFF, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF},
    {0x7F, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF},
    {(byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 0x7F},
    {0, 0, 0, 0},
    "999999999999".getBytes(StandardCharsets.US_ASCII),
    "-1".getBytes(StandardCharsets.US_ASCII),
    "1e400".getBytes(StandardCharsets.US_ASCII),
  };

  private static final String[] NESTING = {"[", "{\"a\":", "<a>", "(", "\"", "../"};

  private Mutations() {}

  /** What is tried while a file is damaged. */
  @FunctionalInterface
  public interface Action {
    void run() throws IOException;
  }

  /** What is tried on each damaged file. */
  @FunctionalInterface
  public interface Reader {
    void read(byte[] damaged) throws IOException;
  }

  /** Tries a reader on so many damaged copies (a tenth of it at the desk). */
  public static void survives(byte[] healthy, int inFull, Reader reader) {
    for (int seed = 0; seed < Counted.times(inFull); seed++) {
      once(healthy, seed, reader);
    }
  }

  /**
   * Damages one file of a folder at a time and reads the folder; that the reader writes nothing is
   * checked, too.
   */
  public static void survivesInFolder(Path folder, int inFull, Action readAll) throws IOException {
    List<Path> files = files(folder);
    for (int seed = 0; seed < Counted.times(inFull); seed++) {
      Path file = files.get(seed % files.size());
      byte[] healthy = Files.readAllBytes(file);
      once(
          healthy,
          seed,
          damaged -> {
            Files.write(file, damaged);
            readAll.run();
          });
      Files.write(file, healthy);
      if (!files(folder).equals(files)) {
        throw new AssertionError("mutation " + seed + " of " + file + " made the reader write");
      }
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static void once(byte[] healthy, int seed, Reader reader) {
    long start = System.nanoTime();
    try {
      reader.read(mutate(healthy, seed));
    } catch (DataException e) {
      // A typed error is one of the two good ends; it has to say something, too.
      if (e.problem().english().isBlank()) {
        throw new AssertionError("mutation " + seed + " is refused without a word", e);
      }
    } catch (Exception | OutOfMemoryError | StackOverflowError e) {
      throw new AssertionError("mutation " + seed + " ends in " + e, e);
    }
    if (System.nanoTime() - start > PATIENCE.toNanos()) {
      throw new AssertionError("mutation " + seed + " took longer than " + PATIENCE);
    }
  }

  /** The file with one to four kinds of damage. */
  public static byte[] mutate(byte[] healthy, long seed) {
    Random random = new Random(seed * 0x9E3779B97F4A7C15L + 1);
    byte[] damaged = healthy.clone();
    int kinds = 1 + random.nextInt(4);
    for (int i = 0; i < kinds && damaged.length > 0; i++) {
      damaged = damage(damaged, random);
    }
    return damaged;
  }

  private static byte[] damage(byte[] file, Random random) {
    int at = random.nextInt(file.length);
    int end = at + 1 + random.nextInt(Math.min(64, file.length - at));
    switch (random.nextInt(8)) {
      case 0 -> {
        return Arrays.copyOf(file, at);
      }
      case 1 -> {
        return splice(file, at, end, new byte[0]);
      }
      case 2 -> {
        byte[] twice = Arrays.copyOfRange(file, at, end);
        return splice(file, at, at, twice);
      }
      case 3 -> {
        byte[] noise = new byte[end - at];
        random.nextBytes(noise);
        return splice(file, at, end, noise);
      }
      case 4 -> {
        byte[] huge = HUGE[random.nextInt(HUGE.length)];
        return splice(file, at, Math.min(file.length, at + huge.length), huge);
      }
      case 5 -> {
        return hugeNumber(file, at, random);
      }
      case 6 -> {
        String deep = NESTING[random.nextInt(NESTING.length)].repeat(10_000);
        return splice(file, at, at, deep.getBytes(StandardCharsets.US_ASCII));
      }
      default -> {
        byte[] flipped = file.clone();
        flipped[at] ^= (byte) (1 << random.nextInt(8));
        return flipped;
      }
    }
  }

  /** Replaces the next number that is written in digits by a huge one. */
  private static byte[] hugeNumber(byte[] file, int from, Random random) {
    int start = from;
    while (start < file.length && !isDigit(file[start])) {
      start++;
    }
    int end = start;
    while (end < file.length && isDigit(file[end])) {
      end++;
    }
    byte[] huge = HUGE[4 + random.nextInt(HUGE.length - 4)];
    return start == end ? file : splice(file, start, end, huge);
  }

  private static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }

  private static byte[] splice(byte[] file, int from, int to, byte[] with) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(file.length + with.length);
    out.write(file, 0, from);
    out.writeBytes(with);
    out.write(file, to, file.length - to);
    return out.toByteArray();
  }
}
