package org.maskwright.app.session;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.maskwright.data.journal.JournalListener;
import org.maskwright.data.problem.Problem;
import org.maskwright.data.project.ImageId;

/** Which of the open masks have strokes that cannot be kept where they belong. */
final class JournalTroubles {

  private final Executor window;
  private final Runnable changed;
  private final Map<ImageId, Problem> troubles = new LinkedHashMap<>();

  JournalTroubles(Executor window, Runnable changed) {
    this.window = window;
    this.changed = changed;
  }

  /** Several masks are open at once: one that has recovered must not hide another that has not. */
  JournalListener listener(ImageId image) {
    return new JournalListener() {
      @Override
      public void trouble(Problem problem) {
        window.execute(() -> note(image, Optional.of(problem)));
      }

      @Override
      public void settled() {
        window.execute(() -> note(image, Optional.empty()));
      }
    };
  }

  private void note(ImageId image, Optional<Problem> problem) {
    problem.ifPresentOrElse(what -> troubles.put(image, what), () -> troubles.remove(image));
    changed.run();
  }

  Optional<Problem> first() {
    return troubles.values().stream().findFirst();
  }
}
