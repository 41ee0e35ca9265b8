package org.maskwright.data.project;

/**
 * How much of a class there is in a project.
 *
 * @param images in which it occurs
 */
public record ClassCount(int index, String name, long pixels, long images) {}
