/** What a training is to learn from, frozen: images and masks by their hashes, classes, splits. */
@org.jspecify.annotations.NullMarked
package org.maskwright.protocol.snapshot;
