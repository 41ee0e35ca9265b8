/** YOLO's segmentation folders: a line of text for each outline. */
@org.jspecify.annotations.NullMarked
package org.maskwright.data.format.yolo;
