package org.maskwright.app.train;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import org.maskwright.app.engine.EngineStatus;
import org.maskwright.protocol.wire.Job;

/** Fine-tuning as a whole: what is planned, what runs, and what came of it. */
public final class TrainViewModel implements AutoCloseable {

  private final PlanViewModel plan;
  private final JobsViewModel jobs;
  private final GateViewModel gate;
  private final ObjectProperty<Page> page = new SimpleObjectProperty<>(Page.PLAN);

  private final ChangeListener<EngineStatus> follow = (o, before, now) -> follow(before, now);
  private boolean asked;

  /** The pages, in the order in which one goes through them. */
  public enum Page {
    PLAN,
    JOBS,
    GATE
  }

  public TrainViewModel(Around around) {
    plan = new PlanViewModel(around, this::started);
    jobs = new JobsViewModel(around);
    gate = new GateViewModel(around);
    jobs.onDone(around.news()::made);
    // The engine outlives the project, and must not hold what listens here.
    around.engine().addListener(new WeakChangeListener<>(follow));
  }

  /** Who looked while the engine was away sees what it says once it is there. */
  private void follow(EngineStatus before, EngineStatus now) {
    if (asked && now.isThere() && !before.isThere()) {
      refresh();
    }
  }

  private void started(Job job) {
    jobs.begun(job);
    page.set(Page.JOBS);
  }

  public ObjectProperty<Page> pageProperty() {
    return page;
  }

  public PlanViewModel plan() {
    return plan;
  }

  public JobsViewModel jobs() {
    return jobs;
  }

  public GateViewModel gate() {
    return gate;
  }

  /** The page is shown: everything is looked at anew. */
  public void refresh() {
    asked = true;
    plan.refresh();
    jobs.refresh();
    gate.refresh(() -> {});
  }

  /** Goes to the gate with the model of the job that is looked at. */
  public void examine() {
    jobs.shownProperty()
        .get()
        .filter(JobLine::isDone)
        .ifPresent(
            line -> {
              page.set(Page.GATE);
              gate.examine(line.job().getResult(), line.job().getRequest().getModel());
            });
  }

  @Override
  public void close() {
    plan.close();
    jobs.close();
    gate.close();
  }
}
