package org.maskwright.planted.house.app.train;

import org.maskwright.planted.house.protocol.Message;

/** Breaks a wall: a view acts by itself. */
public final class MessageView {
  public final Message used = new Message();
}
