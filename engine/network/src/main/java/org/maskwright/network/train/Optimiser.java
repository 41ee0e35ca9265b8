package org.maskwright.network.train;

import java.util.ArrayList;
import java.util.List;
import org.maskwright.network.architecture.FcnNetwork;
import org.maskwright.network.architecture.FlatParameters;
import org.maskwright.network.architecture.NamedParameter;

/**
 * Applies gradients to a network's parameters, a block at a time, each parameter at its own rate.
 * What it remembers lies off the heap beside the parameters.
 */
public final class Optimiser implements AutoCloseable {

  private static final int BLOCK = 1 << 15;

  private final UpdateRule rule;
  private final FcnNetwork network;
  private final List<FlatParameters> memory = new ArrayList<>();
  private final List<Piece> pieces = new ArrayList<>();
  private long steps;

  /** Neighbouring parameters that are treated alike. */
  private record Piece(
      NamedParameter parameter, long offset, int length, double rate, double decay) {}

  public Optimiser(FcnNetwork network, UpdateRule rule, Rates rates) {
    this.rule = rule;
    this.network = network;
    for (int i = 0; i < rule.kind().rows(); i++) {
      memory.add(network.newRow());
    }
    for (NamedParameter parameter : network.parameters()) {
      cut(parameter, rates);
    }
  }

  private void cut(NamedParameter parameter, Rates rates) {
    double rate = rates.rate(parameter);
    for (long at = 0; rate > 0 && at < parameter.count(); at += BLOCK) {
      int length = (int) Math.min(BLOCK, parameter.count() - at);
      pieces.add(
          new Piece(parameter, parameter.offset() + at, length, rate, rates.decay(parameter)));
    }
  }

  /** One step of all that learns now; {@code factor} is the schedule's. */
  public void step(FlatParameters gradients, double factor) {
    steps++;
    ThreadLocal<UpdateRule.Block> blocks =
        ThreadLocal.withInitial(() -> new UpdateRule.Block(BLOCK));
    pieces.parallelStream()
        .filter(piece -> network.learns(piece.parameter))
        .forEach(piece -> update(piece, gradients, factor, blocks.get()));
  }

  private void update(
      Piece piece, FlatParameters gradients, double factor, UpdateRule.Block block) {
    FlatParameters parameters = network.flatParameters();
    block.length = piece.length;
    parameters.read(piece.offset, block.parameters, piece.length);
    gradients.read(piece.offset, block.gradients, piece.length);
    memory.get(0).read(piece.offset, block.first, piece.length);
    if (memory.size() > 1) {
      memory.get(1).read(piece.offset, block.second, piece.length);
    }
    rule.update(block, (float) (piece.rate * factor), (float) piece.decay, steps);
    parameters.write(piece.offset, block.parameters, piece.length);
    memory.get(0).write(piece.offset, block.first, piece.length);
    if (memory.size() > 1) {
      memory.get(1).write(piece.offset, block.second, piece.length);
    }
  }

  /** Steps so far; a checkpoint keeps them. */
  public long steps() {
    return steps;
  }

  public void continueFrom(long stepsSoFar) {
    steps = stepsSoFar;
  }

  /** What it remembers, for a checkpoint. */
  public List<FlatParameters> memory() {
    return memory;
  }

  @Override
  public void close() {
    memory.forEach(FlatParameters::close);
  }
}
