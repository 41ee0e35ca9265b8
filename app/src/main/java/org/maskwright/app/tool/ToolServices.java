package org.maskwright.app.tool;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.maskwright.app.task.Tasks;
import org.maskwright.data.proposal.ProposedMask;

/**
 * What works for the tools.
 *
 * @param tasks find things away from the window
 * @param stillMillis how long something has to be still before it is looked at
 * @param failures hears what could not be done
 * @param proposed knows what a model proposes for the image on show
 * @param objects finds objects that were clicked
 * @param memory keeps what was begun by clicks
 */
public record ToolServices(
    Tasks tasks,
    long stillMillis,
    Consumer<Exception> failures,
    Supplier<Optional<ProposedMask>> proposed,
    ObjectSource objects,
    ObjectMemory memory) {

  /** Where no model says anything. */
  public ToolServices(Tasks tasks, long stillMillis, Consumer<Exception> failures) {
    this(tasks, stillMillis, failures, Optional::empty, ObjectSource.colours(), ObjectMemory.NONE);
  }

  /** A watch over something that changes many times a second. */
  public Settling watch(Runnable settled) {
    return new Settling(tasks, stillMillis, settled);
  }
}
