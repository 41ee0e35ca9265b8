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
import org.maskwright.protocol.wire.ContentName;
import org.maskwright.protocol.wire.EngineActivity;
import org.maskwright.protocol.wire.EngineGrpc;
import org.maskwright.protocol.wire.FindMissingReply;
import org.maskwright.protocol.wire.FindMissingRequest;
import org.maskwright.protocol.wire.HelloReply;
import org.maskwright.protocol.wire.HelloRequest;
import org.maskwright.protocol.wire.Job;
import org.maskwright.protocol.wire.JobNews;
import org.maskwright.protocol.wire.JobState;
import org.maskwright.protocol.wire.ListModelsReply;
import org.maskwright.protocol.wire.ListModelsRequest;
import org.maskwright.protocol.wire.Model;
import org.maskwright.protocol.wire.PutChunkReply;
import org.maskwright.protocol.wire.PutChunkRequest;
import org.maskwright.protocol.wire.SeeObjectReply;
import org.maskwright.protocol.wire.SeeObjectRequest;
import org.maskwright.protocol.wire.SubmitJobRequest;
import org.maskwright.protocol.wire.WatchJobRequest;

/**
 * An engine that knows one job, whose curve it tells two lines at a time before it dies, and a
 * model for clicks, to which every red pixel is the object's.
 */
public final class FakeEngine extends EngineGrpc.EngineImplBase
    implements EngineSource, AutoCloseable {

  private static final int LINES = 6;
  private static final int AT_ONCE = 2;

  private final Token token;
  private final List<String> refused = new ArrayList<>();
  private final List<SeeObjectRequest> seen = new CopyOnWriteArrayList<>();
  private final EngineServer server;
  private final List<Long> pieces = new CopyOnWriteArrayList<>();
  private volatile long have;
  private volatile int deadly;
  private volatile boolean blind;

  public FakeEngine() throws IOException {
    this(Listening.onLoopback(), Token.random());
  }

  FakeEngine(Listening place, Token token) throws IOException {
    this.token = token;
    server = EngineServer.start(place, token, this, refused::add);
  }

  int port() {
    return server.port();
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

  /** Goes away once, at the so many-th piece of a content, from 1. */
  void dyingAtPiece(int number) {
    deadly = number;
  }

  /** From where on pieces were sent. */
  List<Long> pieces() {
    return pieces;
  }

  @Override
  public void findMissing(FindMissingRequest request, StreamObserver<FindMissingReply> observer) {
    FindMissingReply.Builder reply = FindMissingReply.newBuilder();
    for (ContentName content : request.getContentsList()) {
      reply.addMissing(FindMissingReply.Part.newBuilder().setHash(content.getHash()).setHave(have));
    }
    observer.onNext(reply.build());
    observer.onCompleted();
  }

  @Override
  public void putChunk(PutChunkRequest request, StreamObserver<PutChunkReply> observer) {
    pieces.add(request.getOffset());
    if (pieces.size() == deadly) {
      observer.onError(Status.UNAVAILABLE.withDescription("killed").asRuntimeException());
      return;
    }
    have = request.getOffset() + request.getData().size();
    observer.onNext(PutChunkReply.newBuilder().setHave(have).build());
    observer.onCompleted();
  }

  @Override
  public void submitJob(SubmitJobRequest request, StreamObserver<Job> observer) {
    observer.onNext(Job.newBuilder().setRequest(request).build());
    observer.onCompleted();
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
