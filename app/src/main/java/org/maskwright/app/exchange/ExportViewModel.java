package org.maskwright.app.exchange;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.maskwright.app.dialog.Dialogs;
import org.maskwright.app.session.ProjectSession;
import org.maskwright.app.task.Tasks.Outcome;
import org.maskwright.app.text.Texts;
import org.maskwright.data.exchange.ExportChoices;
import org.maskwright.data.exchange.ExportProfile;
import org.maskwright.data.exchange.Formats;
import org.maskwright.data.exchange.ImageFilter;
import org.maskwright.data.exchange.ProjectExport;
import org.maskwright.data.format.DatasetFormat;
import org.maskwright.data.format.ExportReport;
import org.maskwright.data.format.FormatOption;
import org.maskwright.data.format.FormatProblem;
import org.maskwright.data.label.LabelClass;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.project.ImageId;
import org.maskwright.data.project.ImageState;

/** An export in the making: what goes where and how, what would be lost, and what became of it. */
public final class ExportViewModel {

  /** What can be chosen of a format when masks are given away. */
  private static final Set<String> OPTIONS = Set.of("shapes", "objects", "void");

  private final ProjectSession session;
  private final Dialogs dialogs;
  private final Texts texts;
  private final Supplier<Set<ImageId>> listed;
  private final Course course;
  private final ObjectProperty<DatasetFormat> format =
      new SimpleObjectProperty<>(Formats.all().get(0));
  private final ObjectProperty<Scope> scope = new SimpleObjectProperty<>(Scope.ALL);
  private final StringProperty target = new SimpleStringProperty();
  private final BooleanProperty images = new SimpleBooleanProperty();
  private final BooleanProperty zip = new SimpleBooleanProperty();
  private final BooleanProperty skipBroken = new SimpleBooleanProperty();
  private final Map<String, String> options = new LinkedHashMap<>();
  private final List<ClassChoice> classes;
  private Optional<Path> written = Optional.empty();
  private String proposed;

  /** Which images take part. */
  public enum Scope {
    ALL,
    DONE,
    VERIFIED,
    LISTED
  }

  /** A class of the project, and whether it goes along. */
  public record ClassChoice(String name, int displayRgb, BooleanProperty chosen) {}

  /**
   * An export of the open project.
   *
   * @param listed the images that the list shows at the moment
   */
  public ExportViewModel(
      ProjectSession session, Dialogs dialogs, Texts texts, Supplier<Set<ImageId>> listed) {
    this.session = session;
    this.dialogs = dialogs;
    this.texts = texts;
    this.listed = listed;
    course = new Course(texts, "export.cancelled");
    classes =
        session.project().scheme().classes().stream()
            .filter(label -> !label.isMerged())
            .map(ExportViewModel::choice)
            .toList();
    proposed = proposal();
    target.set(proposed);
    format.addListener(o -> formatChanged());
    scope.addListener(o -> look());
    classes.forEach(choice -> choice.chosen().addListener(o -> look()));
  }

  private static ClassChoice choice(LabelClass label) {
    return new ClassChoice(label.name(), label.displayRgb(), new SimpleBooleanProperty(true));
  }

  /** Beside the project, under its name and the format's. */
  private String proposal() {
    Path home = session.project().folder().home();
    return home.resolveSibling(home.getFileName() + " " + format.get().id()).toString();
  }

  private void formatChanged() {
    options.clear();
    String before = proposed;
    proposed = proposal();
    if (target.get().equals(before)) {
      target.set(proposed);
    }
    look();
  }

  public List<DatasetFormat> formats() {
    return Formats.all();
  }

  public ObjectProperty<DatasetFormat> formatProperty() {
    return format;
  }

  public ObjectProperty<Scope> scopeProperty() {
    return scope;
  }

  /** The folder, or zip file, that will be written. */
  public StringProperty targetProperty() {
    return target;
  }

  /** Whether the images come along. */
  public BooleanProperty imagesProperty() {
    return images;
  }

  public BooleanProperty zipProperty() {
    return zip;
  }

  /** Whether to go on without the images that cannot be brought across. */
  public BooleanProperty skipBrokenProperty() {
    return skipBroken;
  }

