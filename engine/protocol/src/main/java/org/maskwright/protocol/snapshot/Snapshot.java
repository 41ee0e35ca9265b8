package org.maskwright.protocol.snapshot;

import java.util.List;
import org.maskwright.data.dataset.Split;
import org.maskwright.data.image.ImageSettings;
import org.maskwright.data.label.LabelScheme;

/**
 * A state of a project's images and masks that does not change any more. Masks are already numbered
 * as the model that learns from them numbers its classes.
 *
 * @param classes those of the model
 */
public record Snapshot(LabelScheme classes, List<Item> items) {

  /**
   * An image with its mask.
   *
   * @param name what to call it in a message; nothing is ever looked up by it
   * @param image the hash of the image's file
   * @param page of that file, or 0
   * @param view how the file's samples become colours
   * @param mask the hash of a PNG of class indices, 255 where nothing counts
   */
  public record Item(
      String name, Split split, String image, int page, ImageSettings view, String mask) {}

  public Snapshot {
    items = List.copyOf(items);
  }

  /** The items that are for this. */
  public List<Item> of(Split split) {
    return items.stream().filter(item -> item.split() == split).toList();
  }
}
