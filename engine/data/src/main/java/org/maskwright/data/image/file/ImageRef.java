package org.maskwright.data.image.file;

import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One image: a file, or one page of a file. Pages count from 1; page 0 says that the file holds
 * only one image and that nobody has to name it.
 */
public record ImageRef(Path file, int page) {

  /** The page of a file with only one image. */
  public static final int ONLY = 0;

  private static final Pattern PAGE = Pattern.compile("(?is)(.+\\.tiff?)#(\\d{4,9})");

  public ImageRef {
    if (page < 0) {
      throw new IllegalArgumentException("page " + page);
    }
  }

  public static ImageRef of(Path file) {
    return new ImageRef(file, ONLY);
  }

  /** Reads a name as {@link #withPage} makes it: {@code stack.tif#0007} is page 7 of a file. */
  public static ImageRef parse(Path folder, String name) {
    Matcher matcher = PAGE.matcher(name);
    return matcher.matches()
        ? new ImageRef(folder.resolve(matcher.group(1)), Integer.parseInt(matcher.group(2)))
        : of(folder.resolve(name));
  }

  /** A file's name or path with the page behind it, if pages matter. */
  public static String withPage(String name, int page) {
    return page == ONLY ? name : String.format(Locale.ROOT, "%s#%04d", name, page);
  }

  /** The zero-based place of the page in its file. */
  public int pageIndex() {
    return Math.max(0, page - 1);
  }

  @Override
  public String toString() {
    return withPage(file.toString(), page);
  }
}
