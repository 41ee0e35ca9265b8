package org.maskwright.planted.library.org.deeplearning4j;

/** Stands for a library that a wall keeps out. */
public final class Net {}
