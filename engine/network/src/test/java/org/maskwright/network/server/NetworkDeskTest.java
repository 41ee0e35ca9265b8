package org.maskwright.network.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.data.image.Pixels;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.task.Progress;
import org.maskwright.network.architecture.ArchitectureDescription;
import org.maskwright.network.architecture.BatchNorm;
import org.maskwright.network.architecture.Buildable;
import org.maskwright.network.architecture.Catalogue;
import org.maskwright.network.architecture.Fusion;
import org.maskwright.network.weights.importing.TinyWeights;
import org.maskwright.network.weights.model.ModelDescription;
import org.maskwright.network.weights.model.ModelFile;
import org.maskwright.protocol.client.Answers;
import org.maskwright.protocol.client.Content;
import org.maskwright.protocol.client.EngineLink;
import org.maskwright.protocol.client.Transfers;
import org.maskwright.protocol.wire.ImagePixels;
import org.maskwright.protocol.wire.LabelClass;
import org.maskwright.protocol.wire.ListModelsRequest;
import org.maskwright.protocol.wire.ListNetworksRequest;
import org.maskwright.protocol.wire.MakeModelPart;
import org.maskwright.protocol.wire.MakeModelRequest;
import org.maskwright.protocol.wire.Model;
import org.maskwright.protocol.wire.Network;
import org.maskwright.protocol.wire.PredictRequest;

/** A window asks an engine for models of networks that nobody has trained there. */
class NetworkDeskTest {

  @TempDir private static Path home;

  private static EngineRun run;
  private static EngineLink link;

  @BeforeAll
  static void start() throws IOException {
    run = EngineRun.start(home);
    link = run.connect();
  }

  @AfterAll
  static void stop() {
    link.close();
    run.close();
  }

  private static MakeModelRequest.Builder asked(String trunk, String head) {
    MakeModelRequest.Builder request =
        MakeModelRequest.newBuilder().setName("new one").setTrunk(trunk).setHead(head);
    request.addClasses(LabelClass.newBuilder().setName("background").setRgb(0x5A5A5A));
    return request.addClasses(LabelClass.newBuilder().setName("crack").setRgb(0xE69F00));
  }

  private static Model make(MakeModelRequest.Builder request) throws IOException {
    try (Answers<MakeModelRequest, MakeModelPart> answers =
        link.listen((stub, into) -> stub.makeModel(request.build(), into))) {
      Model made = Model.getDefaultInstance();
      for (Optional<MakeModelPart> part = answers.next(Progress.NONE);
          part.isPresent();
          part = answers.next(Progress.NONE)) {
        made = part.get().hasModel() ? part.get().getModel() : made;
      }
      return made;
    }
  }

  private static PredictRequest question(Model model, Pixels image) {
    ImagePixels pixels =
        ImagePixels.newBuilder()
            .setWidth(image.width())
            .setHeight(image.height())
            .setRgb(ByteString.copyFrom(image.rgb()))
            .build();
    return PredictRequest.newBuilder().setModel(model.getHash()).setPixels(pixels).build();
  }

  private static Content sent(Path file) throws IOException {
    Content content = Content.of(file);
    new Transfers(link).send(List.of(content), Progress.NONE);
    return content;
  }

  private static ModelDescription description(Model model) throws IOException {
    Path file = EngineRun.models(home).resolve(model.getHash() + ModelFile.EXTENSION);
    try (ModelFile open = ModelFile.open(file)) {
      return open.description();
    }
  }

  private static void refuses(MakeModelRequest.Builder request, String why) {
    assertThatThrownBy(() -> make(request))
        .isInstanceOf(DataException.class)
        .hasMessageContaining(why);
  }

  @Test
  void everyNetworkIsListedWithWhatIsLeftToChoose() throws IOException {
    List<Network> networks =
        link.ask(
                60,
                stub -> stub.listNetworks(ListNetworksRequest.newBuilder().setClasses(21).build()))
            .getNetworksList();

    assertThat(networks).hasSameSizeAs(Catalogue.all(21));
    assertThat(networks).extracting(n -> n.getTrunk() + " " + n.getHead()).doesNotHaveDuplicates();
    Network vgg = networks.stream().filter(n -> n.getTrunk().equals("vgg16")).findFirst().get();
    assertThat(vgg.getReceptiveField()).isEqualTo(404);
    assertThat(vgg.getFusionsList()).containsExactly("sum", "concatenation");
    assertThat(vgg.getUpsamplingsList()).containsExactly("learned", "fixed");
    Network segnet = networks.stream().filter(n -> n.getHead().equals("segnet")).findFirst().get();
    assertThat(segnet.getVariantsList()).containsExactly("1s");
    assertThat(segnet.getUpsamplingsList()).containsExactly("unpooled", "fixed", "learned");
  }

