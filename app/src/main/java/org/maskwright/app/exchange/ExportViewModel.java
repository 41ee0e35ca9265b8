package org.maskwright.app.exchange;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
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
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.project.ImageId;
import org.maskwright.data.project.ImageState;

/** An export in the making: what goes where and how, what would be lost, and what became of it. */
public final class ExportViewModel {

  /** What can be chosen of a format when masks are given away. */
  private static final Set<String> OPTIONS = Set.of("shapes", "objects", "void");

  private static final ImageFilter DONE =
      new ImageFilter(EnumSet.of(ImageState.READY, ImageState.VERIFIED), Set.of());
  private static final ImageFilter VERIFIED =
      new ImageFilter(EnumSet.of(ImageState.VERIFIED), Set.of());

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
  private final ReadOnlyObjectWrapper<Optional<KeptProfile>> kept =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private Optional<Path> written = Optional.empty();
  private String proposed;

  /** Which images take part. */
  public enum Scope {
    ALL,
    DONE,
    VERIFIED,
    LISTED,
    PROFILE
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
    return allOptions().getOrDefault(option.key(), option.defaultValue());
  }

  private Map<String, String> allOptions() {
    return kept.get().map(k -> k.options(format.get().id(), options)).orElse(Map.copyOf(options));
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

  /** The file that the choices came from, and which images it names; empty without one. */
  public ObservableValue<String> profileProperty() {
    return kept.map(
        k -> k.map(KeptProfile::name).map(name -> texts.get("export.profileIs", name)).orElse(""));
  }

  /** The sets of images that can be chosen: a profile's own only if it names some. */
  public ObservableValue<List<Scope>> scopesProperty() {
    return kept.map(
        k ->
            k.filter(loaded -> !loaded.images().isEmpty()).isPresent()
                ? List.of(Scope.values())
                : List.of(Scope.ALL, Scope.DONE, Scope.VERIFIED, Scope.LISTED));
  }

  /** Takes over what an earlier export kept in a file. */
  public void loadProfile() {
    Optional<Path> start = Optional.ofNullable(session.project().folder().home().getParent());
    dialogs.chooseFile(texts.get("export.loadProfile"), start).ifPresent(this::load);
  }

  private void load(Path file) {
    course.prepare(Course.Stage.LOOKING);
    course.runs(
        session
            .longWork()
            .onceSaved(
                progress -> {
                  ExportProfile read = ExportProfile.read(file);
                  return new Loaded(
                      Formats.byId(read.format()),
                      new KeptProfile(String.valueOf(file.getFileName()), read));
                },
                new Outcome<>(this::take, course::failed, course::report)));
  }

  /** A profile whose format is known. */
  private record Loaded(DatasetFormat format, KeptProfile kept) {}

  private void take(Loaded loaded) {
    ExportProfile profile = loaded.kept().profile();
    options.clear();
    kept.set(Optional.of(loaded.kept()));
    classes.forEach(choice -> choice.chosen().set(loaded.kept().takes(choice.name())));
    images.set(profile.images());
    zip.set(profile.zip());
    scope.set(scopeOf(profile.filter()));
    format.set(loaded.format());
    look();
  }

  private static Scope scopeOf(ImageFilter filter) {
    if (filter.equals(ImageFilter.ALL)) {
      return Scope.ALL;
    }
    return filter.equals(DONE)
        ? Scope.DONE
        : filter.equals(VERIFIED) ? Scope.VERIFIED : Scope.PROFILE;
  }

  /** Keeps these choices in a file, for the next delivery and for the command line. */
  public void saveProfile() {
    Path home = session.project().folder().home();
    String name = home.getFileName() + " " + format.get().id() + ".json";
    dialogs
        .saveFile(texts.get("export.saveProfile"), Optional.ofNullable(home.getParent()), name)
        .ifPresent(this::save);
  }

  private void save(Path file) {
    ExportProfile profile = profile();
    course.prepare(Course.Stage.LOOKING);
    course.runs(
        session
            .longWork()
            .onceSaved(
                progress -> {
                  profile.write(file);
                  return file;
                },
                new Outcome<>(
                    saved -> course.noted(() -> texts.get("export.profileSaved", saved)),
                    course::failed,
                    course::report)));
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
        format.get().id(), allOptions(), filter(), chosenClasses(), images.get(), zip.get());
  }

  private ImageFilter filter() {
    return switch (scope.get()) {
      case ALL, LISTED -> ImageFilter.ALL;
      case DONE -> DONE;
      case VERIFIED -> VERIFIED;
      case PROFILE -> kept.get().map(k -> k.profile().filter()).orElse(ImageFilter.ALL);
    };
  }

  private ExportChoices choices(boolean replace) {
    Optional<Set<ImageId>> only =
        scope.get() == Scope.LISTED ? Optional.of(listed.get()) : Optional.empty();
    return new ExportChoices(replace, skipBroken.get(), only);
  }

  /** Nothing while all are chosen: they then go under the numbers that they have here. */
  private List<ExportProfile.ClientClass> chosenClasses() {
    Set<String> chosen =
        classes.stream()
            .filter(choice -> choice.chosen().get())
            .map(ClassChoice::name)
            .collect(Collectors.toSet());
    LabelScheme scheme = session.project().scheme();
    boolean plain = kept.get().filter(k -> !k.profile().classes().isEmpty()).isEmpty();
    if (plain && chosen.size() == classes.size()) {
      return List.of();
    }
    return kept.get()
        .map(k -> k.classes(scheme, chosen))
        .orElseGet(() -> KeptProfile.plain(scheme, chosen));
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
