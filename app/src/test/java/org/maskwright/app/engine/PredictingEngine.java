package org.maskwright.app.engine;

import com.google.protobuf.ByteString;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
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
import org.maskwright.protocol.wire.FeatureGrid;
import org.maskwright.protocol.wire.HelloReply;
import org.maskwright.protocol.wire.HelloRequest;
import org.maskwright.protocol.wire.LabelClass;
import org.maskwright.protocol.wire.ListModelsReply;
import org.maskwright.protocol.wire.ListModelsRequest;
import org.maskwright.protocol.wire.Model;
import org.maskwright.protocol.wire.PredictPart;
import org.maskwright.protocol.wire.PredictRequest;
import org.maskwright.protocol.wire.PredictionHead;
import org.maskwright.protocol.wire.PredictionVariant;
import org.maskwright.protocol.wire.ScoreGrid;

/** An engine over a real connection, whose only model sees its second class on every left half. */
public final class PredictingEngine extends EngineGrpc.EngineImplBase
    implements EngineSource, AutoCloseable {

  private static final byte SURE = (byte) 250;

  private final List<String> classes;
  private final Token token = Token.random();
  private final EngineServer server;

  /** An engine whose model has these classes. */
  public PredictingEngine(List<String> classes) throws IOException {
    this.classes = List.copyOf(classes);
    server = EngineServer.start(Listening.onLoopback(), token, this, refused -> {});
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
    observer.onNext(EngineActivity.getDefaultInstance());
  }

  @Override
  public void listModels(ListModelsRequest request, StreamObserver<ListModelsReply> observer) {
    Model.Builder model =
        Model.newBuilder()
            .setHash("ab".repeat(32))
            .setName("halves")
            .setWorkingScale(1)
            .addVariants("8s");
    classes.forEach(name -> model.addClasses(LabelClass.newBuilder().setName(name)));
    observer.onNext(ListModelsReply.newBuilder().addModels(model).build());
    observer.onCompleted();
  }

  @Override
  public void predict(PredictRequest request, StreamObserver<PredictPart> observer) {
    int width = request.getPixels().getWidth();
    int height = request.getPixels().getHeight();
    try {
      observer.onNext(
          PredictPart.newBuilder()
              .setHead(
                  PredictionHead.newBuilder()
                      .setWidth(width)
                      .setHeight(height)
                      .addVariants("8s")
                      .setRefined(request.getRefined())
                      .setFeatures(features(width, height)))
              .build());
      observer.onNext(PredictPart.newBuilder().setVariant(halves(width, height)).build());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    observer.onCompleted();
  }

  /** All of an image is alike. */
  private static FeatureGrid features(int width, int height) throws IOException {
    return FeatureGrid.newBuilder()
        .setRows(1)
        .setColumns(1)
        .setDepth(1)
        .setValues(Planes.pack(new byte[] {1}))
        .setSeenWidth(width)
        .setSeenHeight(height)
        .setStride(Math.max(width, height))
        .build();
  }

  private PredictionVariant halves(int width, int height) throws IOException {
    byte[] said = new byte[width * height];
    for (int i = 0; i < said.length; i++) {
      said[i] = (byte) (i % width < width / 2 ? 1 : 0);
    }
    byte[] sure = new byte[said.length];
    Arrays.fill(sure, SURE);
    ByteString confidence = Planes.pack(sure);
    return PredictionVariant.newBuilder()
        .setVariant("8s")
        .setClasses(Planes.pack(said))
        .setConfidence(confidence)
        .setEntropy(Planes.pack(new byte[said.length]))
        .setGrid(
            ScoreGrid.newBuilder()
                .setRows(1)
                .setColumns(1)
                .setClasses(classes.size())
                .setScores(Planes.pack(new float[classes.size()]))
                .setSeenWidth(width)
                .setSeenHeight(height)
                .setStride(8)
                .setKernel(16))
        .build();
  }

  @Override
  public void close() {
    server.close();
  }
}
