package org.maskwright.network.architecture;

import org.maskwright.network.layer.ReceptiveField;

/**
 * An activation in a graph that is being built: who makes it, how many channels it has, and what
 * its cells look at.
 */
public record Feature(String name, int channels, ReceptiveField field) {}
