/**
 * Files of images as bytes: what they are called, how they are read, what can be wrong with them.
 */
@org.jspecify.annotations.NullMarked
package org.maskwright.data.image.file;
