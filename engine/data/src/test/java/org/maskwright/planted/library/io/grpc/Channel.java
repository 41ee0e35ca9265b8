package org.maskwright.planted.library.io.grpc;

/** Stands for a library that a wall keeps out. */
public final class Channel {}
