package org.maskwright.app.tool;

import java.util.function.Consumer;
import org.maskwright.app.task.Tasks;

/**
 * What works for the tools.
 *
 * @param tasks find things away from the window
 * @param stillMillis how long something has to be still before it is looked at
 * @param failures hears what could not be done
 */
public record ToolServices(Tasks tasks, long stillMillis, Consumer<Exception> failures) {

  /** A watch over something that changes many times a second. */
  public Settling watch(Runnable settled) {
    return new Settling(tasks, stillMillis, settled);
  }
}
