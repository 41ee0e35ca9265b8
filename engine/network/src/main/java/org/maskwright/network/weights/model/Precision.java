package org.maskwright.network.weights.model;

/** How many bits a model's file gives to a weight. */
public enum Precision {
  /** 16 bits, half the size; an array that is out of their range keeps its 32. */
  HALF,
  /** Every bit: 32, or 16 for an array whose numbers were read from 16 and never changed. */
  FULL
}
