package org.maskwright.app.session;

import org.maskwright.data.project.RestOnDone;

/**
 * What one starts with in every project.
 *
 * @param brushRadius in image pixels
 * @param opacity of the mask over the image, 0 to 1
 * @param rest what becomes of unlabelled pixels when an image is marked done, in projects that have
 *     not decided it
 */
public record Defaults(int brushRadius, double opacity, RestOnDone rest) {

  public static final int MAX_BRUSH = 500;
  public static final Defaults FIRST = new Defaults(12, 0.45, RestOnDone.ASK);

  public Defaults {
    brushRadius = Math.max(1, Math.min(MAX_BRUSH, brushRadius));
    opacity = Math.max(0, Math.min(1, opacity));
  }

  public Defaults withBrushRadius(int radius) {
    return new Defaults(radius, opacity, rest);
  }

  public Defaults withOpacity(double chosen) {
    return new Defaults(brushRadius, chosen, rest);
  }

  public Defaults withRest(RestOnDone chosen) {
    return new Defaults(brushRadius, opacity, chosen);
  }
}
