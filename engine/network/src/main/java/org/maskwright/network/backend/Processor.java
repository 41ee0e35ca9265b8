package org.maskwright.network.backend;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.problem.Problem;

/**
 * Whether the processor can run the native library. It has to be asked before that is loaded:
 * afterwards an instruction that does not exist ends the process without a word.
 */
public final class Processor {

  private static final Set<String> INTEL = Set.of("amd64", "x86_64");

  private Processor() {}

  /** The sentence that says why networks cannot run, if they cannot. */
  public static Optional<String> obstacle() {
    return obstacle(System.getProperty("os.arch", ""), Instructions.available());
  }

  static Optional<String> obstacle(String architecture, List<String> instructions) {
    boolean intel = INTEL.contains(architecture.toLowerCase(Locale.ROOT));
    return intel && !instructions.contains("avx2")
        ? Optional.of(Problem.of(BackendProblem.NO_AVX2).english())
        : Optional.empty();
  }

  /** Fails with that sentence. */
  public static void require() throws DataException {
    if (obstacle().isPresent()) {
      throw DataException.of(BackendProblem.NO_AVX2);
    }
  }
}
