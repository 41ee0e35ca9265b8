package org.maskwright.app.main;

import org.maskwright.app.accept.AcceptViewModel;
import org.maskwright.app.accept.BatchViewModel;
import org.maskwright.app.compare.CompareViewModel;
import org.maskwright.app.queue.QueueViewModel;

/** What shows, takes and sorts by what models propose. */
public record ProposalModels(
    CompareViewModel compare, AcceptViewModel accept, BatchViewModel batch, QueueViewModel queue) {

  void close() {
    queue.close();
    compare.close();
  }
}
