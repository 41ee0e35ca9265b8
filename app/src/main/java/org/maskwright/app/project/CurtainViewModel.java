package org.maskwright.app.project;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.maskwright.app.session.ImageCatalogue.Listing;
import org.maskwright.app.session.OpenImage;
import org.maskwright.app.session.ProjectSession;
import org.maskwright.app.task.RunningTask;
import org.maskwright.app.text.Texts;
import org.maskwright.data.image.Pixels;
import org.maskwright.data.project.ImageId;

/** What stands in the image's place while there is none to paint on. */
public final class CurtainViewModel {

  private final ProjectSession session;
  private final Thumbnails thumbnails;
  private final Texts texts;
  private final ReadOnlyObjectWrapper<Curtain> curtain =
      new ReadOnlyObjectWrapper<>(new Curtain.Open());

  public CurtainViewModel(ProjectSession session, Thumbnails thumbnails, Texts texts) {
    this.session = session;
    this.thumbnails = thumbnails;
    this.texts = texts;
    session.selectedProperty().addListener(o -> update());
    session.currentProperty().addListener(o -> update());
    session.unopenedProperty().addListener(o -> update());
    session.listingProperty().addListener(o -> update());
    texts.languageProperty().addListener(o -> update());
    update();
  }

  /** What is to be seen instead of the image. */
  public sealed interface Curtain {

    /** Nothing: the image is there. */
    record Open() implements Curtain {}

    /** The image is on its way, or skimmed past. */
    record Coming(String name) implements Curtain {}

    /** A heading, and what to do about it. */
    record Words(String heading, String hint, boolean empty) implements Curtain {}
  }

  private void update() {
    curtain.set(now());
  }

  private Curtain now() {
    Optional<ImageId> wanted = session.selectedProperty().get();
    Optional<Exception> failure = session.unopenedProperty().get();
    if (failure.isPresent()) {
      return new Curtain.Words(texts.get("curtain.unreadable"), texts.reason(failure.get()), false);
    }
    if (wanted.isPresent()) {
      boolean there = session.currentProperty().get().map(OpenImage::id).equals(wanted);
      return there ? new Curtain.Open() : new Curtain.Coming(wanted.get().name());
    }
    return session.listingProperty().get() == Listing.WHOLE && session.entries().isEmpty()
        ? new Curtain.Words(
            texts.get("curtain.empty"), texts.get("curtain.emptyHint", folders()), true)
        : new Curtain.Coming("");
  }

  private String folders() {
    return session.project().roots().all().stream()
        .map(root -> root.folder().toString())
        .collect(Collectors.joining(", "));
  }

  public ReadOnlyObjectProperty<Curtain> curtainProperty() {
    return curtain.getReadOnlyProperty();
  }

  /** Asks for the small picture of the image that is on its way. */
  public RunningTask thumbnail(Consumer<Optional<Pixels>> answer) {
    return session
        .selectedProperty()
        .get()
        .flatMap(session::entry)
        .map(entry -> thumbnails.ask(entry, answer))
        .orElse(() -> {});
  }

  /** Looks through the folders again. */
  public void lookAgain() {
    session.refresh();
  }
}
