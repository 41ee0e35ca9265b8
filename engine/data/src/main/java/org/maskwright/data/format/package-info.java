/** Labelled images on their way into and out of a project, and the frame all formats share. */
@org.jspecify.annotations.NullMarked
package org.maskwright.data.format;
