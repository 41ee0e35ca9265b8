package org.maskwright.data.project;

/**
 * What the mask files held when we wrote them, so that a change by another program shows.
 *
 * @param labels SHA-256 of the label file
 * @param provenance SHA-256 of the provenance file
 */
public record MaskStamp(int width, int height, String labels, String provenance) {}
