package org.maskwright.app.compare;

/**
 * What a colour of a layer means.
 *
 * @param value how much of it there is; empty if that is not told
 */
public record LegendLine(int rgb, String text, String value) {}
