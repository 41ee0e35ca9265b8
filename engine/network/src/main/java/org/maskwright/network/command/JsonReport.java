package org.maskwright.network.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import org.maskwright.data.io.AtomicFile;
import org.maskwright.data.io.RealDisk;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.program.ProgramVersion;

/**
 * The outcome of a subcommand for another program: which command of which version ran, its exit
 * code, its result, and what stopped it if something did. A failed command writes one too.
 */
final class JsonReport {

  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final String command;
  private final ObjectNode result = JSON.createObjectNode();
  private final ObjectNode error = JSON.createObjectNode();

  JsonReport(String command) {
    this.command = command;
  }

  /** Fails before any work is done if the report could not be written after it. */
  static void checkWritable(Path file) throws DataException {
    Path folder =
        Objects.requireNonNullElse(file.toAbsolutePath().getParent(), file.toAbsolutePath());
    if (Files.isDirectory(file)) {
      throw DataException.of(CommandProblem.REPORT_IS_FOLDER, file);
    }
    if (!Files.isDirectory(folder)) {
      throw DataException.of(CommandProblem.REPORT_FOLDER_MISSING, file, folder);
    }
    if (!Files.isWritable(folder)) {
      throw DataException.of(CommandProblem.REPORT_FOLDER_CLOSED, file, folder);
    }
  }

  ObjectNode result() {
    return result;
  }

  void failure(Exception exception) {
    if (exception instanceof DataException data) {
      error.put("code", data.problem().code().key());
    } else if (exception instanceof CancellationException) {
      error.put("code", "Cancelled");
    } else {
      error.put("code", exception.getClass().getSimpleName());
    }
    error.put("message", Failures.sentence(exception));
  }

  void write(Path file, int exitCode) throws IOException {
    ObjectNode whole = JSON.createObjectNode();
    whole.put("program", "maskwright").put("version", ProgramVersion.current());
    whole.put("command", command).put("exitCode", exitCode);
    whole.set("result", result);
    if (!error.isEmpty()) {
      whole.set("error", error);
    }
    String text = JSON.writeValueAsString(whole).replace("\r\n", "\n") + "\n";
    AtomicFile.write(RealDisk.INSTANCE, file, text.getBytes(StandardCharsets.UTF_8));
  }
}
