package org.maskwright.app.click;

import java.util.Optional;
import java.util.function.Consumer;
import org.maskwright.app.task.Tasks;
import org.maskwright.app.task.Tasks.Outcome;
import org.maskwright.app.tool.ObjectMemory;
import org.maskwright.data.click.ClickDraft;
import org.maskwright.data.click.ClickDrafts;
import org.maskwright.data.click.ClickTallies;
import org.maskwright.data.click.ClickTally;
import org.maskwright.data.project.ImageId;
import org.maskwright.data.project.Project;

/** Keeps with the project what was begun by clicks; one file after the other, in order. */
public final class KeptClicks implements ObjectMemory {

  private final Project project;
  private final Tasks inOrder;
  private final Consumer<Exception> failures;
  private final ClickDrafts drafts;
  private final ClickTallies tallies;

  /**
   * The clicks of a project.
   *
   * @param inOrder runs one thing after the other, as they were asked for
   */
  public KeptClicks(Project project, Tasks inOrder, Consumer<Exception> failures) {
    this.project = project;
    this.inOrder = inOrder;
    this.failures = failures;
    this.drafts = new ClickDrafts(project);
    this.tallies = new ClickTallies(project);
  }

  private interface Write {
    void run() throws Exception;
  }

  private void write(Write write) {
    if (!project.isReadOnly()) {
      inOrder.start(
          progress -> {
            write.run();
            return true;
          },
          new Outcome<>(done -> {}, failures));
    }
  }

  @Override
  public void keep(ImageId image, ClickDraft draft) {
    write(() -> drafts.keep(image, draft));
  }

  @Override
  public void forget(ImageId image) {
    write(() -> drafts.forget(image));
  }

  @Override
  public void fetch(ImageId image, Consumer<ClickDraft> found) {
    inOrder.start(
        progress -> drafts.read(image),
        new Outcome<Optional<ClickDraft>>(draft -> draft.ifPresent(found), failures));
  }

  @Override
  public void count(ClickTally tally) {
    write(() -> tallies.keep(tally));
  }

  @Override
  public void tally(Consumer<ClickTally> found) {
    inOrder.start(progress -> tallies.read(), new Outcome<>(found, failures));
  }
}
