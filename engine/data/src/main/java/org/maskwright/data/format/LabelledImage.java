package org.maskwright.data.format;

import org.jspecify.annotations.Nullable;
import org.maskwright.data.label.LabelMask;

/**
 * An image's labels with what belongs to them.
 *
 * @param mask in the orientation in which the image is shown
 * @param instances where the source tells objects apart
 */
public record LabelledImage(DatasetItem item, LabelMask mask, @Nullable InstanceMap instances) {}
