package org.maskwright.data.click;

import java.util.List;
import org.maskwright.data.metric.Click;
import org.maskwright.data.region.Components;
import org.maskwright.data.region.Connectivity;
import org.maskwright.data.region.RunSets;
import org.maskwright.data.region.Runs;

/** Keeps what a click changes where it was clicked, and counts what is changed elsewhere. */
public final class Locality {

  private Locality() {}

  /**
   * A region with those differences that hang together with a click on them. A positive click only
   * ever adds, a negative one only ever takes away.
   */
  static Runs kept(Runs base, Runs wanted, List<Click> clicks) {
    Runs added = clicked(RunSets.minus(wanted, base), clicks, true);
    Runs removed = clicked(RunSets.minus(base, wanted), clicks, false);
    return RunSets.minus(RunSets.union(base, added), removed);
  }

  private static Runs clicked(Runs difference, List<Click> clicks, boolean positive) {
    Components parts = Components.of(difference, Connectivity.FOUR);
    return parts.select(part -> isClicked(parts.get(part), clicks, positive));
  }

  private static boolean isClicked(Runs part, List<Click> clicks, boolean positive) {
    return clicks.stream()
        .anyMatch(click -> click.positive() == positive && part.contains(click.x(), click.y()));
  }

  /** How many pixels of a region change that hang together with no click. */
  public static long elsewhere(Runs base, Runs now, List<Click> clicks) {
    Runs added = RunSets.minus(now, base);
    Runs removed = RunSets.minus(base, now);
    return added.count()
        - clicked(added, clicks, true).count()
        + removed.count()
        - clicked(removed, clicks, false).count();
  }
}
