package org.maskwright.data.format;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.problem.DataException;

/**
 * Refuses, before anything is written, names of classes that a format's readers would take for
 * something else. No format of ours has a way to escape them.
 */
public final class NameCheck {

  private static final String BACKGROUND = "background";
  private static final String REST = "readers take it for the pixels of no class";

  private final List<ExportClasses.Entry> entries;
  private final DatasetFormat format;

  private NameCheck(List<ExportClasses.Entry> entries, DatasetFormat format) {
    this.entries = entries;
    this.format = format;
  }

  /** For a format whose files list every class, and where the id 0 is the background. */
  public static NameCheck ofMasks(ExportClasses classes, DatasetFormat format)
      throws DataException {
    NameCheck check = new NameCheck(classes.entries(), format);
    return check.refuse(
        entry -> entry.id() != 0 && entry.name().equalsIgnoreCase(BACKGROUND), REST);
  }

  /** For a format that lists objects, and never the background. */
  public static NameCheck ofObjects(ExportClasses classes, DatasetFormat format)
      throws DataException {
    List<ExportClasses.Entry> listed =
        classes.entries().stream()
            .filter(entry -> entry.index() != LabelScheme.BACKGROUND)
            .toList();
    return new NameCheck(listed, format).reserved(List.of(BACKGROUND), REST);
  }

  /** Names that begin with one of these characters. */
  public NameCheck noStart(String characters, String why) throws DataException {
    return refuse(entry -> characters.indexOf(entry.name().charAt(0)) >= 0, why);
  }

  /** Names that have this text in them. */
  public NameCheck without(String text, String why) throws DataException {
    return refuse(entry -> entry.name().contains(text), why);
  }

  /** Names that mean something of their own, whatever their capitals. */
  public NameCheck reserved(Collection<String> names, String why) throws DataException {
    return refuse(entry -> names.contains(entry.name().toLowerCase(Locale.ROOT)), why);
  }

  private NameCheck refuse(Predicate<ExportClasses.Entry> bad, String why) throws DataException {
    for (ExportClasses.Entry entry : entries) {
      if (bad.test(entry)) {
        throw DataException.of(FormatProblem.CLASS_NAME, entry.name(), format.title(), why);
      }
    }
    return this;
  }
}
