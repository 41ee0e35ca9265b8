package org.maskwright.network.weights;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.maskwright.network.architecture.Preprocessing;
import org.maskwright.network.architecture.Preprocessing.ChannelOrder;

/**
 * What files say about the images that their network wants, such as {@code RGB, x/127.5-1} or
 * {@code BGR minus (104,117,123), no scaling}. What follows a semicolon is about the network.
 */
public final class InputStatement {

  private static final String NUMBER = "\\s*(\\d{1,6}(?:\\.\\d{1,9})?)\\s*";

  private static final Pattern SCALED =
      Pattern.compile("(RGB|BGR),?\\s*x/" + NUMBER + "-" + NUMBER);

  private static final Pattern SHIFTED =
      Pattern.compile(
          "(RGB|BGR) minus \\(" + NUMBER + "," + NUMBER + "," + NUMBER + "\\)(?:, no scaling)?");

  private InputStatement() {}

  public static Optional<Preprocessing> parse(String statement) {
    String images = statement.split(";", 2)[0].strip();
    Matcher scaled = SCALED.matcher(images);
    if (scaled.matches() && number(scaled, 2) > 0) {
      float divisor = number(scaled, 2);
      float mean = divisor * number(scaled, 3);
      return Optional.of(
          new Preprocessing(
              order(scaled),
              List.of(mean, mean, mean),
              List.of(1 / divisor, 1 / divisor, 1 / divisor)));
    }
    Matcher shifted = SHIFTED.matcher(images);
    if (shifted.matches()) {
      return Optional.of(
          new Preprocessing(
              order(shifted),
              List.of(number(shifted, 2), number(shifted, 3), number(shifted, 4)),
              List.of(1f, 1f, 1f)));
    }
    return Optional.empty();
  }

  private static ChannelOrder order(Matcher matcher) {
    return ChannelOrder.valueOf(matcher.group(1));
  }

  private static float number(Matcher matcher, int group) {
    return Float.parseFloat(matcher.group(group));
  }
}
