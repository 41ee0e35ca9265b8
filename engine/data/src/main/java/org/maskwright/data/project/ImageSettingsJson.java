package org.maskwright.data.project;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import org.maskwright.data.image.BandChoice;
import org.maskwright.data.image.ImageSettings;
import org.maskwright.data.image.IntensityWindow;
import org.maskwright.data.io.JsonObject;
import org.maskwright.data.problem.DataException;

/** Writes to a project's file how the images of a root become colours, and reads it as hostile. */
public final class ImageSettingsJson {

  private static final String WINDOW = "window";
  private static final String BANDS = "bands";
  private static final String NODATA = "nodata";

  private ImageSettingsJson() {}

  public static void write(ObjectNode json, ImageSettings settings) {
    IntensityWindow window = settings.window();
    json.putObject(WINDOW).put("low", window.low()).put("high", window.high());
    BandChoice bands = settings.bands();
    json.putObject(BANDS)
        .put("red", bands.red())
        .put("green", bands.green())
        .put("blue", bands.blue());
    if (settings.nodata() != null) {
      json.put(NODATA, settings.nodata());
    }
  }

  /** What is not given is as it is by default. */
  public static ImageSettings read(JsonObject json) throws DataException {
    ImageSettings settings = ImageSettings.DEFAULT.withNodata(nodata(json));
    if (json.has(WINDOW)) {
      settings = settings.withWindow(window(json.object(WINDOW)));
    }
    return json.has(BANDS) ? settings.withBands(bands(json.object(BANDS))) : settings;
  }

  private static IntensityWindow window(JsonObject json) throws DataException {
    int low = (int) json.integer("low", 0, IntensityWindow.MAX - 1);
    return new IntensityWindow(low, (int) json.integer("high", low + 1L, IntensityWindow.MAX));
  }

  private static BandChoice bands(JsonObject json) throws DataException {
    return new BandChoice(band(json, "red"), band(json, "green"), band(json, "blue"));
  }

  /** Whether an image has so many bands is seen when it is loaded. */
  private static int band(JsonObject json, String key) throws DataException {
    return (int) json.integer(key, 0, Integer.MAX_VALUE);
  }

  private static @Nullable Integer nodata(JsonObject json) throws DataException {
    return json.has(NODATA)
        ? Integer.valueOf((int) json.integer(NODATA, Integer.MIN_VALUE, Integer.MAX_VALUE))
        : null;
  }
}
