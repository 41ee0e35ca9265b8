package org.maskwright.protocol.snapshot;

import java.util.List;
import org.maskwright.protocol.client.Content;

/**
 * A snapshot on disk, ready to be sent.
 *
 * @param hash what a job names it by
 * @param contents everything that belongs to it, itself included
 */
public record FrozenSnapshot(String hash, Snapshot snapshot, List<Content> contents) {

  public FrozenSnapshot {
    contents = List.copyOf(contents);
  }
}
