package org.maskwright.data.project;

import java.util.Optional;
import org.maskwright.data.edit.SaveStamp;

/**
 * What the mask files held when we wrote them, so that a change by another program shows.
 *
 * @param labels SHA-256 of the label file
 * @param provenance SHA-256 of the provenance file
 * @param journal up to where the journal of edits is in it; empty if it was not written by an edit
 */
public record MaskStamp(
    int width, int height, String labels, String provenance, Optional<SaveStamp> journal) {}
