package org.maskwright.data.project;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.maskwright.data.io.Sha256;

/**
 * Where the files of an image lie in a project: under the image's own path, spelt so that every
 * file system takes it and no two images share a file.
 */
final class MaskPaths {

  static final String LABELS = ".mask.png";
  static final String PROVENANCE = ".provenance.png";
  static final String RECORD = ".state.json";

  /** A file that is whole, and takes effect once the record says so. */
  static final String NEXT = ".next";

  /** Leaves room for our endings and for those of unfinished files in the usual 255 bytes. */
  private static final int MAX_BYTES = 200;

  private static final int KEPT_BYTES = 150;
  private static final String RESERVED = "%:*?\"<>|";
  private static final Set<String> DEVICES = Set.of("con", "prn", "aux", "nul");

  private MaskPaths() {}

  /** The path below the mask folder, without an ending. */
  static Path stem(Path folder, ImageId image) {
    Path stem = folder.resolve(spelt(image.root()));
    String[] segments = image.path().split("/", -1);
    for (int i = 0; i < segments.length - 1; i++) {
      stem = stem.resolve(spelt(segments[i]));
    }
    return stem.resolve(spelt(image.name()));
  }

  static Path with(Path stem, String ending) {
    return stem.resolveSibling(stem.getFileName() + ending);
  }

  private static String spelt(String segment) {
    StringBuilder spelt = new StringBuilder();
    for (int i = 0; i < segment.length(); i++) {
      char c = segment.charAt(i);
      boolean atEnd = i == segment.length() - 1;
      boolean escaped = RESERVED.indexOf(c) >= 0 || (atEnd && (c == '.' || c == ' '));
      if (escaped || (i == 0 && isDevice(segment))) {
        spelt.append(String.format(Locale.ROOT, "%%%02X", (int) c));
      } else {
        spelt.append(c);
      }
    }
    return shortened(spelt.toString());
  }

  /** True of names that Windows takes for a device, whatever follows the first dot. */
  private static boolean isDevice(String segment) {
    String base = segment.split("\\.", 2)[0].strip().toLowerCase(Locale.ROOT);
    return DEVICES.contains(base) || base.matches("(com|lpt)[0-9]");
  }

  /** Gives a long name a short one of its own: its beginning, and what tells it from the others. */
  private static String shortened(String name) {
    if (name.getBytes(StandardCharsets.UTF_8).length <= MAX_BYTES) {
      return name;
    }
    StringBuilder beginning = new StringBuilder();
    int bytes = 0;
    for (int at = 0; at < name.length(); at = name.offsetByCodePoints(at, 1)) {
      String character = Character.toString(name.codePointAt(at));
      bytes += character.getBytes(StandardCharsets.UTF_8).length;
      if (bytes > KEPT_BYTES) {
        break;
      }
      beginning.append(character);
    }
    return beginning + "~" + sha256(name.getBytes(StandardCharsets.UTF_8)).substring(0, 16);
  }

  static String sha256(byte[] content) {
    return Sha256.of(content);
  }
}
