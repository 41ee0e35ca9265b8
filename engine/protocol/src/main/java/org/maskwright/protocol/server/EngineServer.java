package org.maskwright.protocol.server;

import io.grpc.BindableService;
import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContext;
import java.io.File;
import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.problem.Problem;
import org.maskwright.protocol.Contract;
import org.maskwright.protocol.ProtocolProblem;
import org.maskwright.protocol.Token;

/** The frame around a service: the socket, its encryption, the token, the limits. */
public final class EngineServer implements AutoCloseable {

  private static final int THREADS = 8;
  private static final int MAX_HEADER_BYTES = 8192;
  private static final int MAX_CALLS = 100;
  private static final int HANDSHAKE_SECONDS = 10;
  private static final int KEEP_ALIVE_SECONDS = 20;
  private static final int CLIENT_KEEP_ALIVE_SECONDS = 5;
  private static final int CLOSING_SECONDS = 2;

  private final Server server;
  private final ExecutorService threads;

  private EngineServer(Server server, ExecutorService threads) {
    this.server = server;
    this.threads = threads;
  }

  /**
   * Begins to listen.
   *
   * @param log takes a line for everything that is refused
   */
  public static EngineServer start(
      Listening where, Token token, BindableService service, Consumer<String> log)
      throws IOException {
    NettyServerBuilder builder = NettyServerBuilder.forAddress(where.address());
    if (where.certificate().isPresent()) {
      builder.sslContext(context(where.certificate().get()));
    }
    ExecutorService threads = Executors.newFixedThreadPool(THREADS, EngineServer::daemon);
    Server server =
        builder
            .executor(threads)
            .addService(service)
            .intercept(new TokenGate(token))
            .addStreamTracerFactory(new CallLog(log))
            .maxInboundMessageSize(Contract.MAX_MESSAGE_BYTES)
            .maxInboundMetadataSize(MAX_HEADER_BYTES)
            .maxConcurrentCallsPerConnection(MAX_CALLS)
            .handshakeTimeout(HANDSHAKE_SECONDS, TimeUnit.SECONDS)
            .keepAliveTime(KEEP_ALIVE_SECONDS, TimeUnit.SECONDS)
            .permitKeepAliveTime(CLIENT_KEEP_ALIVE_SECONDS, TimeUnit.SECONDS)
            .permitKeepAliveWithoutCalls(true)
            .build();
    return new EngineServer(server.start(), threads);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "call");
    thread.setDaemon(true);
    return thread;
  }

  private static SslContext context(Listening.Certificate certificate) throws IOException {
    File chain = certificate.chain().toFile();
    File key = certificate.key().toFile();
    try {
      return GrpcSslContexts.forServer(chain, key).build();
    } catch (IllegalArgumentException | IOException e) {
      throw new DataException(
          Problem.of(
              ProtocolProblem.TLS_UNUSABLE,
              certificate.chain(),
              certificate.key(),
              String.valueOf(e.getMessage())),
          e);
    }
  }

  public int port() {
    return server.getPort();
  }

  public void awaitEnd() throws InterruptedException {
    server.awaitTermination();
  }

  /** Lets what is being answered be answered, for a moment; then cuts it off. */
  @Override
  public void close() {
    server.shutdown();
    try {
      if (!server.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS)) {
        server.shutdownNow();
        server.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      server.shutdownNow();
      Thread.currentThread().interrupt();
    }
    // Not before: whoever is cut off is told by these threads.
    threads.shutdown();
  }
}
