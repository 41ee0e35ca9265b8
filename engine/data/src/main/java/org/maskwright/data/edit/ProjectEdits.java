package org.maskwright.data.edit;

import java.io.Closeable;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maskwright.data.journal.Journal;
import org.maskwright.data.journal.JournalPlace;
import org.maskwright.data.journal.RecordType;
import org.maskwright.data.journal.RecordWriter;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.problem.Problem;
import org.maskwright.data.task.Progress;

/**
 * Commands over many images that are undone and redone as one. In each mask they are an ordinary
 * step; a journal of the project's own keeps which steps belong together.
 */
public final class ProjectEdits implements Closeable {

  private final Journal journal;
  private final HistoryIndex index;
  private final ProjectDocuments documents;
  private final Clock clock;
  private final RecordWriter record = new RecordWriter();

  private ProjectEdits(
      Journal journal, HistoryIndex index, ProjectDocuments documents, Clock clock) {
    this.journal = journal;
    this.index = index;
    this.documents = documents;
    this.clock = clock;
  }

  /** Opens the project's journal of commands. */
  public static ProjectEdits open(JournalPlace place, ProjectDocuments documents, Clock clock)
      throws IOException {
    HistoryIndex index = new HistoryIndex();
    return new ProjectEdits(Journal.open(place, 0, 0, index), index, documents, clock);
  }

  /** Changes one image as part of a command. */
  @FunctionalInterface
  public interface Command {
    void edit(String image, LabelMask mask, Stroke stroke) throws IOException;
  }

  /** Something done to one open document, which may say why it could not be done. */
  @FunctionalInterface
  private interface Visit {
    Optional<Problem> with(ProjectEdit.Share share, MaskDocument document) throws IOException;
  }

  /** Runs a command over images. What fails in one does not keep it from the others. */
  public synchronized ProjectOutcome run(
      String label, List<String> images, Command command, Progress progress) throws IOException {
    List<ProjectEdit.Share> shares = new ArrayList<>();
    try {
      return visit(
          images.stream().map(image -> new ProjectEdit.Share(image, StepLog.NONE)).toList(),
          (share, document) -> {
            Stroke stroke = document.begin(StepKind.PROJECT, label);
            edit(command, share.image(), document, stroke);
            stroke
                .end()
                .ifPresent(step -> shares.add(new ProjectEdit.Share(share.image(), step.id())));
            return Optional.empty();
          },
          progress);
    } finally {
      // Also after a cancellation: what was done until then is undone as one.
      if (!shares.isEmpty()) {
        new ProjectEdit(clock.instant(), label, shares)
            .writeTo(record.begin(RecordType.PROJECT_EDIT));
        index.step(journal.append(record));
      }
    }
  }

  private static void edit(Command command, String image, MaskDocument document, Stroke stroke)
      throws IOException {
    boolean edited = false;
    try {
      command.edit(image, document.mask(), stroke);
      edited = true;
    } finally {
      if (!edited) {
        stroke.cancel();
      }
    }
  }

  /** The command that {@link #undo} would take back. */
  public synchronized Optional<ProjectEdit> undoable() throws IOException {
    return read(index.undo().peek());
  }

  /** The command that {@link #redo} would bring back. */
  public synchronized Optional<ProjectEdit> redoable() throws IOException {
    return read(index.redo().peek());
  }

  private Optional<ProjectEdit> read(long offset) throws IOException {
    return offset == StepLog.NONE
        ? Optional.empty()
        : Optional.of(ProjectEdit.read(journal.read(offset).content()));
  }

  /** Takes the last command back in all its images, or in none and says which stand against it. */
  public synchronized ProjectOutcome undo(Progress progress) throws IOException {
    return move(index.undo().peek(), false, progress);
  }

