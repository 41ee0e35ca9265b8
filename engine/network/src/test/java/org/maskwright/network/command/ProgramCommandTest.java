package org.maskwright.network.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.data.problem.DataException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class ProgramCommandTest {

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  /** Work that ends as a test wants it to. */
  private interface Work {
    Outcome run(Console console) throws IOException;
  }

  @Command(name = "probe")
  private static final class Probe extends ProgramCommand {
    private final Work work;

    Probe(Work work) {
      this.work = work;
    }

    @Override
    protected Outcome run(Console console) throws IOException {
      return work.run(console);
    }
  }

  private int execute(Work work, String... arguments) {
    Failures failures = new Failures(new FailureLog(folder.resolve("logs")));
    return new CommandLine(new Probe(work))
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .setExecutionExceptionHandler(failures)
        .setParameterExceptionHandler(failures)
        .execute(arguments);
  }

  private static Outcome fail(Exception exception) throws IOException {
    if (exception instanceof IOException io) {
      throw io;
    }
    throw (RuntimeException) exception;
  }

  private static DataException foreseen() {
    return DataException.of(CommandProblem.REPORT_IS_FOLDER, "名前.json");
  }

  private JsonNode report() throws IOException {
    return new ObjectMapper().readTree(folder.resolve("report.json").toFile());
  }

  private String reportFile() {
    return folder.resolve("report.json").toString();
  }

  @Test
  void whatIsDoneExitsWithZero() {
    int code =
        execute(
            console -> {
              console.say("%,d masks", 2740);
              return Outcome.DONE;
            });

    assertThat(code).isZero();
    assertThat(out.toString().strip()).isEqualTo("2,740 masks");
  }

  @Test
  void whatFailsWithoutAnErrorExitsWithOne() {
    assertThat(execute(console -> Outcome.FAILED)).isEqualTo(1);
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void aTypedErrorIsOneSentence() {
    assertThat(execute(console -> fail(foreseen()))).isEqualTo(1);
    assertThat(err.toString().strip()).isEqualTo(foreseen().getMessage());
    assertThat(folder.resolve("logs")).doesNotExist();
  }

  @Test
  void verboseAddsTheTrace() {
    assertThat(execute(console -> fail(foreseen()), "--verbose")).isEqualTo(1);
    assertThat(err.toString()).contains("\tat " + ProgramCommandTest.class.getName());
  }

  @Test
  void anUnforeseenErrorIsASentenceAndALog() throws IOException {
    assertThat(execute(console -> fail(new IllegalStateException("odd")))).isEqualTo(1);

    Path log = folder.resolve("logs/failures.log");
    assertThat(err.toString())
        .isEqualToNormalizingNewlines(
            """
            Something unexpected happened: IllegalStateException: odd
            The details are in %s.
            """
                .formatted(log));
    assertThat(Files.readString(log)).contains("IllegalStateException: odd", "\tat ");
  }

  @Test
  void aReportIsWrittenOfWhatFailed() throws IOException {
    assertThat(execute(console -> fail(foreseen()), "--json", reportFile())).isEqualTo(1);

    assertThat(report().at("/exitCode").asInt()).isEqualTo(1);
    assertThat(report().at("/error/code").asText()).isEqualTo("CommandProblem.REPORT_IS_FOLDER");
    assertThat(report().at("/error/message").asText()).isEqualTo(foreseen().getMessage());
  }

  @Test
  void aReportHoldsTheResult() throws IOException {
    execute(
        console -> {
          console.report().put("masks", 2740L);
          return Outcome.FAILED;
        },
        "--json",
        reportFile());

    assertThat(report().at("/result/masks").asLong()).isEqualTo(2740);
    assertThat(report().at("/exitCode").asInt()).isEqualTo(1);
  }

  @Test
  void aReportWithoutAFolderIsRefusedBeforeTheWork() {
    int code =
        execute(
            console -> fail(new MustNotBegin()),
            "--json",
            folder.resolve("nowhere/report.json").toString());

    assertThat(code).isEqualTo(2);
    assertThat(err.toString()).contains("nowhere");
  }

  /** Thrown by work that must not have begun. */
  private static final class MustNotBegin extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  @Test
  void spentMemoryIsASentenceWithARemedy() throws IOException {
    int code =
        execute(
            console -> {
              throw new OutOfMemoryError("Java heap space");
            },
            "--json",
            reportFile());

    assertThat(code).isEqualTo(1);
    assertThat(err.toString()).contains("MiB of memory", "-Xmx").doesNotContain("\tat ");
    assertThat(report().at("/error/code").asText()).isEqualTo("CommandProblem.MEMORY_SPENT");
  }

  @Test
  void anUnusableLibraryIsASentence() {
    int code =
        execute(
            console -> {
              throw new UnsatisfiedLinkError("no jniopencv_core");
            });

    assertThat(code).isEqualTo(1);
    assertThat(err.toString()).contains("no jniopencv_core").doesNotContain("\tat ");
  }

  @Test
  void cancelledWorkSaysSo() throws IOException {
    assertThat(execute(console -> fail(new CancellationException()), "--json", reportFile()))
        .isEqualTo(1);

    assertThat(err.toString().strip()).isEqualTo("Cancelled.");
    assertThat(report().at("/error/code").asText()).isEqualTo("Cancelled");
  }
}
