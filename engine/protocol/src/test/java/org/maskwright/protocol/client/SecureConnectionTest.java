package org.maskwright.protocol.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.data.problem.DataException;
import org.maskwright.protocol.Contract;
import org.maskwright.protocol.Token;
import org.maskwright.protocol.server.EngineServer;
import org.maskwright.protocol.server.Listening;
import org.maskwright.protocol.wire.EngineGrpc;
import org.maskwright.protocol.wire.HelloReply;
import org.maskwright.protocol.wire.HelloRequest;
import org.maskwright.testing.TestCertificate;

/** Who is let in, and whom a window believes, over a connection as between two machines. */
class SecureConnectionTest {

  private static final int SECONDS = 20;

  @TempDir private Path folder;

  private final Token token = Token.random();
  private final BlockingQueue<String> log = new LinkedBlockingQueue<>();

  /** An engine that only says hello. */
  private static final class Polite extends EngineGrpc.EngineImplBase {

    private final int contract;

    Polite(int contract) {
      this.contract = contract;
    }

    @Override
    public void hello(HelloRequest request, StreamObserver<HelloReply> observer) {
      observer.onNext(HelloReply.newBuilder().setContract(contract).setVersion("9.9").build());
      observer.onCompleted();
    }
  }

  private EngineServer serve(TestCertificate certificate, int port) throws IOException {
    Optional<Listening.Certificate> tls =
        Optional.of(new Listening.Certificate(certificate.chain(), certificate.key()));
    return EngineServer.start(
        new Listening("127.0.0.1", port, tls), token, new Polite(Contract.NUMBER), log::add);
  }

  private void hello(int port, Token shown, Trust trust) throws IOException {
    EngineAddress address = new EngineAddress("127.0.0.1", port, shown, trust);
    EngineLink.connect(address, SECONDS).close();
  }

  private Trust firstUse() {
    return new Trust.FirstUse(new Fingerprints(folder.resolve("known/engines.json")));
  }

  @Test
  void firstCertificateIsKeptAndAnotherOneRefused() throws Exception {
    int port;
    try (EngineServer first = serve(TestCertificate.create(folder.resolve("a")), 0)) {
      port = first.port();
      hello(port, token, firstUse());
      hello(port, token, firstUse());
    }
    try (EngineServer other = serve(TestCertificate.create(folder.resolve("b")), port)) {
      assertThatThrownBy(() -> hello(other.port(), token, firstUse()))
          .isInstanceOf(DataException.class)
          .hasMessageContaining("another certificate");
    }
  }

  @Test
  void certificateThatAPersonTrustsInsteadIsTheOneThatIsKept() throws Exception {
    int port;
    try (EngineServer first = serve(TestCertificate.create(folder.resolve("a")), 0)) {
      port = first.port();
      hello(port, token, firstUse());
    }
    try (EngineServer other = serve(TestCertificate.create(folder.resolve("b")), port)) {
      DataException changed =
          catchThrowableOfType(DataException.class, () -> hello(other.port(), token, firstUse()));
      List<Object> told = changed.problem().arguments();
      assertThat(told.get(0)).isEqualTo("127.0.0.1:" + port);
      assertThat(told.get(1)).isNotEqualTo(told.get(2));

      new Fingerprints(folder.resolve("known/engines.json"))
          .replace(told.get(0).toString(), told.get(2).toString());

      hello(other.port(), token, firstUse());
    }
    try (EngineServer third = serve(TestCertificate.create(folder.resolve("c")), port)) {
      assertThatThrownBy(() -> hello(third.port(), token, firstUse()))
          .hasMessageContaining("another certificate");
    }
  }

  @Test
  void certificateOfAGivenAuthorityIsTrustedAndNoOther() throws Exception {
    TestCertificate right = TestCertificate.create(folder.resolve("a"));
    TestCertificate wrong = TestCertificate.create(folder.resolve("b"));
    try (EngineServer server = serve(right, 0)) {
      hello(server.port(), token, new Trust.Authority(right.chain()));
      assertThatThrownBy(() -> hello(server.port(), token, new Trust.Authority(wrong.chain())))
          .isInstanceOf(DataException.class);
    }
  }

  @Test
  void wrongTokenAndPlaintextAreTurnedAwayAndTheRightOneStillWorks() throws Exception {
    try (EngineServer server = serve(TestCertificate.create(folder.resolve("a")), 0)) {
      assertThatThrownBy(() -> hello(server.port(), Token.random(), firstUse()))
          .isInstanceOf(DataException.class)
          .hasMessageContaining("token");
      assertThat(log.poll(SECONDS, TimeUnit.SECONDS)).contains("UNAUTHENTICATED");
      assertThatThrownBy(() -> hello(server.port(), token, new Trust.Loopback()))
          .isInstanceOf(DataException.class);
      hello(server.port(), token, firstUse());
    }
  }

  @Test
  void nothingGoesBeyondThisMachineWithoutEncryption() {
    Listening open = new Listening("0.0.0.0", 0, Optional.empty());
    assertThatThrownBy(() -> EngineServer.start(open, token, new Polite(1), log::add))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("--tls-cert");
    EngineAddress away = new EngineAddress("192.0.2.1", 7700, token, new Trust.Loopback());
    assertThatThrownBy(() -> EngineLink.connect(away, SECONDS))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("encrypted");
  }

  @Test
  void engineOfAnotherContractIsNamedInPlainWords() throws IOException {
    try (EngineServer newer =
        EngineServer.start(
            Listening.onLoopback(), token, new Polite(Contract.NUMBER + 1), log::add)) {
      assertThatThrownBy(() -> hello(newer.port(), token, new Trust.Loopback()))
          .isInstanceOf(DataException.class)
          .hasMessageContaining("The engine is Maskwright 9.9")
          .hasMessageContaining("Update the older one");
    }
  }

  @Test
  void tokenFileThatOthersCanReadIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("token"), "0123456789abcdef0123\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    assertThatThrownBy(() -> Token.read(file)).hasMessageContaining("chmod 600");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    assertThat(Token.read(file).matches("0123456789abcdef0123")).isTrue();
    assertThat(Token.read(file).matches("0123456789abcdef0124")).isFalse();
    assertThat(Token.read(file).matches(null)).isFalse();
  }
}
