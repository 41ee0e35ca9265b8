package org.maskwright.planted.library.javafx.fxml;

/** Stands for a library that a wall keeps out. */
public final class Loader {}
