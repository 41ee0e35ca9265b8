package org.maskwright.data.project;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.maskwright.data.problem.DataException;

/**
 * Which image: its path below a named root, and its page if the file has several. Written as {@code
 * root/path} or {@code root/path#0007}. Names are held in one Unicode form, so that a project can
 * travel between systems that spell an accent differently.
 *
 * @param path with {@code /} between folders
 * @param page from 1; 0 if the file is one image
 */
public record ImageId(String root, String path, int page) implements Comparable<ImageId> {

  public static final int MAX_PAGE = 9_999_999;

  private static final int MAX_PATH = 4096;
  private static final int MAX_ROOT = 100;
  private static final Pattern PAGE = Pattern.compile("(.*)#(\\d{4,7})");

  private static final Comparator<ImageId> ORDER =
      Comparator.comparing(ImageId::root)
          .thenComparing(ImageId::path)
          .thenComparingInt(ImageId::page);

  public ImageId {
    path = Normalizer.normalize(path, Normalizer.Form.NFC);
    String flaw = pathFlaw(path);
    if (flaw != null || rootFlaw(root) != null || page < 0 || page > MAX_PAGE) {
      throw new IllegalArgumentException("%s/%s#%d: %s".formatted(root, path, page, flaw));
    }
  }

  /** The image of a file that has one, under a name that comes from outside. */
  public static ImageId of(String root, String path) throws DataException {
    return of(root, path, 0);
  }

  /** The image under a name that comes from outside. */
  public static ImageId of(String root, String path, int page) throws DataException {
    checkRoot(root);
    String flaw = pathFlaw(path);
    if (flaw == null && (page < 0 || page > MAX_PAGE)) {
      flaw = "there is no page " + page;
    }
    if (flaw != null) {
      throw DataException.of(ProjectProblem.BAD_IMAGE_NAME, path, flaw);
    }
    return new ImageId(root, path, page);
  }

  /** Reads what {@link #toString} wrote. */
  public static ImageId parse(String text) throws DataException {
    int slash = text.indexOf('/');
    if (slash < 0) {
      throw DataException.of(ProjectProblem.BAD_IMAGE_NAME, text, "it has no folder");
    }
    String root = text.substring(0, slash);
    String rest = text.substring(slash + 1);
    Matcher paged = PAGE.matcher(rest);
    return paged.matches()
        ? of(root, paged.group(1), Integer.parseInt(paged.group(2)))
        : of(root, rest);
  }

  /** Refuses names of roots that could not name a folder on every system. */
  static void checkRoot(String root) throws DataException {
    String flaw = rootFlaw(root);
    if (flaw != null) {
      throw DataException.of(ProjectProblem.BAD_ROOT_NAME, root, flaw);
    }
  }

  private static @Nullable String rootFlaw(String root) {
    if (root.isBlank() || root.length() > MAX_ROOT) {
      return "it has to have 1 to " + MAX_ROOT + " characters";
    }
    return root.contains("/") ? "it contains a slash" : segmentFlaw(root);
  }

  private static @Nullable String pathFlaw(String path) {
    if (path.isEmpty() || path.length() > MAX_PATH) {
      return "it has to have 1 to " + MAX_PATH + " characters";
    }
    if (PAGE.matcher(path).matches()) {
      return "it ends like a page number";
    }
    for (String segment : path.split("/", -1)) {
      String flaw = segmentFlaw(segment);
      if (flaw != null) {
        return flaw;
      }
    }
    return null;
  }

  private static @Nullable String segmentFlaw(String segment) {
    if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
      return "it leaves its folder";
    }
    if (segment.indexOf('\\') >= 0) {
      return "it contains a backslash";
    }
    if (segment.codePoints().anyMatch(ImageId::isUnprintable)) {
      return "it contains characters that cannot be shown";
    }
    return null;
  }

  /** Half a surrogate pair or the sign for an unreadable byte: such a file can't be found again. */
  private static boolean isUnprintable(int codePoint) {
    return Character.isISOControl(codePoint)
        || Character.getType(codePoint) == Character.SURROGATE
        || codePoint == 0xFFFD;
  }

  /** The same file's image with that page number. */
  public ImageId withPage(int number) {
    return new ImageId(root, path, number);
  }

  /** The last part of the path, with the page. */
  public String name() {
    return path.substring(path.lastIndexOf('/') + 1) + suffix();
  }

  private String suffix() {
    return page == 0 ? "" : String.format(Locale.ROOT, "#%04d", page);
  }

  @Override
  public int compareTo(ImageId other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return root + "/" + path + suffix();
  }
}
