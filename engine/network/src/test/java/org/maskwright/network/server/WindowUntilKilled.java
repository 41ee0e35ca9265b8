package org.maskwright.network.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.maskwright.data.task.Progress;
import org.maskwright.protocol.ReadyFile;
import org.maskwright.protocol.client.Answers;
import org.maskwright.protocol.client.Content;
import org.maskwright.protocol.client.EngineAddress;
import org.maskwright.protocol.client.EngineLink;
import org.maskwright.protocol.client.Transfers;
import org.maskwright.protocol.wire.AttendRequest;
import org.maskwright.protocol.wire.EngineActivity;

/** A window without a screen: it is there, begins to send a file, and waits to be killed. */
final class WindowUntilKilled {

  static final String SENDING = "in the middle of an upload";

  private WindowUntilKilled() {}

  /** Takes the ready-file of the engine and the file to send. */
  public static void main(String[] arguments) throws IOException {
    ReadyFile ready = ReadyFile.read(Path.of(arguments[0])).orElseThrow();
    try (EngineLink link = EngineLink.connect(EngineAddress.of(ready), 30);
        Answers<AttendRequest, EngineActivity> here =
            link.listen((stub, into) -> stub.attend(AttendRequest.getDefaultInstance(), into))) {
      here.next(Progress.NONE);
      new Transfers(link).send(List.of(Content.of(Path.of(arguments[1]))), new Stuck());
    }
  }

  /** Goes no further than the first part. */
  private static final class Stuck implements Progress {

    @Override
    public void report(String phase, long done, long total) {
      if (done > 0 && done < total) {
        System.out.println(SENDING);
        System.out.flush();
        try {
          new CountDownLatch(1).await();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
    }

    @Override
    public boolean cancelled() {
      return false;
    }
  }
}
