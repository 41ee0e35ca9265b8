package org.maskwright.data.metric;

/** A click on a pixel: "this belongs to it" or "this does not". */
public record Click(int x, int y, boolean positive) {}
