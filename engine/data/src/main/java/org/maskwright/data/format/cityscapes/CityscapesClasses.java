package org.maskwright.data.format.cityscapes;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The classes of Cityscapes: the position is the id, and 19 of them have an id for training. */
final class CityscapesClasses {

  /** What no class has; our void and unlabelled pixels. */
  static final int UNLABELED = 0;

  static final int NOT_TRAINED = 255;

  private static final List<String> NAMES =
      List.of(
          "unlabeled",
          "ego vehicle",
          "rectification border",
          "out of roi",
          "static",
          "dynamic",
          "ground",
          "road",
          "sidewalk",
          "parking",
          "rail track",
          "building",
          "wall",
          "fence",
          "guard rail",
          "bridge",
          "tunnel",
          "pole",
          "polegroup",
          "traffic light",
          "traffic sign",
          "vegetation",
          "terrain",
          "sky",
          "person",
          "rider",
          "car",
          "truck",
          "bus",
          "caravan",
          "trailer",
          "train",
          "motorcycle",
          "bicycle");

  /** The ids in the order of their training ids. */
  private static final List<Integer> TRAINED =
      List.of(7, 8, 11, 12, 13, 17, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 31, 32, 33);

  /** The person; riders and everything on wheels come after it. */
  private static final int FIRST_WITH_INSTANCES = 24;

  private CityscapesClasses() {}

  /** The id of a class of that name, or of none. */
  static int id(String name) {
    int id = NAMES.indexOf(name.toLowerCase(Locale.ROOT).replace('_', ' ').strip());
    return Math.max(id, UNLABELED);
  }

  /** True of people and vehicles, whose objects have numbers. */
  static boolean hasInstances(int id) {
    return id >= FIRST_WITH_INSTANCES && id < NAMES.size();
  }

  /** The number of ids, from 0 on. */
  static int count() {
    return NAMES.size();
  }

  /** What a reader calls the class of that id. */
  static String name(int id) {
    return NAMES.get(id);
  }

  /** Names by the values in files of ids. */
  static Map<Integer, String> byId() {
    Map<Integer, String> names = new HashMap<>();
    for (int id = UNLABELED + 1; id < NAMES.size(); id++) {
      names.put(id, NAMES.get(id));
    }
    return names;
  }

  /** Names by the values in files of training ids. */
  static Map<Integer, String> byTrainId() {
    Map<Integer, String> names = new HashMap<>();
    for (int id : TRAINED) {
      names.put(names.size(), NAMES.get(id));
    }
    return names;
  }
}
