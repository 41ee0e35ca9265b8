package org.maskwright.protocol.client;

import io.grpc.ConnectivityState;
import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.program.ProgramVersion;
import org.maskwright.protocol.Contract;
import org.maskwright.protocol.ProtocolProblem;
import org.maskwright.protocol.Refusals;
import org.maskwright.protocol.wire.EngineGrpc;
import org.maskwright.protocol.wire.EngineGrpc.EngineBlockingStub;
import org.maskwright.protocol.wire.EngineGrpc.EngineStub;
import org.maskwright.protocol.wire.HelloReply;
import org.maskwright.protocol.wire.HelloRequest;

/**
 * A connection to an engine that was made sure of by a hello. What the engine refuses arrives as a
 * {@code DataException}; when the engine dies, every call that waits fails at once.
 */
public final class EngineLink implements AutoCloseable {

  private static final int CLOSING_SECONDS = 2;

  private final ManagedChannel channel;
  private final HelloReply hello;

  private EngineLink(ManagedChannel channel, HelloReply hello) {
    this.channel = channel;
    this.hello = hello;
  }

  /** Connects, within so many seconds. */
  public static EngineLink connect(EngineAddress address, int seconds) throws IOException {
    ManagedChannel channel = EngineChannel.open(address);
    boolean connected = false;
    try {
      HelloReply hello = hello(channel, Contract.NUMBER, seconds);
      if (hello.getContract() != Contract.NUMBER) {
        throw DataException.of(
            ProtocolProblem.CONTRACT_DIFFERS, hello.getVersion(), ProgramVersion.current());
      }
      connected = true;
      return new EngineLink(channel, hello);
    } finally {
      if (!connected) {
        channel.shutdownNow();
      }
    }
  }

  static HelloReply hello(ManagedChannel channel, int contract, int seconds) throws IOException {
    HelloRequest request =
        HelloRequest.newBuilder()
            .setContract(contract)
            .setVersion(ProgramVersion.current())
            .build();
    try {
      return EngineGrpc.newBlockingStub(channel)
          .withDeadlineAfter(seconds, TimeUnit.SECONDS)
          .hello(request);
    } catch (StatusRuntimeException e) {
      throw Refusals.failure(e);
    }
  }

  /** What the engine said about itself. */
  public HelloReply hello() {
    return hello;
  }

  /** Asks for one answer, and waits for it so many seconds at most. */
  public <T> T ask(int seconds, Function<EngineBlockingStub, T> question) throws IOException {
    try {
      return question.apply(
          EngineGrpc.newBlockingStub(channel).withDeadlineAfter(seconds, TimeUnit.SECONDS));
    } catch (StatusRuntimeException e) {
      throw Refusals.failure(e);
    }
  }

  /** Asks for answers that come one after the other; whoever asks closes them. */
  public <A, B> Answers<A, B> listen(BiConsumer<EngineStub, Answers<A, B>> question) {
    Answers<A, B> answers = new Answers<>();
    question.accept(EngineGrpc.newStub(channel), answers);
    return answers;
  }

  /** Whether the connection stands at this moment. */
  public boolean isConnected() {
    return channel.getState(false) == ConnectivityState.READY;
  }

  @Override
  public void close() {
    channel.shutdownNow();
    try {
      channel.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
