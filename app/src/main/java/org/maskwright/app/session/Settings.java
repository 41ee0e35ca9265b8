package org.maskwright.app.session;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.maskwright.app.canvas.DisplayAdjustment;
import org.maskwright.app.keys.KeyMap;
import org.maskwright.app.text.Language;
import org.maskwright.data.project.ImageId;

/**
 * What a person chose, for all projects. Does not change; its methods return the changed one.
 *
 * @param display how images are shown, by the folder that they lie in
 */
public record Settings(
    Theme theme,
    Language language,
    KeyMap keys,
    List<RecentProject> recent,
    Defaults defaults,
    Layout layout,
    Map<String, DisplayAdjustment> display,
    GuideStep guide) {

  private static final int MAX_RECENT = 12;
  private static final int MAX_FOLDERS = 1000;

  public Settings {
    recent = List.copyOf(recent);
    display = Map.copyOf(display);
  }

  /** What somebody starts with whose system speaks this language. */
  public static Settings first(Locale system) {
    return new Settings(
        Theme.DARK,
        Language.of(system),
        KeyMap.defaults(),
        List.of(),
        Defaults.FIRST,
        Layout.FIRST,
        Map.of(),
        GuideStep.LOOK);
  }

  public Settings withTheme(Theme chosen) {
    return new Settings(chosen, language, keys, recent, defaults, layout, display, guide);
  }

  public Settings withLanguage(Language chosen) {
    return new Settings(theme, chosen, keys, recent, defaults, layout, display, guide);
  }

  public Settings withKeys(KeyMap chosen) {
    return new Settings(theme, language, chosen, recent, defaults, layout, display, guide);
  }

  public Settings withDefaults(Defaults chosen) {
    return new Settings(theme, language, keys, recent, chosen, layout, display, guide);
  }

  public Settings withLayout(Layout seen) {
    return new Settings(theme, language, keys, recent, defaults, seen, display, guide);
  }

  /** Images of this folder are shown like this from now on. */
  public Settings withDisplay(String folder, DisplayAdjustment adjustment) {
    Map<String, DisplayAdjustment> changed = new TreeMap<>(display);
    changed.remove(folder);
    if (!adjustment.isNone() && changed.size() < MAX_FOLDERS) {
      changed.put(folder, adjustment);
    }
    return new Settings(theme, language, keys, recent, defaults, layout, changed, guide);
  }

  public Settings withGuide(GuideStep step) {
    return new Settings(theme, language, keys, recent, defaults, layout, display, step);
  }

  /** How the tools are set is remembered, so that it is one's own default. */
  public ToolOptions tools() {
    return defaults.tools();
  }

  public Settings withTools(ToolOptions chosen) {
    return withDefaults(defaults.withTools(chosen));
  }

  /** Puts a project at the head of the recent ones. */
  public Settings withOpened(Path folder, Instant when) {
    List<RecentProject> opened = new ArrayList<>();
    opened.add(
        new RecentProject(folder, when, slots(folder), lastImage(folder), lastModel(folder)));
    recent.stream().filter(r -> !r.folder().equals(folder)).forEach(opened::add);
    return withRecent(opened.subList(0, Math.min(MAX_RECENT, opened.size())));
  }

  /** Which class each digit key stands for in a project. */
  public ClassSlots slots(Path folder) {
    return find(folder).map(RecentProject::slots).orElse(ClassSlots.FIRST);
  }

  public Settings withSlots(Path folder, ClassSlots slots) {
    return changed(folder, project -> project.withSlots(slots));
  }

  /** The image of a project that was on show last. */
  public Optional<ImageId> lastImage(Path folder) {
    return find(folder).flatMap(RecentProject::image);
  }

  public Settings withLastImage(Path folder, ImageId image) {
    return changed(folder, project -> project.withImage(image));
  }

  /** The hash of the model that was asked last in a project. */
  public Optional<String> lastModel(Path folder) {
    return find(folder).flatMap(RecentProject::model);
  }

  public Settings withLastModel(Path folder, String hash) {
    return changed(folder, project -> project.withModel(hash));
  }

  private Optional<RecentProject> find(Path folder) {
    return recent.stream().filter(r -> r.folder().equals(folder)).findFirst();
  }

  private Settings changed(Path folder, UnaryOperator<RecentProject> change) {
    return withRecent(
        recent.stream().map(r -> r.folder().equals(folder) ? change.apply(r) : r).toList());
  }

  public Settings withoutRecent(Path folder) {
    return withRecent(recent.stream().filter(r -> !r.folder().equals(folder)).toList());
  }

  private Settings withRecent(List<RecentProject> changed) {
    return new Settings(theme, language, keys, changed, defaults, layout, display, guide);
  }
}
