package org.maskwright.network.backend;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nd4j.common.config.ND4JClassLoading;

/**
 * Whether networks run on a graphics card. ND4J prefers one as soon as its CUDA library is there,
 * and fails late on a card that the library has no code for; so that is decided here, first.
 */
public final class GraphicsCard {

  private static final String CUDA_BACKEND = "org/nd4j/linalg/jcublas/JCublasBackend.class";
  private static final Pattern CARD = Pattern.compile("(.{1,100}), (\\d{1,2})\\.(\\d)");
  private static final int PATIENCE_SECONDS = 10;

  /** CUDA 11.6's library has code for these and nothing that a driver could translate. */
  private static final int OLDEST_MAJOR = 3;

  private static final int OLDEST_MINOR = 7;
  private static final int NEWEST_MAJOR = 8;

  private GraphicsCard() {}

  /**
   * What computes, and why.
   *
   * @param sentence for a person
   */
  public record Choice(boolean used, String sentence) {}

  /** Keeps ND4J from a card that it cannot use. Called before anything of ND4J is. */
  public static void prepare() {
    if (isBuiltIn() && !choice().used()) {
      ND4JClassLoading.setNd4jClassloader(new WithoutCuda(GraphicsCard.class.getClassLoader()));
    }
  }

  public static Choice choice() {
    return isBuiltIn()
        ? choose(drivers())
        : new Choice(false, "not used: this build is for the processor (see README, -Pgpu)");
  }

  private static boolean isBuiltIn() {
    return GraphicsCard.class.getClassLoader().getResource(CUDA_BACKEND) != null;
  }

  /** The first card decides: it is the one that ND4J uses. */
  static Choice choose(Optional<List<String>> cards) {
    if (cards.isEmpty()) {
      return new Choice(false, "not used: no NVIDIA driver was found; the processor computes");
    }
    Matcher card = CARD.matcher(cards.get().stream().findFirst().orElse(""));
    if (!card.matches()) {
      return new Choice(false, "not used: the NVIDIA driver names no card; the processor computes");
    }
    int major = Integer.parseInt(card.group(2));
    int minor = Integer.parseInt(card.group(3));
    String name = card.group(1) + " (compute capability " + major + "." + minor + ")";
    boolean known =
        major <= NEWEST_MAJOR
            && (major > OLDEST_MAJOR || major == OLDEST_MAJOR && minor >= OLDEST_MINOR);
    return known
        ? new Choice(true, name)
        : new Choice(
            false, "not used: CUDA 11.6 has no code for " + name + "; the processor computes");
  }

  /** What the driver's own tool says, line by line; nothing if there is no driver. */
  private static Optional<List<String>> drivers() {
    try {
      Process tool =
          new ProcessBuilder("nvidia-smi", "--query-gpu=name,compute_cap", "--format=csv,noheader")
              .redirectErrorStream(true)
              .start();
      if (!tool.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        tool.destroyForcibly();
        return Optional.empty();
      }
      String said = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return tool.exitValue() == 0 ? Optional.of(said.lines().toList()) : Optional.empty();
    } catch (IOException e) {
      // There is no such tool: the usual case on machines without an NVIDIA card.
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
