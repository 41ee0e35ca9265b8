package org.maskwright.network.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.data.image.Pixels;
import org.maskwright.data.io.JsonFile;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.program.ProgramVersion;
import org.maskwright.data.task.Progress;
import org.maskwright.network.architecture.Variant;
import org.maskwright.network.predict.Manner;
import org.maskwright.network.predict.Prediction;
import org.maskwright.network.predict.Predictor;
import org.maskwright.network.predict.VariantPrediction;
import org.maskwright.network.refine.CrfSettings;
import org.maskwright.network.weights.model.ModelFile;
import org.maskwright.protocol.Contract;
import org.maskwright.protocol.Planes;
import org.maskwright.protocol.ReadyFile;
import org.maskwright.protocol.Token;
import org.maskwright.protocol.client.Answers;
import org.maskwright.protocol.client.EngineAddress;
import org.maskwright.protocol.client.EngineLink;
import org.maskwright.protocol.wire.AttendRequest;
import org.maskwright.protocol.wire.EngineActivity;
import org.maskwright.protocol.wire.HelloRequest;
import org.maskwright.protocol.wire.ImageFile;
import org.maskwright.protocol.wire.ImagePixels;
import org.maskwright.protocol.wire.ListModelsRequest;
import org.maskwright.protocol.wire.Model;
import org.maskwright.protocol.wire.PredictPart;
import org.maskwright.protocol.wire.PredictRequest;
import org.maskwright.protocol.wire.PredictionVariant;
import org.maskwright.protocol.wire.ProbeRequest;
import org.maskwright.protocol.wire.SeeObjectReply;
import org.maskwright.protocol.wire.SeeObjectRequest;
import org.maskwright.testing.Counted;
import org.maskwright.testing.Mutations;

/** One engine of its own process is asked everything that windows ask, and what nobody should. */
class EngineProgramTest {

  @TempDir private static Path home;

  private static EngineRun run;
  private static EngineLink link;
  private static String model;

  @BeforeAll
  static void start() throws IOException {
    model = TinyModels.writeInto(EngineRun.models(home));
    run = EngineRun.start(home);
    link = run.connect();
  }

  @AfterAll
  static void stop() {
    link.close();
    run.close();
  }

  private static PredictRequest request(Pixels image) {
    return PredictRequest.newBuilder()
        .setModel(model)
        .setPixels(
            ImagePixels.newBuilder()
                .setWidth(image.width())
                .setHeight(image.height())
                .setRgb(ByteString.copyFrom(image.rgb())))
        .build();
  }

  @Test
  void helloTellsVersionBackendAndLimits() {
    assertThat(link.hello().getVersion()).isEqualTo(ProgramVersion.current());
    assertThat(link.hello().getBackend().getName()).isEqualTo("the processor");
    assertThat(link.hello().getLimits().getChunkBytes()).isEqualTo(Contract.CHUNK_BYTES);
  }

  @Test
  void anotherContractIsToldInPlainWords() {
    HelloRequest newer =
        HelloRequest.newBuilder().setContract(Contract.NUMBER + 1).setVersion("9.9").build();
    assertThatThrownBy(() -> link.ask(10, stub -> stub.hello(newer)))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("Maskwright 9.9")
        .hasMessageContaining("Update the older one");
  }

  @Test
  void readyFileIsForItsOwnerAlone() throws IOException {
    Path file = EngineRun.readyFile(home);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(
            PosixFilePermissions.toString(Files.getPosixFilePermissions(file.resolveSibling("."))))
        .isEqualTo("rwx------");
    String token = JsonFile.parse(Files.readAllBytes(file), "ready").text("token", 300);
    assertThat(run.process().info().commandLine().orElse("")).doesNotContain(token);
  }

  @Test
  void wrongTokenIsRefusedAndLogged() throws IOException {
    ReadyFile ready = ReadyFile.read(EngineRun.readyFile(home)).orElseThrow();
    EngineAddress right = EngineAddress.of(ready);
    EngineAddress wrong =
        new EngineAddress(right.host(), right.port(), Token.random(), right.trust());
    assertThatThrownBy(() -> EngineLink.connect(wrong, 10))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("token");
    EngineRun.await(() -> said().contains("Hello was refused: UNAUTHENTICATED"));
  }

