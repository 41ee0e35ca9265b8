package org.maskwright.app.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.app.engine.EngineStatus.State;
import org.maskwright.app.session.OpenProject;
import org.maskwright.data.dataset.Split;
import org.maskwright.data.io.JsonFile;
import org.maskwright.data.io.Sha256;
import org.maskwright.data.program.UserFolders;
import org.maskwright.data.project.ImageId;
import org.maskwright.data.project.ImageState;
import org.maskwright.data.task.Progress;
import org.maskwright.protocol.ProtocolProblem;
import org.maskwright.protocol.client.Content;
import org.maskwright.protocol.snapshot.ClassTable;
import org.maskwright.protocol.snapshot.FrozenSnapshot;
import org.maskwright.protocol.snapshot.SnapshotWriter;
import org.maskwright.protocol.wire.Job;
import org.maskwright.protocol.wire.JobKind;
import org.maskwright.protocol.wire.JobNews;
import org.maskwright.protocol.wire.JobState;
import org.maskwright.protocol.wire.SubmitJobRequest;
import org.maskwright.protocol.wire.TrainingChoices;
import org.maskwright.protocol.wire.WhenClosed;
import org.maskwright.testing.TestCertificate;

/**
 * The window and an engine as on another machine: two programs with homes of their own, TLS, a
 * token, and a line between them that is cut in the middle of a training.
 */
class RemoteTrainingTest {

  private static final int SECONDS = 120;
  private static final int EPOCHS = 40;
  private static final String TOKEN = "a-token-of-some-length";
  private static final Pattern LISTENS = Pattern.compile("listens at 127\\.0\\.0\\.1:(\\d+)");

  @TempDir private Path folder;

  private final BlockingQueue<EngineStatus> heard = new LinkedBlockingQueue<>();
  private Optional<Process> engine = Optional.empty();

  @AfterEach
  void end() {
    engine.ifPresent(Process::destroyForcibly);
  }

  private Path token(String name, String words) throws IOException {
    Path file = Files.writeString(folder.resolve(name), words);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    return file;
  }

