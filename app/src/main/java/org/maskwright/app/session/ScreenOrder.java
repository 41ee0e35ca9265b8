package org.maskwright.app.session;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.maskwright.data.project.ImageId;

/**
 * The images in the order in which a person sees them. Who goes on from an image that has just left
 * the list, such as by being done, comes to the one that took its place.
 */
final class ScreenOrder {

  private List<ImageId> order = List.of();
  private Map<ImageId, Integer> places = Map.of();
  private int last;

  void set(List<ImageId> images) {
    order = images;
    places = new HashMap<>();
    for (int i = 0; i < images.size(); i++) {
      places.put(images.get(i), i);
    }
  }

  /** All of them. */
  List<ImageId> all() {
    return order;
  }

  /** Remembers where a person is. */
  void at(ImageId image) {
    last = places.getOrDefault(image, last);
  }

  Optional<ImageId> first() {
    return order.stream().findFirst();
  }

  /** The image so many places on; empty at either end. */
  Optional<ImageId> from(ImageId image, int by) {
    Integer here = places.get(image);
    int there = here != null ? here + by : by > 0 ? last + by - 1 : last + by;
    return there < 0 || there >= order.size() ? Optional.empty() : Optional.of(order.get(there));
  }
}
