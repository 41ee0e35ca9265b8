package org.maskwright.app.exchange;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.maskwright.app.dialog.Dialogs;
import org.maskwright.app.session.ProjectSession;
import org.maskwright.app.task.Tasks.Outcome;
import org.maskwright.app.text.Texts;
import org.maskwright.data.exchange.FormatGuess;
import org.maskwright.data.exchange.Formats;
import org.maskwright.data.exchange.ImportPlan;
import org.maskwright.data.exchange.ImportReport;
import org.maskwright.data.exchange.Importer;
import org.maskwright.data.format.Dataset;
import org.maskwright.data.format.DatasetFormat;
import org.maskwright.data.format.FormatOption;
import org.maskwright.data.format.FormatOptions;
import org.maskwright.data.format.FormatProblem;
import org.maskwright.data.format.Preflight;
import org.maskwright.data.label.ClassGuess;
import org.maskwright.data.label.LabelClass;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.task.Progress;

/** An import in the making: what is there, which class is which, and what would happen. */
public final class ImportViewModel {

  /** What can be chosen of a format when masks are taken in. */
  private static final Set<String> OPTIONS =
      Set.of("match", "rest", "crowds", "ignore", "names", "ids");

  private final ProjectSession session;
  private final Dialogs dialogs;
  private final Texts texts;
  private final Course course;
  private final StringProperty source = new SimpleStringProperty("");
  private final ObjectProperty<@Nullable DatasetFormat> format = new SimpleObjectProperty<>();
  private final BooleanProperty proposals = new SimpleBooleanProperty();
  private final BooleanProperty replace = new SimpleBooleanProperty();
  private final BooleanProperty skipBroken = new SimpleBooleanProperty();
  private final ObservableList<ClassLine> classes = FXCollections.observableArrayList();
  private final Map<String, String> options = new LinkedHashMap<>();
  private boolean following;

  /** What becomes of the pixels of a foreign class. */
  public sealed interface Fate {

    /** They become a class of the project. */
    record Becomes(String name) implements Fate {}

    /** The class is added to the project. */
    record Added() implements Fate {}

    /** They do not count. */
    record Ignored() implements Fate {}
  }

  /** A class of the source, and what becomes of it. */
  public record ClassLine(String name, boolean guessed, ObjectProperty<Fate> fate) {}

  /** What a first look at a source finds. */
  private record Found(DatasetFormat format, LabelScheme scheme, Preflight preflight) {}

  public ImportViewModel(ProjectSession session, Dialogs dialogs, Texts texts) {
    this.session = session;
    this.dialogs = dialogs;
    this.texts = texts;
    course = new Course(texts, "import.cancelled");
    source.addListener(o -> course.reset());
    format.addListener(o -> changed(true));
    proposals.addListener(o -> changed(false));
    replace.addListener(o -> changed(false));
  }

  public Course course() {
    return course;
  }

  /** The folder or file that was chosen. */
  public StringProperty sourceProperty() {
    return source;
  }

  public List<DatasetFormat> formats() {
    return Formats.all();
  }

  /** Found out from the source; somebody who knows better may choose another. */
  public ObjectProperty<@Nullable DatasetFormat> formatProperty() {
    return format;
  }

  /** Whether the masks come in as proposals, which never replace what a person made. */
  public BooleanProperty proposalsProperty() {
    return proposals;
  }

  /** Whether labels that are there are replaced; otherwise those images are left as they are. */
  public BooleanProperty replaceProperty() {
    return replace;
  }

  public BooleanProperty skipBrokenProperty() {
    return skipBroken;
  }

  /** The classes of the source. */
  public ObservableList<ClassLine> classes() {
    return classes;
  }

  /** What a foreign class may become. */
  public List<Fate> fates(ClassLine line) {
    boolean known = session.project().scheme().byName(line.name()).isPresent();
    List<Fate> fates = new ArrayList<>();
    if (!known) {
      fates.add(new Fate.Added());
    }
    fates.add(new Fate.Ignored());
    session.project().scheme().active().stream()
        .map(label -> new Fate.Becomes(label.name()))
        .forEach(fates::add);
    return fates;
  }

  /** What can be chosen for this format. */
  public List<FormatOption> options() {
    DatasetFormat now = format.get();
    return now == null
        ? List.of()
        : now.options().stream().filter(o -> OPTIONS.contains(o.key())).toList();
  }

  public String option(FormatOption option) {
    return options.getOrDefault(option.key(), option.defaultValue());
  }

  public void choose(FormatOption option, String value) {
    options.put(option.key(), value);
    look();
  }

  public void chooseFolder() {
    dialogs.chooseFolder(texts.get("import.chooseFolder"), Optional.empty()).ifPresent(this::open);
  }

  public void chooseFile() {
    dialogs.chooseFile(texts.get("import.chooseFile"), Optional.empty()).ifPresent(this::open);
  }

  private void open(Path path) {
    source.set(path.toString());
    open();
  }

