package org.maskwright.data.edit;

import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.maskwright.data.problem.DataException;

/**
 * What a saved mask carries so that its journal can be told where to go on: which journal, up to
 * where, and a fingerprint of the pixels by which a change from outside is noticed. Its text form
 * is what a mask file stores.
 */
public record SaveStamp(long journal, long position, MaskPrint print) {

  private static final Pattern TEXT =
      Pattern.compile("([0-9a-f]{16})-([0-9a-f]{16})-([0-9a-f]{8})-([0-9a-f]{8})");

  public static SaveStamp parse(String text) throws DataException {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      throw DataException.of(EditProblem.STAMP, text);
    }
    return new SaveStamp(
        HexFormat.fromHexDigitsToLong(matcher.group(1)),
        HexFormat.fromHexDigitsToLong(matcher.group(2)),
        new MaskPrint(
            HexFormat.fromHexDigits(matcher.group(3)), HexFormat.fromHexDigits(matcher.group(4))));
  }

  @Override
  public String toString() {
    HexFormat hex = HexFormat.of();
    return String.join(
        "-",
        hex.toHexDigits(journal),
        hex.toHexDigits(position),
        hex.toHexDigits(print.labels()),
        hex.toHexDigits(print.provenance()));
  }
}
