/** The folders of Pascal VOC: its own indexed masks, and the coloured ones of CVAT. */
@org.jspecify.annotations.NullMarked
package org.maskwright.data.format.voc;
