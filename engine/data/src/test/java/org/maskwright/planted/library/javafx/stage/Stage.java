package org.maskwright.planted.library.javafx.stage;

/** Stands for a library that a wall keeps out. */
public final class Stage {}
