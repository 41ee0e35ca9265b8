package org.maskwright.data.project;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.maskwright.data.edit.SaveStamp;
import org.maskwright.data.label.IndexedImage;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.MaskPng;
import org.maskwright.data.label.Provenance;
import org.maskwright.data.problem.DataException;

/**
 * The only writer of mask files. Labels, provenance and state of an image change together or not at
 * all; a verified image is not changed; a mask that another program changed is not overwritten.
 * Safe for use by several threads.
 */
public final class MaskStore {

  private static final Provenance GIVEN = new Provenance(Provenance.Kind.IMPORT, "given");

  private final Workplace workplace;
  private final Supplier<Roots> roots;
  private final WriteAccess access;
  private final MaskFiles files;
  private final OutsideChanges outside;
  private final SetAside aside;
  private final List<Consumer<ImageRecord>> listeners = new CopyOnWriteArrayList<>();
  private final Object writing = new Object();

  MaskStore(ProjectFolder folder, Workplace workplace, Supplier<Roots> roots, WriteAccess access) {
    this.workplace = workplace;
    this.roots = roots;
    this.access = access;
    this.files = new MaskFiles(workplace.disk(), folder.masks(), folder.kept());
    this.outside = new OutsideChanges(files);
    this.aside = new SetAside(workplace.disk(), folder.setAside());
  }

  /** Calls back with the new record after each change, on the thread that made it. */
  public void onChange(Consumer<ImageRecord> listener) {
    listeners.add(listener);
  }

  /** What the project knows about an image beside its mask. */
  public ImageRecord record(ImageId image) throws IOException {
    Optional<ImageRecord> known = files.readRecord(image);
    if (known.isPresent()) {
      return known.get();
    }
    ImageRecord untouched = ImageRecord.untouched(image);
    return roots.get().givenMask(image).isPresent()
        ? untouched.in(ImageState.READY, Optional.empty(), "", Instant.EPOCH)
        : untouched;
  }

  /** The mask of an image: the project's own, or else the one that came with the image. */
  public Optional<LabelMask> read(ImageId image) throws IOException {
    Optional<ImageRecord> known = files.readRecord(image);
    if (known.isPresent() && known.get().stamp().isPresent()) {
      return Optional.of(readOwn(known.get(), known.get().stamp().get()));
    }
    if (outside.differs(known.orElse(ImageRecord.untouched(image)))) {
      throw DataException.of(ProjectProblem.CHANGED_OUTSIDE, image);
    }
    Optional<Path> given = roots.get().givenMask(image);
    return given.isPresent() ? Optional.of(readGiven(given.get())) : Optional.empty();
  }

  private LabelMask readOwn(ImageRecord known, MaskStamp stamp) throws IOException {
    Optional<byte[]> labels = files.ourLabels(known.image(), stamp);
    Optional<byte[]> provenance = files.ourProvenance(known.image(), stamp);
    if (labels.isEmpty() || provenance.isEmpty()) {
      throw DataException.of(ProjectProblem.CHANGED_OUTSIDE, known.image());
    }
    return MaskReader.read(known, labels.get(), provenance.get());
  }

  private static LabelMask readGiven(Path file) throws IOException {
    IndexedImage labels = MaskPng.read(file);
    return LabelMask.decided(labels.width(), labels.height(), labels.indices(), GIVEN);
  }

  /** Replaces the mask of an image after an edit. */
  public void save(ImageId image, LabelMask mask) throws IOException {
    write(image, mask, record(image).state().afterEdit());
  }

  /** Replaces the mask of an image by that of a document, whose journal is known up to there. */
  void save(ImageId image, LabelMask mask, SaveStamp journal) throws IOException {
    write(image, mask, record(image).state().afterEdit(), Optional.of(journal));
  }

  /** Replaces the mask of an image and says what the image is now. */
  public void write(ImageId image, LabelMask mask, ImageState state) throws IOException {
    write(image, mask, state, Optional.empty());
  }

  private void write(ImageId image, LabelMask mask, ImageState state, Optional<SaveStamp> journal)
      throws IOException {
    access.check();
    EncodedMask encoded = new EncodedMask(mask);
    ImageRecord next;
    synchronized (writing) {
      ImageRecord before = record(image);
      if (!before.state().allowsEdits()) {
        throw DataException.of(ProjectProblem.IMAGE_LOCKED, image, before.state().id());
      }
      checkTransition(before, state);
      ImageRecord own = files.readRecord(image).orElse(ImageRecord.untouched(image));
      if (outside.differs(own)) {
        throw DataException.of(ProjectProblem.CHANGED_OUTSIDE, image);
      }
      settle(own);
      ImageRecord changed = changed(before, state, Optional.empty());
      next = stamped(changed, mask, encoded.stamp(journal));
      files.commit(next, encoded);
    }
    tell(next);
  }

