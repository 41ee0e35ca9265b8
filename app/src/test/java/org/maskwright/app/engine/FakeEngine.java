package org.maskwright.app.engine;

import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.maskwright.data.program.ProgramVersion;
import org.maskwright.data.task.Progress;
import org.maskwright.protocol.Contract;
import org.maskwright.protocol.Planes;
import org.maskwright.protocol.Token;
import org.maskwright.protocol.client.EngineAddress;
import org.maskwright.protocol.client.EngineLink;
import org.maskwright.protocol.client.Trust;
import org.maskwright.protocol.server.EngineServer;
import org.maskwright.protocol.server.Listening;
import org.maskwright.protocol.wire.AttendRequest;
import org.maskwright.protocol.wire.EngineActivity;
import org.maskwright.protocol.wire.EngineGrpc;
import org.maskwright.protocol.wire.HelloReply;
import org.maskwright.protocol.wire.HelloRequest;
import org.maskwright.protocol.wire.Job;
import org.maskwright.protocol.wire.JobNews;
import org.maskwright.protocol.wire.JobState;
import org.maskwright.protocol.wire.ListModelsReply;
import org.maskwright.protocol.wire.ListModelsRequest;
import org.maskwright.protocol.wire.Model;
import org.maskwright.protocol.wire.SeeObjectReply;
import org.maskwright.protocol.wire.SeeObjectRequest;
import org.maskwright.protocol.wire.WatchJobRequest;

/**
 * An engine that knows one job, whose curve it tells two lines at a time before it dies, and a
 * model for clicks, to which every red pixel is the object's.
 */
public final class FakeEngine extends EngineGrpc.EngineImplBase
    implements EngineSource, AutoCloseable {

  private static final int LINES = 6;
  private static final int AT_ONCE = 2;

  private final Token token = Token.random();
  private final List<String> refused = new ArrayList<>();
  private final List<SeeObjectRequest> seen = new CopyOnWriteArrayList<>();
  private final EngineServer server;
  private volatile boolean blind;

  public FakeEngine() throws IOException {
    server = EngineServer.start(Listening.onLoopback(), token, this, refused::add);
  }

  @Override
  public EngineLink connect(Progress progress) throws IOException {
    return EngineLink.connect(
        new EngineAddress("127.0.0.1", server.port(), token, new Trust.Loopback()), 10);
  }

  @Override
  public int maxAttempts() {
    return 4;
  }

  @Override
  public Path log() {
    return Path.of("engine.log");
  }

  @Override
  public void hello(HelloRequest request, StreamObserver<HelloReply> observer) {
    observer.onNext(
        HelloReply.newBuilder()
            .setContract(Contract.NUMBER)
            .setVersion(ProgramVersion.current())
            .build());
    observer.onCompleted();
  }

  @Override
  public void attend(AttendRequest request, StreamObserver<EngineActivity> observer) {
    observer.onNext(EngineActivity.newBuilder().setCalls(1).build());
    observer.onNext(EngineActivity.getDefaultInstance());
  }

  @Override
  public void watchJob(WatchJobRequest request, StreamObserver<JobNews> observer) {
    long from = request.getFromLine();
    boolean last = from + AT_ONCE >= LINES;
    Job job = Job.newBuilder().setState(last ? JobState.DONE : JobState.RUNNING).build();
    JobNews.Builder news = JobNews.newBuilder().setJob(job).setFirstLine(from);
    for (long line = from; line < from + AT_ONCE; line++) {
      news.addLines("line " + line);
    }
    observer.onNext(news.build());
    if (last) {
      observer.onCompleted();
    } else {
      observer.onError(Status.UNAVAILABLE.withDescription("gone").asRuntimeException());
    }
  }

  @Override
  public void listModels(ListModelsRequest request, StreamObserver<ListModelsReply> observer) {
    observer.onNext(
        ListModelsReply.newBuilder()
            .addModels(Model.newBuilder().setHash("whole").setName("no model for clicks"))
            .addModels(Model.newBuilder().setHash("clicks").setForClicks(true))
            .build());
    observer.onCompleted();
  }

  @Override
  public void seeObject(SeeObjectRequest request, StreamObserver<SeeObjectReply> observer) {
    seen.add(request);
    if (blind) {
      observer.onError(Status.INTERNAL.asRuntimeException());
      return;
    }
    byte[] plane = new byte[request.getCrop().getRgb().size() / 3];
    for (int i = 0; i < plane.length; i++) {
      plane[i] = (byte) ((request.getCrop().getRgb().byteAt(3 * i) & 0xFF) > 127 ? 255 : 0);
    }
    try {
      observer.onNext(SeeObjectReply.newBuilder().setProbabilities(Planes.pack(plane)).build());
      observer.onCompleted();
    } catch (IOException e) {
      observer.onError(e);
    }
  }

  /** What was asked about clicked objects. */
  public List<SeeObjectRequest> seen() {
    return seen;
  }

  /** From now on it sees no objects. */
  public void blind() {
    blind = true;
  }

  void die() {
    server.close();
  }

  @Override
  public void close() {
    die();
  }
}
