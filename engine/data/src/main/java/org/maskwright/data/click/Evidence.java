package org.maskwright.data.click;

import java.util.List;
import org.maskwright.data.metric.Click;

/** Says how likely each pixel of a crop belongs to the object that is clicked. */
public interface Evidence {

  /**
   * What is to be judged.
   *
   * @param colours red, green and blue, 0 to 255, pixel by pixel
   * @param clicks in the crop's pixels
   * @param previous how much of each pixel was selected before, 0 to 1
   */
  @SuppressWarnings("ArrayRecordComponent") // Pixels in bulk; nobody compares views.
  record View(Crop crop, float[] colours, List<Click> clicks, float[] previous) {

    public View {
      clicks = List.copyOf(clicks);
    }
  }

  /** The probability of the object at every pixel of the crop. */
  float[] probabilities(View view);
}
