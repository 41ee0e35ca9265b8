package org.maskwright.data.edit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.maskwright.data.journal.RecordReader;
import org.maskwright.data.journal.RecordWriter;
import org.maskwright.data.problem.DataException;

/** A command that changed many masks: what it was, and which step it is in each of them. */
public record ProjectEdit(Instant time, String label, List<Share> shares) {

  public ProjectEdit {
    shares = List.copyOf(shares);
  }

  /**
   * One mask's share.
   *
   * @param image the image, as the project names it
   * @param step the step in that mask's history
   */
  public record Share(String image, long step) {}

  void writeTo(RecordWriter record) {
    record.putLong(time.toEpochMilli()).putText(label).putVarint(shares.size());
    for (Share share : shares) {
      record.putText(share.image()).putVarint(share.step());
    }
  }

  static ProjectEdit read(RecordReader content) throws DataException {
    Instant time = Instant.ofEpochMilli(content.getLong());
    String label = content.getText();
    // A share has two bytes at least, so that a false count cannot ask for much.
    int count = content.getVarint(content.remaining() / 2);
    List<Share> shares = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      shares.add(new Share(content.getText(), content.getVarint()));
    }
    return new ProjectEdit(time, label, shares);
  }
}
