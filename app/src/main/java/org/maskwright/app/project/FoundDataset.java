package org.maskwright.app.project;

import java.nio.file.Path;
import java.util.List;

/**
 * A data set that others labelled.
 *
 * @param format the format's id
 * @param source what the format opens
 * @param classes names, the background first
 * @param images how many there are
 */
public record FoundDataset(String format, Path source, List<String> classes, long images) {}
