package org.maskwright.network.architecture;

/** An activation in a graph that is being built: who makes it and how many channels it has. */
public record Feature(String name, int channels) {}
