package org.maskwright.app.queue;

import java.util.Optional;
import javafx.beans.InvalidationListener;
import org.maskwright.app.session.ImageCatalogue.Listing;
import org.maskwright.app.task.RunningTask;
import org.maskwright.app.task.Tasks.Outcome;

/**
 * Goes on predicting a project that an earlier window was at, as soon as its images and the model
 * are known.
 */
final class UnfinishedPredicting {

  private final QueueServices services;
  private final PredictViewModel predicting;
  private final InvalidationListener look = o -> look();
  private Optional<String> wanted = Optional.empty();
  private RunningTask asking = () -> {};

  UnfinishedPredicting(QueueServices services, PredictViewModel predicting) {
    this.services = services;
    this.predicting = predicting;
  }

  /** Looks for it in the background. */
  void begin() {
    // Whatever is wrong with the book is told where it is needed.
    asking =
        services
            .searching()
            .start(progress -> services.book().wanted(), new Outcome<>(this::found, reason -> {}));
  }

  private void found(Optional<String> model) {
    wanted = model;
    if (wanted.isPresent()) {
      services.proposals().modelsProperty().addListener(look);
      services.session().listingProperty().addListener(look);
      look();
    }
  }

  private void look() {
    boolean listed = services.session().listingProperty().get() == Listing.WHOLE;
    boolean known =
        services.proposals().modelsProperty().get().stream()
            .anyMatch(model -> wanted.equals(Optional.of(model.hash())));
    if (listed && known) {
      String hash = wanted.orElseThrow();
      close();
      predicting.resume(hash);
    }
  }

  void close() {
    asking.cancel();
    wanted = Optional.empty();
    services.proposals().modelsProperty().removeListener(look);
    services.session().listingProperty().removeListener(look);
  }
}