  /**
   * Takes the last command back in every image that was not edited since; the outcome says which
   * were, and they stay as they are.
   */
  public synchronized ProjectOutcome undoUnedited(Progress progress) throws IOException {
    long offset = index.undo().peek();
    ProjectEdit edit = read(offset).orElse(null);
    if (edit == null) {
      return new ProjectOutcome(List.of(), List.of());
    }
    ProjectOutcome moved =
        visit(
            edit.shares(),
            (share, document) -> {
              Optional<Problem> obstacle = obstacle(share, document, false);
              return obstacle.isPresent() ? obstacle : moveOne(share, document.history(), false);
            },
            progress);
    remember(offset, false);
    return moved;
  }

  /** Brings the last undone command back in all its images, or in none. */
  public synchronized ProjectOutcome redo(Progress progress) throws IOException {
    return move(index.redo().peek(), true, progress);
  }

  private ProjectOutcome move(long offset, boolean forwards, Progress progress) throws IOException {
    ProjectEdit edit = read(offset).orElse(null);
    if (edit == null) {
      return new ProjectOutcome(List.of(), List.of());
    }
    ProjectOutcome check =
        visit(edit.shares(), (share, d) -> obstacle(share, d, forwards), progress);
    if (!check.failed().isEmpty()) {
      return new ProjectOutcome(List.of(), check.failed());
    }
    ProjectOutcome moved =
        visit(edit.shares(), (share, d) -> moveOne(share, d.history(), forwards), progress);
    // When the drive failed half way, the command stays, and the next attempt does the rest.
    if (moved.failed().isEmpty()) {
      remember(offset, forwards);
    }
    return moved;
  }

  private void remember(long offset, boolean forwards) throws IOException {
    long distance = journal.end() - offset;
    record.begin(forwards ? RecordType.REDO : RecordType.UNDO);
    journal.append(record.putVarint(distance).putVarint(distance));
    if (forwards) {
      index.redone(offset, offset);
    } else {
      index.undone(offset, offset);
    }
  }

  private static Optional<Problem> obstacle(
      ProjectEdit.Share share, MaskDocument document, boolean forwards) {
    String image = share.image();
    long step = share.step();
    EditHistory history = document.history();
    if (document.isPainting()) {
      return Optional.of(Problem.of(EditProblem.PAINTING, image));
    }
    if (history.isNext(step, forwards) || history.isDone(step, forwards)) {
      return Optional.empty();
    }
    boolean known = history.isDone(step, !forwards);
    return Optional.of(Problem.of(known ? EditProblem.LATER_WORK : EditProblem.STEP_GONE, image));
  }

  private static Optional<Problem> moveOne(
      ProjectEdit.Share share, EditHistory history, boolean forwards) throws IOException {
    if (history.isNext(share.step(), forwards)) {
      if (forwards) {
        history.redo();
      } else {
        history.undo();
      }
    }
    return Optional.empty();
  }

  private ProjectOutcome visit(List<ProjectEdit.Share> shares, Visit visit, Progress progress) {
    List<String> done = new ArrayList<>();
    List<Problem> failed = new ArrayList<>();
    for (ProjectEdit.Share share : shares) {
      progress.checkCancelled();
      try {
        Optional<Problem> problem = lent(share, visit);
        problem.ifPresentOrElse(failed::add, () -> done.add(share.image()));
      } catch (IOException e) {
        failed.add(Problem.of(EditProblem.IMAGE_FAILED, share.image(), reason(e)));
      }
      progress.report("images", (long) done.size() + failed.size(), shares.size());
    }
    return new ProjectOutcome(done, failed);
  }

  private static String reason(IOException e) {
    return e instanceof DataException typed ? typed.problem().english() : e.toString();
  }

  private Optional<Problem> lent(ProjectEdit.Share share, Visit visit) throws IOException {
    MaskDocument document = documents.open(share.image());
    try {
      return visit.with(share, document);
    } finally {
      documents.release(share.image(), document);
    }
  }

  @Override
  public void close() throws IOException {
    journal.close();
  }
}
