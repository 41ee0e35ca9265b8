package org.maskwright.data.project;

/** An image file as a look into its folder found it. */
record FoundImage(ImageId image, long size, long modified) {}
