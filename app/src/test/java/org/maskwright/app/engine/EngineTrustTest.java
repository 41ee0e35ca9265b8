package org.maskwright.app.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.app.dialog.Answers;
import org.maskwright.app.engine.EngineStatus.State;
import org.maskwright.app.text.Language;
import org.maskwright.app.text.Texts;
import org.maskwright.data.program.UserFolders;
import org.maskwright.protocol.Token;
import org.maskwright.protocol.server.Listening;
import org.maskwright.testing.TestCertificate;

/** An engine on another machine gets a new certificate. */
class EngineTrustTest {

  private static final int SECONDS = 30;

  @TempDir private Path home;

  private final BlockingQueue<EngineStatus> heard = new LinkedBlockingQueue<>();

  private Path token() throws IOException {
    Path file = Files.writeString(home.resolve("token"), "0123456789abcdef0123");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    return file;
  }

  private FakeEngine serve(String certificate, int port) throws Exception {
    TestCertificate tls = TestCertificate.create(home.resolve(certificate));
    Listening place =
        new Listening(
            "127.0.0.1", port, Optional.of(new Listening.Certificate(tls.chain(), tls.key())));
    return new FakeEngine(place, Token.read(token()));
  }

  private void await(State wanted) throws InterruptedException {
    EngineStatus now;
    do {
      now = heard.poll(SECONDS, TimeUnit.SECONDS);
      assertThat(now).as("%s in time", wanted).isNotNull();
    } while (now.state() != wanted);
  }

  @Test
  void newCertificateIsRefusedUntilAPersonTrustsItDeliberately() throws Exception {
    UserFolders folders = new UserFolders(home, home, home);
    FakeEngine first = serve("first", 0);
    int port = first.port();
    EngineChoice there =
        new EngineChoice(
            Optional.of(new EngineChoice.Remote("127.0.0.1", port, token(), Optional.empty())));
    try (SharedEngine engine =
        new SharedEngine(there, choice -> new ChosenEngine(choice, folders), Runnable::run)) {
      engine.statusProperty().subscribe(heard::add);
      engine.start();
      await(State.READY);
      first.close();
      try (FakeEngine second = serve("second", port)) {
        assertThat(second.port()).isEqualTo(port);
        await(State.LOST);
        Answers person = Answers.nobody();
        EngineTrust trust = new EngineTrust(engine, person, new Texts(Language.ENGLISH));
        assertThat(EngineTrust.isWantedIn(engine.statusProperty()).getValue()).isTrue();

        trust.ask();
        assertThat(person.asked())
            .containsExactly("The engine at 127.0.0.1:" + port + " shows another certificate");
        assertThat(engine.statusProperty().get().state()).isEqualTo(State.LOST);

        person.confirming(true);
        trust.ask();
        await(State.READY);
        assertThat(EngineTrust.isWantedIn(engine.statusProperty()).getValue()).isFalse();
      }
    }
  }

  @Test
  void fingerprintsAreWrittenAsOtherProgramsPrintThem() {
    assertThat(CertificateChange.readable("0a1b2c")).isEqualTo("0A:1B:2C");
  }
}