  /** Looks what the folder or file is, and what an import of it would bring. */
  public void open() {
    options.clear();
    classes.clear();
    following = true;
    format.set(null);
    following = false;
    course.reset();
    look();
  }

  private void changed(boolean otherFormat) {
    if (!following) {
      if (otherFormat) {
        options.clear();
        classes.clear();
      }
      look();
    }
  }

  /** Says what would happen; nothing is written. */
  public void look() {
    if (source.get().isBlank()) {
      return;
    }
    String path = source.get();
    Optional<DatasetFormat> chosen = Optional.ofNullable(format.get());
    Map<String, String> picked = Map.copyOf(options);
    ImportPlan sketch = plan("");
    course.prepare(Course.Stage.LOOKING);
    course.runs(
        session
            .longWork()
            .onceSaved(
                progress -> find(TypedPath.of(path), chosen, picked, sketch, progress),
                new Outcome<>(this::found, course::failed, course::report)));
  }

  private Found find(
      Path path,
      Optional<DatasetFormat> chosen,
      Map<String, String> picked,
      ImportPlan sketch,
      Progress progress)
      throws IOException {
    DatasetFormat is = chosen.isPresent() ? chosen.get() : guess(path, progress);
    try (Dataset dataset = Formats.open(path, is, FormatOptions.of(is, picked), progress)) {
      Importer importer = new Importer(session.project(), dataset, named(sketch, is), progress);
      return new Found(is, dataset.scheme(), importer.preflight());
    }
  }

  private static DatasetFormat guess(Path path, Progress progress) throws IOException {
    return FormatGuess.of(path, progress)
        .orElseThrow(
            () ->
                DataException.of(
                    FormatProblem.NOT_THIS_FORMAT,
                    path,
                    String.join(", ", Formats.all().stream().map(DatasetFormat::title).toList()),
                    "?"));
  }

  private static ImportPlan named(ImportPlan plan, DatasetFormat format) {
    return new ImportPlan(
        format.id(),
        plan.classes(),
        plan.proposals(),
        plan.existing(),
        plan.state(),
        plan.skipBroken());
  }

  private void found(Found found) {
    following = true;
    format.set(found.format());
    following = false;
    boolean first = classes.isEmpty();
    if (first) {
      classes.setAll(found.scheme().classes().stream().map(this::line).toList());
    }
    course.looked(found.preflight());
    boolean guessed = classes.stream().anyMatch(ClassLine::guessed);
    if (first && guessed) {
      look();
    }
  }

  private ClassLine line(LabelClass foreign) {
    Optional<LabelClass> known = ClassGuess.of(foreign.name(), session.project().scheme());
    Fate fate = known.isPresent() ? new Fate.Becomes(known.get().name()) : new Fate.Added();
    ObjectProperty<Fate> chosen = new SimpleObjectProperty<>(fate);
    chosen.addListener(o -> look());
    boolean byAnotherName =
        known.filter(label -> !label.name().equalsIgnoreCase(foreign.name())).isPresent();
    return new ClassLine(foreign.name(), byAnotherName, chosen);
  }

  private ImportPlan plan(String formatId) {
    Map<String, String> names = new LinkedHashMap<>();
    for (ClassLine line : classes) {
      if (line.fate().get() instanceof Fate.Becomes known) {
        names.put(line.name(), known.name());
      } else if (line.fate().get() instanceof Fate.Ignored) {
        names.put(line.name(), ImportPlan.VOID);
      }
    }
    ImportPlan plan =
        ImportPlan.of(formatId)
            .with(names)
            .with(replace.get() ? ImportPlan.Existing.REPLACE : ImportPlan.Existing.KEEP);
    ImportPlan by = proposals.get() ? plan.asProposals() : plan;
    return skipBroken.get() ? by.skippingBroken() : by;
  }

  /** True if something was found that can be imported; what was imported is not imported again. */
  public boolean mayImport() {
    return course.isReady(skipBroken.get()) && course.stage() != Course.Stage.DONE;
  }

  /** Writes the masks and reads them back; replaces labels only if somebody asked for that. */
  public void run() {
    DatasetFormat is = format.get();
    if (is == null) {
      return;
    }
    String path = source.get();
    Map<String, String> picked = Map.copyOf(options);
    ImportPlan plan = plan(is.id());
    course.prepare(Course.Stage.WORKING);
    course.runs(
        session
            .longWork()
            .onceClosed(
                progress -> {
                  FormatOptions chosen = FormatOptions.of(is, picked);
                  try (Dataset dataset = Formats.open(TypedPath.of(path), is, chosen, progress)) {
                    return new Importer(session.project(), dataset, plan, progress).run();
                  }
                },
                new Outcome<>(this::done, course::failed, course::report)));
  }

  private void done(ImportReport report) {
    String key = report.written() == 1 ? "import.doneOne" : "import.done";
    course.done(() -> texts.get(key, report.written(), report.different()));
  }
}
