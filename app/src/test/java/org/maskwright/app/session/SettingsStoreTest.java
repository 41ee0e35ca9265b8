package org.maskwright.app.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.app.canvas.DisplayAdjustment;
import org.maskwright.app.keys.Command;
import org.maskwright.app.keys.Shortcut;
import org.maskwright.app.text.Language;
import org.maskwright.data.io.RealDisk;
import org.maskwright.data.project.ImageId;
import org.maskwright.data.project.RestOnDone;

class SettingsStoreTest {

  private static final SeenPanes PANES =
      new SeenPanes("SWIPE", 3, List.of("MASK", "FINE"), List.of(), 0.25, "ENTROPY", "16s");

  @TempDir Path folder;

  @Test
  void whatWasChosenIsThereAgain() throws IOException {
    SettingsStore store = new SettingsStore(RealDisk.INSTANCE, folder.resolve("not/yet there"));
    Settings first = store.load(Locale.KOREA);
    Settings chosen =
        first
            .withTheme(Theme.LIGHT)
            .withDefaults(
                new Defaults(
                    new ToolOptions(77, BrushShape.SQUARE, 3, 31, 4), 0.3, RestOnDone.BACKGROUND))
            .withLayout(Layout.FIRST.withSize(900, 700).withDivider("list", 0.25).withPanes(PANES))
            .withDisplay("/photos/경주 one", new DisplayAdjustment(0.25, 1.5, 2))
            .withKeys(first.keys().rebind(Command.BRUSH, List.of(Shortcut.key("F5"))))
            .withGuide(GuideStep.CLICK)
            .withOpened(Path.of("/photos/경주"), Instant.parse("2026-05-04T03:02:01Z"))
            .withSlots(Path.of("/photos/경주"), ClassSlots.FIRST.with(1, 12))
            .withLastModel(Path.of("/photos/경주"), "0123abcd");

    store.save(chosen);

    Settings loaded = store.load(Locale.ENGLISH);
    assertThat(loaded.language()).isEqualTo(Language.KOREAN);
    assertThat(loaded.theme()).isEqualTo(Theme.LIGHT);
    assertThat(loaded.guide()).isEqualTo(GuideStep.CLICK);
    assertThat(loaded.defaults()).isEqualTo(chosen.defaults());
    assertThat(loaded.layout()).isEqualTo(chosen.layout());
    assertThat(loaded.display()).isEqualTo(chosen.display());
    assertThat(loaded.recent()).isEqualTo(chosen.recent());
    assertThat(loaded.keys().changed()).isEqualTo(chosen.keys().changed());
  }

  @Test
  void anUnreadableFileIsPutAside() throws IOException {
    Files.writeString(folder.resolve("settings.json"), "{\"theme\": \"PINK\"}");

    Settings loaded = new SettingsStore(RealDisk.INSTANCE, folder).load(Locale.ENGLISH);

    assertThat(loaded.theme()).isEqualTo(Theme.DARK);
    assertThat(folder.resolve("settings.unreadable.json")).content().contains("PINK");
  }

  @Test
  void theLastOfManyChangesIsTheOneThatIsSaved() throws IOException {
    SettingsStore store = new SettingsStore(RealDisk.INSTANCE, folder);
    Settings first = store.load(Locale.ENGLISH);

    try (SettingsSaver saver = new SettingsSaver(store)) {
      for (int radius = 1; radius <= 100; radius++) {
        saver.save(first.withTools(ToolOptions.FIRST.withBrushRadius(radius)));
      }
    }

    assertThat(store.load(Locale.ENGLISH).tools().brushRadius()).isEqualTo(100);
  }

  @Test
  void aDigitHasOneClassAndAClassHasOneDigit() {
    ClassSlots slots = ClassSlots.FIRST.with(1, 3);

    assertThat(slots.classOf(1)).hasValue(3);
    assertThat(slots.digitOf(3)).hasValue(1);
    assertThat(slots.classOf(3)).isEmpty();
    assertThat(slots.digitOf(1)).isEmpty();
    assertThat(slots.classOf(4)).hasValue(4);
  }

  @Test
  void openingAProjectAgainMovesItToTheHead() {
    Settings settings =
        Settings.first(Locale.ENGLISH)
            .withOpened(Path.of("a"), Instant.EPOCH)
            .withOpened(Path.of("b"), Instant.EPOCH)
            .withOpened(Path.of("a"), Instant.EPOCH.plusSeconds(1));

    assertThat(settings.recent()).extracting(RecentProject::name).containsExactly("a", "b");
  }

  @Test
  void aProjectIsFoundAgainAtTheImageWhereItWasLeft() throws IOException {
    SettingsStore store = new SettingsStore(RealDisk.INSTANCE, folder);
    Path project = folder.resolve("fields");
    ImageId image = ImageId.of("photos", "west/a b.png");
    store.save(
        store
            .load(Locale.ENGLISH)
            .withOpened(project, Instant.EPOCH)
            .withLastImage(project, image)
            .withOpened(project, Instant.EPOCH.plusSeconds(1)));

    assertThat(store.load(Locale.ENGLISH).lastImage(project)).hasValue(image);
    assertThat(store.load(Locale.ENGLISH).lastImage(folder)).isEmpty();
  }
}