  private void settle(ImageRecord own) throws IOException {
    Optional<byte[]> stranger = files.strangerInTheWay(own);
    if (stranger.isPresent()) {
      aside.put(own.image(), stranger.get());
    }
    files.settle(own);
  }

  /** Says what an image is now, such as ready; its mask stays. */
  public void setState(ImageId image, ImageState state) throws IOException {
    setState(image, state, Optional.empty());
  }

  /** Sends an image back with a note. */
  public void giveBack(ImageId image, int x, int y, String text) throws IOException {
    Note note = new Note(x, y, text, workplace.author(), workplace.clock().instant());
    setState(image, ImageState.RETURNED, Optional.of(note));
  }

  private void setState(ImageId image, ImageState state, Optional<Note> note) throws IOException {
    access.check();
    ImageRecord next;
    synchronized (writing) {
      ImageRecord before = record(image);
      checkTransition(before, state);
      next = changed(before, state, note);
      files.writeRecord(next);
    }
    tell(next);
  }

  /** What another program did to the mask of an image since we wrote it. */
  public Optional<ExternalChange> externalChange(ImageId image) throws IOException {
    return outside.find(files.readRecord(image).orElse(ImageRecord.untouched(image)));
  }

  /** Lets one of the two copies count. The other one is set aside under the path returned. */
  public Optional<Path> resolve(ExternalChange change, ExternalChange.Choice choice)
      throws IOException {
    access.check();
    ImageRecord next;
    Optional<Path> loser;
    synchronized (writing) {
      ImageRecord before =
          files.readRecord(change.image()).orElse(ImageRecord.untouched(change.image()));
      if (!outside.fingerprint(change.image()).equals(change.fingerprint())) {
        throw DataException.of(ProjectProblem.CHANGED_OUTSIDE, change.image());
      }
      boolean keepOurs = choice == ExternalChange.Choice.OURS;
      Optional<LabelMask> winner = keepOurs ? change.ours() : change.theirs();
      if (keepOurs && winner.isEmpty() && before.stamp().isPresent()) {
        throw DataException.of(ProjectProblem.COPY_LOST, change.image());
      }
      loser = keepOurs ? setTheirsAside(change.image()) : setOursAside(change);
      ImageState state = keepOurs ? before.state() : before.state().afterEdit();
      next = changed(before, state, before.note());
      next = winner.isPresent() ? rewrite(next, winner.get()) : forget(next);
    }
    tell(next);
    return loser;
  }

  private Optional<Path> setTheirsAside(ImageId image) throws IOException {
    Optional<byte[]> file = files.labelsAsTheyAre(image);
    return file.isPresent() ? Optional.of(aside.put(image, file.get())) : Optional.empty();
  }

  private Optional<Path> setOursAside(ExternalChange change) throws IOException {
    return change.ours().isPresent()
        ? Optional.of(aside.put(change.image(), change.ours().get()))
        : Optional.empty();
  }

  private ImageRecord rewrite(ImageRecord image, LabelMask mask) throws IOException {
    EncodedMask encoded = new EncodedMask(mask);
    ImageRecord next = stamped(image, mask, encoded.stamp(Optional.empty()));
    files.commit(next, encoded);
    return next;
  }

  private ImageRecord forget(ImageRecord image) throws IOException {
    ImageRecord next =
        image
            .in(ImageState.UNTOUCHED, Optional.empty(), image.author(), image.changed())
            .with(List.of(), Optional.empty());
    files.writeRecord(next);
    files.removeMask(image.image());
    return next;
  }

  private static void checkTransition(ImageRecord before, ImageState next) throws DataException {
    if (!before.state().mayBecome(next)) {
      throw DataException.of(
          ProjectProblem.NOT_ALLOWED, before.image(), before.state().id(), next.id());
    }
  }

  private ImageRecord changed(ImageRecord before, ImageState state, Optional<Note> note) {
    return before.in(state, note, workplace.author(), workplace.clock().instant());
  }

  private static ImageRecord stamped(ImageRecord image, LabelMask mask, MaskStamp stamp) {
    return image.with(mask.provenances().afterNone(), Optional.of(stamp));
  }

  private void tell(ImageRecord image) {
    listeners.forEach(listener -> listener.accept(image));
  }
}
