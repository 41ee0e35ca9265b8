package org.maskwright.app.session;

import java.util.List;

/**
 * How the panes stood when they were last seen. The names are those of whoever shows panes, who
 * passes over a name that he does not know.
 *
 * @param layout how they are laid out
 * @param count how many stand side by side
 * @param contents what each of those shows
 * @param swiped what the two show that are swiped
 * @param divider where the swipe's divider stands, 0 to 1
 * @param layer what they show of a variant
 * @param source the variant that is accepted from
 */
public record SeenPanes(
    String layout,
    int count,
    List<String> contents,
    List<String> swiped,
    double divider,
    String layer,
    String source) {

  public SeenPanes {
    contents = List.copyOf(contents);
    swiped = List.copyOf(swiped);
  }
}
