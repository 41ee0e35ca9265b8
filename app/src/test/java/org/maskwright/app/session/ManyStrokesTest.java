package org.maskwright.app.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import javafx.beans.property.SimpleObjectProperty;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.app.canvas.Pointer;
import org.maskwright.app.compare.EditorViewModel;
import org.maskwright.app.keys.Command;
import org.maskwright.app.task.SameThreadTasks;
import org.maskwright.app.text.Language;
import org.maskwright.app.text.Texts;
import org.maskwright.app.tool.ToolKind;
import org.maskwright.app.tool.ToolServices;
import org.maskwright.data.edit.MaskDocument;
import org.maskwright.data.image.pyramid.ImageOpener;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.label.Provenance;
import org.maskwright.data.project.ImageEntry;
import org.maskwright.data.project.ImageId;
import org.maskwright.data.project.ImageRoot;
import org.maskwright.data.project.Project;
import org.maskwright.data.project.Workplace;
import org.maskwright.testing.Counted;

/**
 * Somebody paints all day, undoes, goes on and comes back: nothing is lost and nothing piles up.
 */
class ManyStrokesTest {

  private static final int WIDTH = 150;
  private static final int HEIGHT = 110;
  private static final int PHOTOS = 3;
  private static final int STROKES = Counted.times(10_000);
  private static final long MOST_GROWTH = 8 << 20;
  private static final List<ToolKind> TOOLS =
      List.of(ToolKind.BRUSH, ToolKind.ERASER, ToolKind.LASSO, ToolKind.FILL, ToolKind.PICK_CLASS);

  @TempDir Path folder;

  private final Random random = new Random(20_000);
  private final List<Exception> failures = new ArrayList<>();
  private ProjectSession session;
  private EditorViewModel editor;

  @BeforeEach
  void open() throws IOException {
    Path photos = Files.createDirectories(folder.resolve("photos"));
    for (int i = 0; i < PHOTOS; i++) {
      BufferedImage photo = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
      ImageIO.write(photo, "png", photos.resolve(i + ".png").toFile());
    }
    LabelScheme scheme = LabelScheme.ofNames(List.of("background", "road", "roof", "tree"));
    ImageRoot root = new ImageRoot("photos", photos);
    Project project =
        Files.exists(home())
            ? Project.open(home(), workplace())
            : Project.create(home(), scheme, List.of(root), workplace());
    SameThreadTasks tasks = new SameThreadTasks();
    ImageOpener images = new ImageOpener(folder.resolve("tiles"));
    session =
        new ProjectSession(
            project,
            new Backstage(tasks, tasks, tasks, images, Runnable::run),
            new Desktop.News(failures, new ArrayList<>()));
    var settings = new SimpleObjectProperty<>(Settings.first(Locale.ENGLISH));
    Painting painting = new Painting(session.schemeProperty(), settings);
    editor =
        new EditorViewModel(
            session,
            painting,
            settings,
            new Texts(Language.ENGLISH),
            new ToolServices(tasks, 0, failures::add));
    session.refresh();
  }

  @AfterEach
  void close() {
    session.close(() -> {});
  }

  @Test
  void maskJournalAndFileAgreeAtTheEnd() throws IOException {
    for (int i = 0; i < STROKES; i++) {
      work();
    }
    Map<ImageId, String> painted = shown();
    close();

    assertThat(failures).isEmpty();
    assertThat(painted.values()).doesNotHaveDuplicates();
    assertThat(stored()).isEqualTo(painted);
    assertThat(replayed()).isEqualTo(painted);
  }

  @Test
  void memoryStaysFlat() {
    for (int i = 0; i < STROKES / 2; i++) {
      work();
    }
    long half = heapInUse();
    for (int i = 0; i < STROKES / 2; i++) {
      work();
    }

    assertThat(heapInUse() - half).isLessThan(MOST_GROWTH);
  }

  private void work() {
    int dice = random.nextInt(100);
    if (dice < 15) {
      editor.run(Command.UNDO);
    } else if (dice < 23) {
      editor.run(Command.REDO);
    } else if (dice < 26) {
      session.step(random.nextBoolean() ? 1 : -1);
    } else if (dice < 32) {
      editor.painting().choose(random.nextInt(4));
    } else if (dice < 36) {
      PaintMode[] modes = PaintMode.values();
      editor.painting().modeProperty().set(modes[random.nextInt(modes.length)]);
    } else {
      stroke();
    }
  }

  private void stroke() {
    editor.tools().kindProperty().set(TOOLS.get(random.nextInt(TOOLS.size())));
    editor.painting().change(options -> options.withBrushRadius(1 + random.nextInt(12)));
    boolean subtract = random.nextInt(5) == 0;
    editor.pressed(pointer(subtract));
    for (int i = random.nextInt(5); i > 0; i--) {
      editor.dragged(pointer(subtract));
    }
    if (random.nextInt(20) == 0) {
      editor.run(Command.CANCEL);
    }
    editor.released(pointer(subtract));
  }

  /** Also outside the image, where hands go. */
  private Pointer pointer(boolean subtract) {
    double x = random.nextDouble() * (WIDTH + 20) - 10;
    double y = random.nextDouble() * (HEIGHT + 20) - 10;
    return new Pointer(x, y, subtract, random.nextInt(10) == 0, 1);
  }

  /** What the window has of every image. */
  private Map<ImageId, String> shown() {
    Map<ImageId, String> masks = new LinkedHashMap<>();
    for (ImageEntry entry : List.copyOf(session.entries())) {
      session.select(entry.image());
      masks.put(entry.image(), print(session.currentProperty().get().orElseThrow().mask()));
    }
    return masks;
  }

  /** What lies in the files of the masks. */
  private Map<ImageId, String> stored() throws IOException {
    Map<ImageId, String> masks = new LinkedHashMap<>();
    try (Project project = Project.openReadOnly(home(), workplace())) {
      for (ImageEntry entry : project.images().entries()) {
        Optional<LabelMask> mask = project.masks().read(entry.image());
        masks.put(entry.image(), print(mask.orElseThrow()));
      }
    }
    return masks;
  }

  /** What the journals make of the masks when they take all steps back and bring them again. */
  private Map<ImageId, String> replayed() throws IOException {
    open();
    for (ImageEntry entry : List.copyOf(session.entries())) {
      session.select(entry.image());
      MaskDocument document =
          session.currentProperty().get().flatMap(OpenImage::document).orElseThrow();
      int steps = document.history().undoCount();
      for (int i = 0; i < steps; i++) {
        document.history().undo();
      }
      assertThat(document.mask().labels()).containsOnly(LabelMask.IGNORE);
      for (int i = 0; i < steps; i++) {
        document.history().redo();
      }
    }
    return shown();
  }

  /** A short name for labels and who decided them, pixel by pixel. */
  private static String print(LabelMask mask) {
    StringBuilder text = new StringBuilder();
    byte[] codes = mask.provenanceCodes();
    for (int i = 0; i < codes.length; i++) {
      Provenance by = mask.provenances().get(codes[i]);
      text.append(mask.labels()[i] & 0xFF).append(by.kind().name().charAt(0));
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    return UUID.nameUUIDFromBytes(bytes).toString();
  }

  private static long heapInUse() {
    MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
    memory.gc();
    return memory.getHeapMemoryUsage().getUsed();
  }

  private Path home() {
    return folder.resolve("home");
  }

  private Workplace workplace() {
    Workplace here = Workplace.current();
    return new Workplace(
        here.disk(),
        folder.resolve("cache"),
        folder.resolve("spill"),
        "Kim",
        here.clock(),
        here.program());
  }
}
