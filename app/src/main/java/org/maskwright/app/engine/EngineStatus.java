package org.maskwright.app.engine;

import java.util.Optional;
import org.maskwright.app.text.Texts;
import org.maskwright.data.problem.Problem;

/**
 * How the engine is, for the status bar.
 *
 * @param problem why it is lost, or why it was started anew
 */
public record EngineStatus(State state, Optional<Problem> problem) {

  public static final EngineStatus STARTING = new EngineStatus(State.STARTING, Optional.empty());
  public static final EngineStatus READY = new EngineStatus(State.READY, Optional.empty());
  public static final EngineStatus BUSY = new EngineStatus(State.BUSY, Optional.empty());

  /** What an engine can be. */
  public enum State {
    STARTING,
    READY,
    /** It predicts or trains. */
    BUSY,
    /** It is gone and will not be started again by itself. */
    LOST
  }

  static EngineStatus lost(Problem why) {
    return new EngineStatus(State.LOST, Optional.of(why));
  }

  static EngineStatus startingAgain(Problem why) {
    return new EngineStatus(State.STARTING, Optional.of(why));
  }

  /** Whether it can be asked something. */
  public boolean isThere() {
    return state == State.READY || state == State.BUSY;
  }

  /** In a few words. */
  public String text(Texts texts) {
    return texts.get("engine." + state.name());
  }

  /** What there is to say beside it; empty if all is well. */
  public String detail(Texts texts) {
    return problem.map(texts::get).orElse("");
  }
}
