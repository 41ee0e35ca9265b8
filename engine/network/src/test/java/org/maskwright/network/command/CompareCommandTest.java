package org.maskwright.network.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.data.image.ImageLoader;
import org.maskwright.data.image.Pixels;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.label.MaskPng;
import org.maskwright.network.architecture.ArchitectureDescription;
import org.maskwright.network.architecture.FcnNetwork;
import org.maskwright.network.architecture.Preprocessing;
import org.maskwright.network.architecture.Trunks;
import org.maskwright.network.architecture.WorkingScale;
import org.maskwright.network.report.Pictures;
import org.maskwright.network.weights.model.ModelCard;
import org.maskwright.network.weights.model.ModelDescription;
import org.maskwright.network.weights.model.ModelWriter;
import org.maskwright.network.weights.model.Precision;
import picocli.CommandLine;

class CompareCommandTest {

  private static final int SIDE = 40;
  private static final int GAP = 4;

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void prepare() throws IOException {
    ArchitectureDescription network =
        ArchitectureDescription.usual(Trunks.SQUEEZENET_1_1, 2).withWidths(List.of(2, 1, 1, 1, 1));
    LabelScheme labels = LabelScheme.ofNames(List.of("ground", "thing"));
    ModelDescription description =
        new ModelDescription(
            network,
            Preprocessing.CAFFE_SQUEEZENET,
            WorkingScale.OWN,
            labels,
            ModelCard.named("m"));
    try (FcnNetwork built = FcnNetwork.build(network, 1)) {
      new ModelWriter(description, built, Precision.FULL).write(folder.resolve("m.mwmodel"));
    }
    int[] argb = new int[SIDE * SIDE];
    Arrays.fill(argb, 0xFF336699);
    for (String name : List.of("photos/a.png", "photos/b.png", "more/a.png")) {
      Files.createDirectories(folder.resolve(name).resolveSibling("."));
      Files.write(folder.resolve(name), Pictures.png(new Pixels(SIDE, SIDE, argb)));
    }
    Files.createDirectories(folder.resolve("masks"));
    try (OutputStream mask = Files.newOutputStream(folder.resolve("masks/b.png"))) {
      MaskPng.write(mask, SIDE, SIDE, new byte[SIDE * SIDE]);
    }
  }

  @Test
  void everyImageBecomesARowOfPictures() throws IOException {
    int code = execute("photos", "more/a.png", "--truth", folder.resolve("masks").toString());

    assertThat(err.toString()).doesNotContain("Skipped");
    assertThat(code).isZero();
    assertThat(pictures()).containsExactly("a-2.png", "a.png", "b.png");
    assertThat(width("a.png")).isEqualTo(5 * (SIDE + GAP) - GAP);
    assertThat(width("b.png")).isEqualTo(6 * (SIDE + GAP) - GAP);
    assertThat(out.toString()).contains("3 pictures are in");
  }

  @Test
  void anImageThatCannotBeReadIsNamedAndSkipped() throws IOException {
    Files.write(folder.resolve("photos/b.png"), new byte[] {1, 2, 3});

    assertThat(execute("photos")).isZero();

    assertThat(err.toString()).contains("Skipped: ", "b.png");
    assertThat(pictures()).containsExactly("a.png");
  }

  private int execute(String... arguments) {
    Failures failures = new Failures(new FailureLog(folder));
    String[] all =
        Stream.concat(
                Stream.of(
                    "--model",
                    folder.resolve("m.mwmodel").toString(),
                    "--out",
                    folder.resolve("out").toString()),
                Stream.of(arguments)
                    .map(a -> a.matches("(photos|more).*") ? folder.resolve(a).toString() : a))
            .toArray(String[]::new);
    return new CommandLine(new CompareCommand())
        .setExecutionExceptionHandler(failures)
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(all);
  }

  private List<String> pictures() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("out"))) {
      return files.map(f -> String.valueOf(f.getFileName())).sorted().toList();
    }
  }

  private int width(String picture) throws IOException {
    return ImageLoader.load(folder.resolve("out").resolve(picture)).width();
  }
}
