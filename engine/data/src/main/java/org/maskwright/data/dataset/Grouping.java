package org.maskwright.data.dataset;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.project.ImageId;

/**
 * Which images show nearly the same and must not be torn apart: an image in the examination whose
 * neighbour was learned from is no examination. Pages of one file always stay together.
 */
public final class Grouping {

  /** By which rule images belong together. */
  public enum Rule {
    /** Only pages of one file. */
    NONE,
    /** Bursts, stacks and tiles, as cameras and tools name them. */
    AUTO,
    /** Everything in one folder. */
    FOLDER,
    /** Whatever a pattern of the person's own finds in the path. */
    PATTERN
  }

  private final Rule rule;
  private final String pattern;
  private final Pattern compiled;

  private Grouping(Rule rule, String pattern, Pattern compiled) {
    this.rule = rule;
    this.pattern = pattern;
    this.compiled = compiled;
  }

  /** Grouping by a rule, with a pattern if the rule is that. */
  public static Grouping of(Rule rule, String pattern) throws DataException {
    if (rule != Rule.PATTERN) {
      return new Grouping(rule, "", Pattern.compile(""));
    }
    try {
      Pattern compiled = Pattern.compile(pattern);
      if (compiled.matcher("").groupCount() != 1) {
        throw DataException.of(SplitProblem.BAD_PATTERN, pattern, "it has no such pair");
      }
      return new Grouping(rule, pattern, compiled);
    } catch (PatternSyntaxException e) {
      throw DataException.of(SplitProblem.BAD_PATTERN, pattern, e.getDescription());
    }
  }

  public Rule rule() {
    return rule;
  }

  /** The person's own pattern; empty for other rules. */
  public String pattern() {
    return pattern;
  }

  /** The groups by their keys, in an order that depends on the images alone. */
  public SortedMap<String, List<ImageId>> groups(Collection<ImageId> images) {
    SortedMap<String, List<ImageId>> groups = new TreeMap<>();
    images.stream()
        .sorted()
        .forEach(image -> groups.computeIfAbsent(key(image), k -> new ArrayList<>()).add(image));
    return rule == Rule.AUTO ? Bursts.joined(groups) : groups;
  }

  private String key(ImageId image) {
    String file = image.withPage(0).toString();
    return switch (rule) {
      case NONE -> file;
      case AUTO -> NameSeries.key(file);
      case FOLDER -> file.substring(0, file.lastIndexOf('/') + 1);
      case PATTERN -> {
        Matcher matcher = compiled.matcher(file);
        boolean found = matcher.find() && matcher.group(1) != null;
        yield found ? "=" + matcher.group(1) : file;
      }
    };
  }
}