  private static String said() {
    try {
      return run.said();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void modelsAreListedByHash() throws IOException {
    assertThat(
            link.ask(10, stub -> stub.listModels(ListModelsRequest.getDefaultInstance()))
                .getModelsList())
        .filteredOn(m -> m.getPlace() == Model.Place.USER)
        .singleElement()
        .satisfies(
            m -> {
              assertThat(m.getHash()).isEqualTo(model);
              assertThat(m.getName()).isEqualTo("tiny");
              assertThat(m.getClassesList())
                  .extracting(c -> c.getName())
                  .isEqualTo(TinyModels.CLASSES);
            });
  }

  @Test
  void predictsWhatThePredictorPredicts() throws IOException {
    Pixels image = TinyModels.noise(61, 45);
    Answer answer = Answer.to(link, request(image));
    Path file = EngineRun.models(home).resolve(model + ModelFile.EXTENSION);
    try (Predictor predictor = new Predictor(ModelFile.load(file, Progress.NONE))) {
      Prediction expected = predictor.predict(image);
      assertThat(answer.variants()).hasSize(3);
      for (Variant variant : Variant.SKIPS) {
        assertThat(Planes.unpack(answer.variant(variant.label()).getClasses(), image.argb().length))
            .isEqualTo(said(expected, variant).classes());
        assertThat(
                Planes.unpack(answer.variant(variant.label()).getConfidence(), image.argb().length))
            .isEqualTo(said(expected, variant).confidence());
      }
    }
  }

  @Test
  void refinesWhereThatIsAskedAndSaysSo() throws IOException {
    Pixels image = TinyModels.noise(61, 45);
    Answer plain = Answer.to(link, request(image));
    Answer refined = Answer.to(link, request(image).toBuilder().setRefined(true).build());
    Path file = EngineRun.models(home).resolve(model + ModelFile.EXTENSION);
    try (Predictor predictor = new Predictor(ModelFile.load(file, Progress.NONE))) {
      Manner manner = new Manner(false, 1, Optional.of(CrfSettings.DEFAULT));
      Prediction expected = predictor.predict(image, manner, Progress.NONE);
      assertThat(plain.head().getRefined()).isFalse();
      assertThat(refined.head().getRefined()).isTrue();
      for (Variant variant : Variant.SKIPS) {
        PredictionVariant answer = refined.variant(variant.label());
        assertThat(Planes.unpack(answer.getConfidence(), image.argb().length))
            .isEqualTo(said(expected, variant).confidence());
        assertThat(answer.getGrid()).isEqualTo(plain.variant(variant.label()).getGrid());
      }
    }
  }

  private static VariantPrediction said(Prediction prediction, Variant variant) {
    return Objects.requireNonNull(prediction.variants().get(variant));
  }

  @Test
  void modelForClicksIsMarkedAndRefusedInPlainWords() throws IOException {
    String clicks = TinyModels.writeForClicksInto(EngineRun.models(home));
    try {
      assertThat(
              link.ask(10, stub -> stub.listModels(ListModelsRequest.getDefaultInstance()))
                  .getModelsList())
          .filteredOn(m -> m.getForClicks())
          .extracting(m -> m.getHash())
          .contains(clicks);
      PredictRequest request = request(TinyModels.noise(8, 8)).toBuilder().setModel(clicks).build();
      assertThatThrownBy(() -> Answer.to(link, request))
          .isInstanceOf(DataException.class)
          .hasMessageContaining("selects objects by clicks");
      SeeObjectRequest seen = seeing(clicks, 40, 30);
      SeeObjectReply reply = link.ask(60, stub -> stub.seeObject(seen));
      assertThat(Planes.unpack(reply.getProbabilities(), 40 * 30)).hasSize(40 * 30);
      SeeObjectReply again = link.ask(60, stub -> stub.seeObject(seen));
      assertThat(again).isEqualTo(reply);
    } finally {
      Files.delete(EngineRun.models(home).resolve(clicks + ModelFile.EXTENSION));
    }
  }

  private static SeeObjectRequest seeing(String model, int width, int height) throws IOException {
    Pixels crop = TinyModels.noise(width, height);
    return SeeObjectRequest.newBuilder()
        .setModel(model)
        .setCrop(
            ImagePixels.newBuilder()
                .setWidth(width)
                .setHeight(height)
                .setRgb(ByteString.copyFrom(crop.rgb())))
        .setPrevious(Planes.pack(new byte[width * height]))
        .addClicks(SeeObjectRequest.Click.newBuilder().setX(7).setY(5).setPositive(true))
        .build();
  }

  @Test
  void questionsAboutClickedObjectsAreRefusedWhereTheyMakeNoSense() throws IOException {
    SeeObjectRequest right = seeing(model, 8, 6);
    refuses(right, "no model for clicks");
    refuses(right.toBuilder().setModel("f".repeat(64)).build(), "f".repeat(64));
    refuses(right.toBuilder().setPrevious(Planes.pack(new byte[3])).build(), "plane");
    refuses(right.toBuilder().clearCrop().build(), "a crop of 0 x 0 pixels");
    SeeObjectRequest.Builder large = right.toBuilder();
    large.getCropBuilder().setWidth(1 << 30).setHeight(1 << 30);
    refuses(large.build(), "a crop of");
    SeeObjectRequest.Builder outside = right.toBuilder();
    outside.getClicksBuilder(0).setX(8);
    refuses(outside.build(), "a click outside");
  }

  private static void refuses(SeeObjectRequest request, String why) {
    assertThatThrownBy(() -> link.ask(60, stub -> stub.seeObject(request)))
        .isInstanceOf(DataException.class)
        .hasMessageContaining(why);
  }

  @Test
  void probingAPixelAgreesWithItsClassAndConfidence() throws IOException {
    Pixels image = TinyModels.noise(96, 96);
    Answer answer = Answer.to(link, request(image));
    byte[] classes = Planes.unpack(answer.variant("8s").getClasses(), image.argb().length);
    byte[] confidence = Planes.unpack(answer.variant("8s").getConfidence(), image.argb().length);
    for (int at = 0; at < 85; at += 7) {
      int x = at;
      int y = 84 - at;
      float[] scores = answer.probe(link, ProbeRequest.newBuilder().setX(x).setY(y), "8s");
      double sum = 0;
      int best = 0;
      for (int c = 0; c < scores.length; c++) {
        sum += Math.exp(scores[c]);
        best = scores[c] > scores[best] ? c : best;
      }
      assertThat(best).isEqualTo(classes[y * 96 + x]);
      assertThat(255 * Math.exp(scores[best]) / sum)
          .isCloseTo(confidence[y * 96 + x] & 0xFF, org.assertj.core.api.Assertions.within(1.0));
    }
  }

  @Test
  void malformedImageIsRefusedAndNothingElseHarmed() throws IOException {
    PredictRequest broken =
        PredictRequest.newBuilder()
            .setModel(model)
            .setFile(ImageFile.newBuilder().setData(ByteString.copyFromUtf8("no image at all")))
            .build();
    assertThatThrownBy(() -> Answer.to(link, broken)).isInstanceOf(DataException.class);
    PredictRequest lying =
        PredictRequest.newBuilder()
            .setModel(model)
            .setPixels(ImagePixels.newBuilder().setWidth(-1).setHeight(70_000))
            .build();
    assertThatThrownBy(() -> Answer.to(link, lying)).isInstanceOf(DataException.class);
    assertThat(Answer.to(link, request(TinyModels.noise(33, 33))).variants()).hasSize(3);
  }

  @Test
  void unknownModelIsRefusedWithTheReason() {
    PredictRequest unknown = request(TinyModels.noise(8, 8)).toBuilder().setModel("../x").build();
    assertThatThrownBy(() -> Answer.to(link, unknown))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("no model");
  }

  @Test
  void oversizedMessageIsRefusedAndNothingElseHarmed() throws IOException {
    PredictRequest huge =
        PredictRequest.newBuilder()
            .setModel(model)
            .setFile(
                ImageFile.newBuilder()
                    .setData(ByteString.copyFrom(new byte[Contract.MAX_MESSAGE_BYTES + 1])))
            .build();
    assertThatThrownBy(() -> Answer.to(link, huge))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("refused");
    assertThat(Answer.to(link, request(TinyModels.noise(33, 33))).variants()).hasSize(3);
  }

  @Test
  void damagedRequestsAreRefusedAndTheEngineLives() throws IOException {
    byte[] healthy = request(TinyModels.noise(20, 12)).toByteArray();
    for (int seed = 0; seed < Counted.times(300); seed++) {
      PredictRequest damaged;
      try {
        damaged = PredictRequest.parseFrom(Mutations.mutate(healthy, seed));
      } catch (InvalidProtocolBufferException e) {
        continue;
      }
      try {
        Answer.to(link, damaged);
      } catch (DataException e) {
        assertThat(e.problem().code().key()).doesNotContain("UNFORESEEN");
      }
    }
    assertThat(Answer.to(link, request(TinyModels.noise(33, 33))).variants()).hasSize(3);
  }

  @Test
  void predictionThatNobodyWantsAnyMoreIsGivenUp() throws IOException {
    PredictRequest large =
        request(TinyModels.noise(2500, 2500)).toBuilder()
            .setScale(PredictRequest.Scale.TILES)
            .build();
    try (Answers<AttendRequest, EngineActivity> activity =
            link.listen((stub, into) -> stub.attend(AttendRequest.getDefaultInstance(), into));
        Answers<PredictRequest, PredictPart> unwanted =
            link.listen((stub, into) -> stub.predict(large, into))) {
      int calls = 0;
      while (calls == 0) {
        calls = activity.next(Progress.NONE).orElseThrow().getCalls();
      }
      unwanted.cancel();
      assertThat(activity.next(Progress.NONE).orElseThrow().getCalls()).isZero();
      assertThatThrownBy(() -> unwanted.next(Progress.NONE))
          .isInstanceOf(CancellationException.class);
    }
  }
}