  @Test
  void everyNetworkThatIsListedCanBeginFromRandomWeights() throws IOException {
    for (ArchitectureDescription network : Catalogue.all(2)) {
      Buildable.check(network.withBatchNorm(BatchNorm.LIVE), network.title());
    }
  }

  @Test
  void aModelOfRandomWeightsIsKeptAmongTheEnginesOwnAndPredicts() throws IOException {
    Model made = make(asked("squeezenet1_1", "plain").setFusion("concatenation"));

    assertThat(made.getName()).isEqualTo("new one");
    assertThat(made.getClassesList()).extracting(LabelClass::getRgb).contains(0xE69F00);
    assertThat(description(made).architecture().head().fusion()).isEqualTo(Fusion.CONCATENATION);
    assertThat(
            link.ask(10, stub -> stub.listModels(ListModelsRequest.getDefaultInstance()))
                .getModelsList())
        .extracting(Model::getHash)
        .contains(made.getHash());
    assertThat(Answer.to(link, question(made, TinyModels.noise(40, 30))).variants()).hasSize(3);
  }

  @Test
  void aFileOfWeightsIsSentAndBecomesAModel() throws IOException {
    Content file = sent(TinyWeights.vgg(Files.createDirectory(home.resolve("sent"))));

    Model made =
        make(
            asked("vgg16", "fully_convolutional")
                .setWeights(file.hash())
                .setWeightsName("vgg.safetensors"));

    assertThat(description(made).card().notes()).anyMatch(n -> n.contains("vgg.safetensors"));
    Model still =
        make(
            asked("vgg16", "pool5_stride_1")
                .setWeights(file.hash())
                .setWeightsName("vgg.safetensors"));
    assertThat(description(still).architecture().poolsEverywhere()).isTrue();
    refuses(
        asked("resnet50", "plain").setWeights(file.hash()).setWeightsName("vgg.safetensors"),
        "holds the weights of vgg16, not of resnet50");
    refuses(
        asked("vgg16", "fully_convolutional").setWeights(file.hash()).setWeightsName("../x"),
        "no plain name");
    refuses(
        asked("vgg16", "fully_convolutional").setWeights(file.hash()).setWeightsName("vgg.txt"),
        "is a safetensors file, whatever its name says");
    assertThat(home.resolve("data/engine/incoming")).isEmptyDirectory();
  }

  @Test
  void theWeightsOfAnotherTrunkAreCalledThatUnderAnyHead() throws IOException {
    Path sent = TinyWeights.squeezeNet(Files.createDirectory(home.resolve("other")));
    Content file = Content.of(sent);
    new Transfers(link).send(List.of(file), Progress.NONE);

    for (String head : List.of("fully_convolutional", "segnet")) {
      refuses(
          asked("vgg16", head).setWeights(file.hash()).setWeightsName("squeeze.safetensors"),
          "holds the weights of squeezenet1_1, not of vgg16");
    }
  }

  @Test
  void aFileWithScoresOfItsOwnKeepsItsOwnClasses() throws IOException {
    Content file = sent(TinyWeights.fcn(Files.createDirectory(home.resolve("published"))));

    Model made =
        make(
            asked("vgg16", "fully_convolutional")
                .setWeights(file.hash())
                .setWeightsName("fcn8s.caffemodel"));

    assertThat(made.getClassesList()).hasSize(3);
    assertThat(made.getVariantsList()).containsExactly("8s");
  }

  @Test
  void whatMakesNoSenseIsRefusedWithTheReason() {
    refuses(asked("vgg11", "plain"), "there is no network vgg11 plain");
    refuses(asked("squeezenet1_1", "large_fov"), "there is no network squeezenet1_1 large_fov");
    refuses(asked("squeezenet1_1", "plain").setFusion("union"), "there is no union");
    MakeModelRequest.Builder lonely = asked("squeezenet1_1", "plain");
    refuses(lonely.removeClasses(1), "networks for 1 classes");
    refuses(asked("squeezenet1_1", "plain").setName("\n"), "A name has");
    refuses(asked("squeezenet1_1", "plain").clearClasses(), "class");
    refuses(
        asked("vgg16", "fully_convolutional").setWeights("0".repeat(64)).setWeightsName("a.pth"),
        "000000");
  }
}