  /** Starts an engine in a home of its own; the result is its port. */
  private int serve() throws Exception {
    Path home = Files.createDirectories(folder.resolve("there"));
    TestCertificate certificate = TestCertificate.create(home.resolve("tls"));
    Path said = home.resolve("said");
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx400m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                BuiltEngine.command(home).classPath(),
                "org.maskwright.network.Main",
                "serve",
                "--listen=127.0.0.1:0",
                "--tls-cert=" + certificate.chain(),
                "--tls-key=" + certificate.key(),
                "--token-file=" + token("there/token", TOKEN))
            .redirectErrorStream(true)
            .redirectOutput(said.toFile());
    builder
        .environment()
        .putAll(
            Map.of(
                "MASKWRIGHT_HOME",
                home.toString(),
                "HOME",
                home.toString(),
                "OMP_NUM_THREADS",
                "1"));
    Process process = builder.start();
    engine = Optional.of(process);
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    Matcher listens = LISTENS.matcher(Files.readString(said));
    while (!listens.find()) {
      assertThat(process.isAlive() && System.nanoTime() < end).as(Files.readString(said)).isTrue();
      java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
      listens = LISTENS.matcher(Files.readString(said));
    }
    return Integer.parseInt(listens.group(1));
  }

  private Content model() throws IOException {
    try (InputStream tiny =
        Objects.requireNonNull(
            OpenProject.class.getResourceAsStream("/org/maskwright/app/tiny.mwmodel"))) {
      return Content.of(Files.write(folder.resolve("tiny.mwmodel"), tiny.readAllBytes()));
    }
  }

  private FrozenSnapshot freeze() throws IOException {
    String[] photos = {"a.png", "b.png", "c.png", "d.png"};
    try (OpenProject open =
        new OpenProject(folder.resolve("here"), List.of("background", "thing"), photos)) {
      Map<ImageId, Split> splits = new TreeMap<>();
      for (int i = 0; i < photos.length; i++) {
        open.label(photos[i], i % 2, ImageState.READY);
        splits.put(open.id(photos[i]), i < 2 ? Split.TRAIN : Split.VAL);
      }
      return new SnapshotWriter(
              open.project(),
              ClassTable.byName(open.project().scheme(), open.project().scheme()),
              SnapshotWriter.Choices.USUAL,
              folder.resolve("here/frozen"))
          .write(splits, Progress.NONE);
    }
  }

  private static SubmitJobRequest request(FrozenSnapshot snapshot, Content model) {
    return SubmitJobRequest.newBuilder()
        .setId("0123-4567-89ab")
        .setName("tuned")
        .setKind(JobKind.FINE_TUNE)
        .setModel(model.hash())
        .setSnapshot(snapshot.hash())
        .setWhenClosed(WhenClosed.KEEP_RUNNING)
        .setTraining(TrainingChoices.newBuilder().setEpochs(EPOCHS).setBatch(1).setCrop(33))
        .build();
  }

  private SharedEngine window(int port, Path token) {
    UserFolders folders =
        new UserFolders(folder.resolve("data"), folder.resolve("cache"), folder.resolve("logs"));
    EngineChoice there =
        new EngineChoice(
            Optional.of(new EngineChoice.Remote("127.0.0.1", port, token, Optional.empty())));
    SharedEngine shared =
        new SharedEngine(there, choice -> new ChosenEngine(choice, folders), Runnable::run);
    heard.clear();
    shared.statusProperty().subscribe(heard::add);
    shared.start();
    return shared;
  }

  private EngineStatus await(State wanted) throws InterruptedException {
    EngineStatus now;
    do {
      now = heard.poll(SECONDS, TimeUnit.SECONDS);
      assertThat(now).as("%s in time", wanted).isNotNull();
    } while (now.state() != wanted);
    return now;
  }

  /** What the window draws, and cuts the line once in the middle. */
  private static final class Curve {

    private final CuttableLine line;
    private final List<Integer> epochs = new ArrayList<>();
    private boolean cut;
    private Job job = Job.getDefaultInstance();

    Curve(CuttableLine line) {
      this.line = line;
    }

    void add(JobNews news) {
      job = news.getJob();
      try {
        for (String told : news.getLinesList()) {
          var point =
              JsonFile.parse(told.getBytes(java.nio.charset.StandardCharsets.UTF_8), "a line");
          if (point.has("epoch")) {
            epochs.add((int) point.integer("epoch", 1, EPOCHS));
          }
        }
        if (!cut && epochs.size() >= 2) {
          cut = true;
          line.cut();
        }
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }
  }

  @Test
  void trainingOutlivesACutLineTheCurveIsWholeAndTheModelArrives() throws Exception {
    int port = serve();
    FrozenSnapshot snapshot = freeze();
    Content model = model();
    try (CuttableLine line = new CuttableLine(port)) {
      try (SharedEngine stranger =
          window(line.port(), token("wrong", "another-token-altogether"))) {
        assertThat(await(State.LOST).problem().orElseThrow().code().key())
            .isEqualTo(ProtocolProblem.TOKEN_WRONG.key());
        assertThat(stranger.statusProperty().get().isThere()).isFalse();
      }
      try (SharedEngine window = window(line.port(), token("right", TOKEN))) {
        await(State.READY);
        EngineClient client = window.now();
        SubmitJobRequest request = request(snapshot, model);
        client.jobs().submit(request, snapshot, Optional.of(model), Progress.NONE);
        // From here on there is nothing of the project that anybody could read.
        Files.move(folder.resolve("here"), folder.resolve("gone"));

        Curve curve = new Curve(line);
        client.jobs().watch(request.getId(), curve::add, Progress.NONE);

        assertThat(curve.cut).isTrue();
        assertThat(curve.job.getState()).isEqualTo(JobState.DONE);
        assertThat(curve.job.getDone()).isLessThanOrEqualTo(curve.job.getTotal());
        assertThat(new TreeSet<>(curve.epochs))
            .containsExactlyElementsOf(IntStream.rangeClosed(1, EPOCHS).boxed().toList());
        Path trained = folder.resolve("trained.mwmodel");
        client.fetch(curve.job.getResult(), trained, Progress.NONE);
        assertThat(Sha256.of(trained)).isEqualTo(curve.job.getResult());
        assertThat(curve.job.getResult()).isNotEqualTo(model.hash());
      }
    }
  }
}
