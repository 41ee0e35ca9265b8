package org.maskwright.app;

import java.util.concurrent.Executor;
import org.maskwright.app.main.MainViewModel;
import org.maskwright.data.journal.JournalListener;
import org.maskwright.data.problem.Problem;

/** Tells the window, on its own thread, when strokes cannot be kept where they belong. */
record JournalWatch(MainViewModel model, Executor window) implements JournalListener {

  @Override
  public void trouble(Problem problem) {
    window.execute(() -> model.trouble(problem));
  }

  @Override
  public void settled() {
    window.execute(model::settled);
  }
}
