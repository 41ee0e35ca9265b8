package org.maskwright.network.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.problem.Problem;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * A subcommand. It does its work in {@link #run}, says what a person wants to read to the {@link
 * Console}, puts what a program wants to read into the console's report, and throws when it cannot
 * go on; everything around that is the same for all of them and happens here.
 */
public abstract class ProgramCommand implements Callable<Integer> {

  @Mixin private final CommonOptions common = new CommonOptions();

  @Spec private CommandSpec spec;

  /**
   * Does the work. A {@code DataException} is shown as its sentence; picocli's {@code
   * ParameterException} says that the arguments make no sense together.
   */
  protected abstract Outcome run(Console console) throws IOException;

  @Override
  public final Integer call() throws IOException {
    Path file = common.json();
    if (file != null) {
      checkWritable(file);
    }
    JsonReport report = new JsonReport(spec.name());
    // Ctrl+C waits for the report, too.
    try (Interruption interruption = Interruption.watch()) {
      return file == null ? run(report, interruption) : runAndWrite(report, file, interruption);
    }
  }

  private int runAndWrite(JsonReport report, Path file, Interruption interruption)
      throws IOException {
    int code = ExitCodes.FAILED;
    try {
      code = run(report, interruption);
      return code;
    } catch (IOException | RuntimeException e) {
      report.failure(e);
      code = Failures.exitCode(e);
      throw e;
    } finally {
      report.write(file, code);
    }
  }

  /** Hours of work shall not end with a report that has nowhere to go. */
  private void checkWritable(Path file) {
    try {
      JsonReport.checkWritable(file);
    } catch (DataException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  private int run(JsonReport report, Interruption interruption) throws IOException {
    CommandLine line = spec.commandLine();
    try (ConsoleProgress progress =
        new ConsoleProgress(line.getErr(), Terminal.isPresent(), interruption::happened)) {
      return run(new Console(line.getOut(), line.getErr(), progress, report.result())).exitCode();
    } catch (OutOfMemoryError e) {
      long mebibytes = Runtime.getRuntime().maxMemory() >> 20;
      throw new DataException(Problem.of(CommandProblem.MEMORY_SPENT, mebibytes), e);
    } catch (LinkageError e) {
      throw new DataException(Problem.of(CommandProblem.LIBRARY_UNUSABLE, e), e);
    } finally {
      line.getOut().flush();
    }
  }

  /** The command as picocli sees it, for saying that arguments make no sense. */
  CommandLine commandLine() {
    return spec.commandLine();
  }

  boolean verbose() {
    return common.verbose();
  }
}
