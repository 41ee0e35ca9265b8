package org.maskwright.network.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.data.task.Progress;
import org.maskwright.network.weights.model.ModelFile;
import org.maskwright.protocol.Token;
import org.maskwright.protocol.client.EngineAddress;
import org.maskwright.protocol.client.EngineLink;
import org.maskwright.protocol.client.Fingerprints;
import org.maskwright.protocol.client.Transfers;
import org.maskwright.protocol.client.Trust;
import org.maskwright.protocol.wire.Job;
import org.maskwright.protocol.wire.JobState;
import org.maskwright.protocol.wire.WhenClosed;
import org.maskwright.testing.TestCertificate;

/** An engine as on another machine: another home, no sight of the project, TLS and a token. */
class RemoteEngineTest {

  private static final Pattern LISTENS = Pattern.compile("listens at 127\\.0\\.0\\.1:(\\d+)");
  private static final int EPOCHS = 10;

  @TempDir private Path folder;

  private Path output() {
    return folder.resolve("home/engine.log");
  }

  private int port(Process engine) {
    EngineRun.await(() -> !engine.isAlive() || LISTENS.matcher(said()).find());
    Matcher listens = LISTENS.matcher(said());
    assertThat(listens.find()).as(said()).isTrue();
    return Integer.parseInt(listens.group(1));
  }

  private String said() {
    try {
      return Files.readString(output());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private Path tokenFile() throws IOException {
    Path file = Files.writeString(folder.resolve("token"), "a-token-of-some-length\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    return file;
  }

  @Test
  void trainingOutlivesACutConnectionAndItsModelArrivesByHash() throws Exception {
    Path person = Files.createDirectories(folder.resolve("person"));
    SentProject project = SentProject.freeze(person);
    TestCertificate certificate = TestCertificate.create(folder.resolve("tls"));
    Process engine =
        EngineRun.program(
                folder.resolve("home"),
                "--listen=127.0.0.1:0",
                "--tls-cert=" + certificate.chain(),
                "--tls-key=" + certificate.key(),
                "--token-file=" + tokenFile())
            .start();
    try {
      EngineAddress address =
          new EngineAddress(
              "127.0.0.1",
              port(engine),
              Token.read(tokenFile()),
              new Trust.FirstUse(new Fingerprints(folder.resolve("known.json"))));
      try (EngineLink cut = EngineLink.connect(address, 30)) {
        project.submit(cut, EPOCHS, WhenClosed.KEEP_RUNNING);
        SentProject.hide(person);
        SentProject.watch(cut, curve -> !curve.epochs().isEmpty());
      }
      try (EngineLink again = EngineLink.connect(address, 30)) {
        Curve curve = SentProject.watch(again, seen -> false);
        assertThat(curve.job().getState()).isEqualTo(JobState.DONE);
        assertThat(curve.epochs())
            .containsExactlyElementsOf(IntStream.rangeClosed(1, EPOCHS).boxed().toList());
        assertThat(curve.hasStepsOfEveryHead()).isTrue();
        fetch(again, curve.job());
      }
    } finally {
      engine.destroyForcibly();
    }
  }

  private void fetch(EngineLink link, Job job) throws IOException {
    Path model = folder.resolve("models/" + job.getResult() + ModelFile.EXTENSION);
    new Transfers(link).fetch(job.getResult(), model, Progress.NONE);
    assertThat(Files.size(model)).isEqualTo(job.getResultSize());
    try (ModelFile file = ModelFile.open(model)) {
      assertThat(file.description().card().name()).isEqualTo("tuned");
      assertThat(file.description().card().dataRevision())
          .isEqualTo(job.getRequest().getSnapshot());
      assertThat(file.description().card().measures()).containsKeys("32s", "16s", "8s");
    }
  }

  @Test
  void plaintextBeyondThisMachineIsRefusedAtTheStart() throws Exception {
    Process engine =
        EngineRun.program(
                folder.resolve("home"), "--listen=0.0.0.0:0", "--token-file=" + tokenFile())
            .start();
    assertThat(engine.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(engine.exitValue()).isEqualTo(1);
    assertThat(said()).contains("has to be encrypted");
  }
}
