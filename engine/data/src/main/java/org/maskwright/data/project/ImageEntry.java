package org.maskwright.data.project;

import java.time.Instant;

/**
 * One image in the list of a project.
 *
 * @param author who changed it last, and when; empty if nobody did
 * @param fileSize of the image's file in bytes
 * @param fileModified of the image's file, in milliseconds since 1970
 */
public record ImageEntry(
    ImageId image,
    ImageState state,
    String author,
    Instant changed,
    long fileSize,
    long fileModified) {}
