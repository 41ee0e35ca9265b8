package org.maskwright.network.layer;

/**
 * Which gradients of a kernel anybody reads. What is not wanted need not be computed; frozen layers
 * and the image itself are where that counts.
 */
public record Wanted(boolean parameters, boolean input) {

  public static final Wanted ALL = new Wanted(true, true);
}
