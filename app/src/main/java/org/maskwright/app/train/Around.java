package org.maskwright.app.train;

import java.util.concurrent.Executor;
import javafx.beans.value.ObservableValue;
import org.maskwright.app.dialog.Dialogs;
import org.maskwright.app.engine.EngineStatus;
import org.maskwright.app.session.ProjectSession;
import org.maskwright.app.task.Tasks;
import org.maskwright.app.text.Texts;

/**
 * What fine-tuning needs of the window.
 *
 * @param engine how it is now
 * @param tasks wait for the workshop, as long as a training lasts
 * @param window runs something on the toolkit's thread
 * @param news of models, for whoever shows what they say
 */
public record Around(
    ProjectSession session,
    Workshop workshop,
    ObservableValue<EngineStatus> engine,
    Tasks tasks,
    Executor window,
    Dialogs dialogs,
    Texts texts,
    ModelNews news) {

  /** Hears of models. */
  public interface ModelNews {

    /** There is a model more. */
    void made();

    /** The project works with this one from now on. */
    void promoted(String hash);
  }
}
