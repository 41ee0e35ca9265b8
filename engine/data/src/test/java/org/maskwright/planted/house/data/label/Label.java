package org.maskwright.planted.house.data.label;

/** Something to be used, rightly or wrongly. */
public final class Label {}
