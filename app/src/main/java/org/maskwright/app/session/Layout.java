package org.maskwright.app.session;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How large things were, and how they stood, when they were last seen.
 *
 * @param dividers where each divider of the window stands, 0 to 1, by name
 * @param panes how images were compared; empty until they were
 */
public record Layout(
    double width,
    double height,
    boolean maximized,
    Map<String, Double> dividers,
    Optional<SeenPanes> panes) {

  public static final Layout FIRST = new Layout(1280, 800, false, Map.of(), Optional.empty());

  private static final double SMALLEST = 320;
  private static final double LARGEST = 20_000;

  public Layout {
    width = Math.max(SMALLEST, Math.min(LARGEST, width));
    height = Math.max(SMALLEST, Math.min(LARGEST, height));
    dividers = Map.copyOf(dividers);
  }

  public Layout withSize(double newWidth, double newHeight) {
    return new Layout(newWidth, newHeight, maximized, dividers, panes);
  }

  public Layout withMaximized(boolean now) {
    return new Layout(width, height, now, dividers, panes);
  }

  public Layout withDivider(String name, double position) {
    Map<String, Double> moved = new TreeMap<>(dividers);
    moved.put(name, Math.max(0, Math.min(1, position)));
    return new Layout(width, height, maximized, moved, panes);
  }

  public Layout withPanes(SeenPanes seen) {
    return new Layout(width, height, maximized, dividers, Optional.of(seen));
  }
}
