package org.maskwright.planted.library.org.nd4j;

/** Stands for a library that a wall keeps out. */
public final class Array {}
