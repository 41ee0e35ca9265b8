package org.maskwright.planted.house.app.canvas;

/** Something to be used, rightly or wrongly. */
public final class Canvas {}