  public List<ClassChoice> classes() {
    return classes;
  }

  /** What can be chosen for this format. */
  public List<FormatOption> options() {
    return format.get().options().stream().filter(o -> OPTIONS.contains(o.key())).toList();
  }

  public String option(FormatOption option) {
    return options.getOrDefault(option.key(), option.defaultValue());
  }

  public void choose(FormatOption option, String value) {
    options.put(option.key(), value);
    look();
  }

  public Course course() {
    return course;
  }

  /** Where the export lies that was just written. */
  public Optional<Path> written() {
    return written;
  }

  public void chooseFolder() {
    Path home = session.project().folder().home();
    String name = target.get().replaceFirst(".*[/\\\\]", "");
    dialogs
        .chooseFolder(texts.get("export.chooseFolder"), Optional.ofNullable(home.getParent()))
        .ifPresent(folder -> target.set(folder.resolve(name).toString()));
  }

  /** Finds out what would come across and what not; nothing is written. */
  public void look() {
    ExportProfile profile = profile();
    ExportChoices choices = choices(false);
    course.prepare(Course.Stage.LOOKING);
    course.runs(
        session
            .longWork()
            .onceSaved(
                progress ->
                    ProjectExport.of(session.project(), profile, choices, progress).preflight(),
                new Outcome<>(course::looked, course::failed, course::report)));
  }

  /** True if there is something to export and somewhere to put it. */
  public boolean mayExport() {
    return course.isReady(skipBroken.get()) && !target.get().isBlank();
  }

  /** Writes, reads back and compares. */
  public void export() {
    export(false);
  }

  private void export(boolean replace) {
    ExportProfile profile = profile();
    ExportChoices choices = choices(replace);
    String typed = target.get();
    course.prepare(Course.Stage.WORKING);
    course.runs(
        session
            .longWork()
            .onceSaved(
                progress ->
                    ProjectExport.of(session.project(), profile, choices, progress)
                        .export(TypedPath.of(typed)),
                new Outcome<>(this::done, this::failed, course::report)));
  }

  private ExportProfile profile() {
    return new ExportProfile(
        format.get().id(), options, filter(), chosenClasses(), images.get(), zip.get());
  }

  private ImageFilter filter() {
    return switch (scope.get()) {
      case ALL, LISTED -> ImageFilter.ALL;
      case DONE -> new ImageFilter(EnumSet.of(ImageState.READY, ImageState.VERIFIED), Set.of());
      case VERIFIED -> new ImageFilter(EnumSet.of(ImageState.VERIFIED), Set.of());
    };
  }

  private ExportChoices choices(boolean replace) {
    Optional<Set<ImageId>> only =
        scope.get() == Scope.LISTED ? Optional.of(listed.get()) : Optional.empty();
    return new ExportChoices(replace, skipBroken.get(), only);
  }

  /** Nothing while all are chosen: they then go under the numbers that they have here. */
  private List<ExportProfile.ClientClass> chosenClasses() {
    if (classes.stream().allMatch(choice -> choice.chosen().get())) {
      return List.of();
    }
    return session.project().scheme().classes().stream()
        .filter(label -> isChosen(label.name()))
        .map(label -> new ExportProfile.ClientClass(label.name(), label.index(), label.name()))
        .toList();
  }

  private boolean isChosen(String name) {
    return classes.stream().anyMatch(c -> c.name().equals(name) && c.chosen().get());
  }

  private void done(ExportReport report) {
    written = Optional.of(report.target());
    String key = report.written() == 1 ? "export.doneOne" : "export.done";
    course.done(() -> texts.get(key, report.written(), report.different()));
  }

  /** An earlier export is replaced only by somebody who was asked. */
  private void failed(Exception reason) {
    boolean exists =
        reason instanceof DataException known
            && known.problem().code() == FormatProblem.TARGET_EXISTS;
    course.failed(reason);
    if (exists
        && dialogs.confirm(
            texts.get("export.replaceTitle"),
            texts.get("export.replaceText", target.get()),
            texts.get("export.replace"))) {
      export(true);
    }
  }
}
