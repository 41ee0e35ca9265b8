package org.maskwright.data.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.maskwright.data.edit.HistoryLimit;
import org.maskwright.data.edit.MaskDocument;
import org.maskwright.data.edit.ProjectEdits;
import org.maskwright.data.journal.JournalListener;
import org.maskwright.data.journal.JournalPlace;
import org.maskwright.data.journal.SyncThread;
import org.maskwright.data.problem.DataException;

/**
 * Opens the masks of a project for painting, each over its journal, and keeps all journals together
 * within the project's limit.
 */
public final class OpenMasks {

  private static final String JOURNAL = ".journal";

  /** Not with the ending of a mask's journal: its history is short and never trimmed. */
  private static final String COMMANDS = "commands.edits";

  private final ProjectFolder folder;
  private final Workplace workplace;
  private final MaskStore masks;
  private final WriteAccess access;
  private final SyncThread schedule = new SyncThread();
  private final Set<Path> used = new HashSet<>();

  OpenMasks(ProjectFolder folder, Workplace workplace, MaskStore masks, WriteAccess access) {
    this.folder = folder;
    this.workplace = workplace;
    this.masks = masks;
    this.access = access;
  }

  /**
   * Opens the mask of an image of this size, with every stroke that was ever completed on it.
   *
   * @param listener hears when strokes cannot be kept where they belong
   */
  public MaskDocument open(ImageId image, int width, int height, JournalListener listener)
      throws IOException {
    access.check();
    ImageState state = masks.record(image).state();
    if (!state.allowsEdits()) {
      throw DataException.of(ProjectProblem.IMAGE_LOCKED, image, state.id());
    }
    Path journal = journal(image);
    synchronized (used) {
      used.add(journal);
    }
    return MaskDocument.open(
        new StoredMask(masks, image, width, height), place(journal, listener), workplace.clock());
  }

  private Path journal(ImageId image) {
    return MaskPaths.with(MaskPaths.stem(folder.journal(), image), JOURNAL);
  }

  /** Those of these images whose journals were written to since then. */
  public List<ImageId> editedSince(Instant then, Collection<ImageId> images) throws IOException {
    Set<Path> recent =
        journals().stream()
            .filter(aged -> aged.modified() >= then.toEpochMilli())
            .map(Aged::file)
            .collect(Collectors.toSet());
    return recent.isEmpty()
        ? List.of()
        : images.stream().filter(image -> recent.contains(journal(image))).toList();
  }

  /** Commands over many masks, none of which may be open elsewhere meanwhile. */
  ProjectEdits edits(Supplier<Roots> roots, Set<Integer> locked) throws IOException {
    access.check();
    return ProjectEdits.open(
        place(folder.journal().resolve(COMMANDS), JournalListener.NONE),
        new ClosedMasks(this, roots, locked),
        workplace.clock());
  }

  private JournalPlace place(Path journal, JournalListener listener) {
    return new JournalPlace(
        workplace.disk(), folder.home(), journal, workplace.spill(), schedule, listener);
  }

  /** Ends the syncing in the background. Documents are to be closed before. */
  void close(long historyLimit) throws IOException {
    schedule.close();
    synchronized (used) {
      if (!used.isEmpty()) {
        HistoryLimit.enforce(longestUnused(), 0, historyLimit);
      }
    }
  }

  private List<JournalPlace> longestUnused() throws IOException {
    return journals().stream()
        .sorted(Comparator.comparingLong(Aged::modified))
        .map(aged -> place(aged.file(), JournalListener.NONE))
        .toList();
  }

  private List<Aged> journals() throws IOException {
    List<Aged> journals = new ArrayList<>();
    if (!Files.isDirectory(folder.journal())) {
      return journals;
    }
    try (Stream<Path> files = Files.walk(folder.journal())) {
      for (Path file : (Iterable<Path>) files.filter(OpenMasks::isJournal)::iterator) {
        journals.add(new Aged(file, Files.getLastModifiedTime(file).toMillis()));
      }
    }
    return journals;
  }

  private static boolean isJournal(Path file) {
    return file.toString().endsWith(JOURNAL);
  }

  /**
   * A journal and when it was written last, asked for once: it may change while they are sorted.
   */
  private record Aged(Path file, long modified) {}
}
