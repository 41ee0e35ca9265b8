package org.maskwright.app.engine;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A line to a port of this machine that can be cut; whoever dials anew gets through again. */
final class CuttableLine implements AutoCloseable {

  private final ServerSocket door;
  private final List<Socket> open = new CopyOnWriteArrayList<>();

  CuttableLine(int port) throws IOException {
    door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    start(
        () -> {
          while (true) {
            Socket caller = door.accept();
            Socket called = new Socket(InetAddress.getLoopbackAddress(), port);
            open.addAll(List.of(caller, called));
            start(() -> caller.getInputStream().transferTo(called.getOutputStream()));
            start(() -> called.getInputStream().transferTo(caller.getOutputStream()));
          }
        });
  }

  /** What ends when its socket does. */
  private interface Talk {
    void run() throws IOException;
  }

  private void start(Talk talk) {
    Thread thread =
        new Thread(
            () -> {
              try {
                talk.run();
              } catch (IOException e) {
                // The line was cut, which is what it is there for.
              }
            });
    thread.setDaemon(true);
    thread.start();
  }

  int port() {
    return door.getLocalPort();
  }

  /** Ends all talks. */
  void cut() throws IOException {
    for (Closeable socket : open) {
      socket.close();
    }
    open.clear();
  }

  @Override
  public void close() throws IOException {
    door.close();
    cut();
  }
}
