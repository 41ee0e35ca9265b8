package org.maskwright.planted.library.javafx.beans;

/** Stands for the part of JavaFX that a view model may use. */
public final class Property {}
