package org.maskwright.planted.library.javafx.scene;

/** Stands for a library that a wall keeps out. */
public final class Node {}
