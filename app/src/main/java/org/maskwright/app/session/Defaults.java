package org.maskwright.app.session;

import org.maskwright.data.project.RestOnDone;

/**
 * What one starts with in every project.
 *
 * @param tools how the tools were set last
 * @param opacity of the mask over the image, 0 to 1
 * @param rest what becomes of unlabelled pixels when an image is marked done, in projects that have
 *     not decided it
 */
public record Defaults(ToolOptions tools, double opacity, RestOnDone rest) {

  public static final Defaults FIRST = new Defaults(ToolOptions.FIRST, 0.45, RestOnDone.ASK);

  public Defaults {
    opacity = Math.max(0, Math.min(1, opacity));
  }

  public Defaults withTools(ToolOptions chosen) {
    return new Defaults(chosen, opacity, rest);
  }

  public Defaults withOpacity(double chosen) {
    return new Defaults(tools, chosen, rest);
  }

  public Defaults withRest(RestOnDone chosen) {
    return new Defaults(tools, opacity, chosen);
  }
}
