package org.maskwright.network.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.data.program.UserFolders;
import org.maskwright.data.project.Project;
import org.maskwright.data.project.Workplace;
import picocli.CommandLine;

class SampleCommandTest {

  @TempDir Path folder;
  private final StringWriter err = new StringWriter();

  @Test
  void aSampleIsAProjectToOpen() throws IOException {
    assertThat(execute("cherries", folder.toString())).isZero();

    try (Project project = Project.open(folder.resolve("cherries"), Workplace.current())) {
      assertThat(project.images().entries()).hasSize(24);
    }
  }

  @Test
  void anUnknownSampleIsToldWithThoseThereAre() {
    assertThat(execute("plums", folder.toString())).isEqualTo(1);

    assertThat(err.toString())
        .contains("There is no sample \"plums\". There are: countryside, cherries.");
  }

  private int execute(String... arguments) {
    Failures failures = new Failures(new FailureLog(UserFolders.current().logs()));
    return new CommandLine(new SampleCommand())
        .setExecutionExceptionHandler(failures)
        .setParameterExceptionHandler(failures)
        .setErr(new PrintWriter(err))
        .execute(arguments);
  }
}
