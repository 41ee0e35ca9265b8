package org.maskwright.network.command;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.maskwright.data.dataset.Split;
import org.maskwright.data.exchange.ImageFilter;
import org.maskwright.data.project.ImageState;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * What {@code import} and {@code export} say about formats, states and splits in the same words.
 */
final class FormatHelp {

  static final String DEFAULT = "voc";

  static final String FORMAT =
      "The format; voc if it is not given. `maskwright formats` lists all of them.";

  static final String OPTION =
      "A choice for the format; `maskwright formats` lists them. Can be repeated.";

  private FormatHelp() {}

  /** The state of that name; bad arguments otherwise. */
  static ImageState state(String name, CommandLine line) {
    return ImageState.byId(name.toLowerCase(Locale.ROOT))
        .orElseThrow(
            () ->
                new ParameterException(
                    line, "There is no state \"" + name + "\". There are: " + states() + "."));
  }

  /** The split of that name, or the name for images in none; bad arguments otherwise. */
  static String split(String name, CommandLine line) {
    String id = name.toLowerCase(Locale.ROOT);
    if (!id.equals(ImageFilter.NO_SPLIT) && Split.byId(id).isEmpty()) {
      String message = "There is no split \"" + name + "\". There are: " + splits() + ".";
      throw new ParameterException(line, message);
    }
    return id;
  }

  private static String splits() {
    Stream<String> ids = Stream.of(Split.values()).map(Split::id);
    return Stream.concat(ids, Stream.of(ImageFilter.NO_SPLIT)).collect(Collectors.joining(", "));
  }

  private static String states() {
    return Stream.of(ImageState.values()).map(ImageState::id).collect(Collectors.joining(", "));
  }
}
