package org.maskwright.data.click;

import java.util.Arrays;

/**
 * Maximum flow, and so the cheapest cut, on a grid whose pixels are tied to their eight neighbours
 * and to two ends, object and rest. Two trees of pixels grow from the ends until they touch, flow
 * fills the path between them, and branches that it cuts off look for another parent: the method of
 * Boykov and Kolmogorov (2004), which suits images, where paths are short and neighbours alike.
 */
public final class GridFlow {

  /** Where neighbours lie; a direction and its opposite differ in the last bit. */
  static final int[] DX = {1, -1, 0, 0, 1, -1, -1, 1};

  static final int[] DY = {0, 0, 1, -1, 1, -1, 1, -1};
  static final int DIRECTIONS = 8;

  private static final byte FREE = 0;
  private static final byte OBJECT = 1;
  private static final byte REST = 2;
  private static final byte TO_END = 8;
  private static final byte ORPHAN = 9;
  private static final byte NO_PARENT = 10;

  private final int width;
  private final int stride;
  private final int nodes;
  private final int[] step = new int[DIRECTIONS];

  /** What can still flow from a node to its neighbour in a direction. */
  private final int[][] room;

  /** What can still flow in from the object's end, or, if negative, out to the rest's. */
  private final int[] end;

  private final byte[] tree;
  private final byte[] parent;
  private final int[] distance;
  private final int[] checked;
  private final NodeQueue active;
  private final NodeQueue orphans;
  private int time;
  private long flow;

  /** A grid without any ties. A frame of untied nodes around it saves asking for its edges. */
  public GridFlow(int width, int height) {
    this.width = width;
    this.stride = width + 2;
    this.nodes = stride * (height + 2);
    this.room = new int[DIRECTIONS][nodes];
    this.end = new int[nodes];
    this.tree = new byte[nodes];
    this.parent = new byte[nodes];
    this.distance = new int[nodes];
    this.checked = new int[nodes];
    this.active = new NodeQueue(nodes);
    this.orphans = new NodeQueue(nodes);
    for (int d = 0; d < DIRECTIONS; d++) {
      step[d] = DY[d] * stride + DX[d];
    }
  }

  private int node(int pixel) {
    return (pixel / width + 1) * stride + pixel % width + 1;
  }

  /** What it costs to call a pixel object, and to call it rest. */
  public void addCosts(int pixel, int ofObject, int ofRest) {
    end[node(pixel)] += ofRest - ofObject;
    flow += Math.min(ofObject, ofRest);
  }

  /** What it costs to part a pixel from its neighbour in a direction, either way. */
  void tie(int pixel, int direction, int cost) {
    int node = node(pixel);
    room[direction][node] += cost;
    room[direction ^ 1][node + step[direction]] += cost;
  }

  /** Finds the cheapest cut; true for every pixel on the object's side. */
  public boolean[] cut() {
    plant();
    for (int node = active.take(); node >= 0; node = active.take()) {
      while (tree[node] != FREE && grow(node)) {
        adopt();
      }
    }
    boolean[] object = new boolean[width * (nodes / stride - 2)];
    for (int i = 0; i < object.length; i++) {
      object[i] = tree[node(i)] == OBJECT;
    }
    return object;
  }

  /** The cost of the cheapest cut, once it was found. */
  public long cost() {
    return flow;
  }

  private void plant() {
    Arrays.fill(parent, NO_PARENT);
    for (int i = 0; i < nodes; i++) {
      if (end[i] != 0) {
        tree[i] = end[i] > 0 ? OBJECT : REST;
        parent[i] = TO_END;
        distance[i] = 1;
        active.add(i);
      }
    }
  }

  /** What can flow between a node and its neighbour, in the sense of the node's tree. */
  private int roomOutward(int node, int direction) {
    return tree[node] == OBJECT
        ? room[direction][node]
        : room[direction ^ 1][node + step[direction]];
  }

  /** Lets a tree grow from a node; true if it met the other tree and flow was sent through. */
  private boolean grow(int node) {
    for (int d = 0; d < DIRECTIONS; d++) {
      int next = node + step[d];
      if (roomOutward(node, d) == 0) {
        continue;
      }
      if (tree[next] == FREE) {
        tree[next] = tree[node];
        attach(next, (byte) (d ^ 1), node);
        active.add(next);
      } else if (tree[next] != tree[node]) {
        boolean outOfObject = tree[node] == OBJECT;
        augment(outOfObject ? node : next, outOfObject ? d : d ^ 1);
        return true;
      } else if (checked[next] <= checked[node] && distance[next] > distance[node] + 1) {
        attach(next, (byte) (d ^ 1), node);
      }
    }
    return false;
  }

  private void attach(int child, byte direction, int to) {
    parent[child] = direction;
    checked[child] = checked[to];
    distance[child] = distance[to] + 1;
  }

  /** Fills the path over the tie between the two trees. */
  private void augment(int objectSide, int direction) {
    int restSide = objectSide + step[direction];
    int amount = room[direction][objectSide];
    int node = objectSide;
    for (; parent[node] != TO_END; node += step[parent[node]]) {
      amount = Math.min(amount, room[parent[node] ^ 1][node + step[parent[node]]]);
    }
    amount = Math.min(amount, end[node]);
    for (node = restSide; parent[node] != TO_END; node += step[parent[node]]) {
      amount = Math.min(amount, room[parent[node]][node]);
    }
    amount = Math.min(amount, -end[node]);
    time++;
    send(objectSide, direction, amount);
    flow += amount;
    fill(objectSide, amount);
    fill(restSide, amount);
  }

  private void send(int from, int direction, int amount) {
    room[direction][from] -= amount;
    room[direction ^ 1][from + step[direction]] += amount;
  }

  /** Sends flow along a node's way to its end; who is cut off by that becomes an orphan. */
  private void fill(int from, int amount) {
    boolean ofObject = tree[from] == OBJECT;
    int node = from;
    while (parent[node] != TO_END) {
      int d = parent[node];
      int up = node + step[d];
      if (ofObject) {
        send(up, d ^ 1, amount);
      } else {
        send(node, d, amount);
      }
      int left = ofObject ? room[d ^ 1][up] : room[d][node];
      if (left == 0) {
        orphan(node);
      }
      node = up;
    }
    end[node] += ofObject ? -amount : amount;
    if (end[node] == 0) {
      orphan(node);
    }
  }

  private void orphan(int node) {
    parent[node] = ORPHAN;
    orphans.add(node);
  }

  private void adopt() {
    for (int node = orphans.take(); node >= 0; node = orphans.take()) {
      int best = -1;
      int shortest = Integer.MAX_VALUE;
      for (int d = 0; d < DIRECTIONS; d++) {
        int other = node + step[d];
        if (tree[other] == tree[node] && roomInward(node, d) > 0) {
          int far = distanceToEnd(other);
          if (far < shortest) {
            shortest = far;
            best = d;
          }
        }
      }
      if (best >= 0) {
        parent[node] = (byte) best;
        checked[node] = time;
        distance[node] = shortest + 1;
      } else {
        release(node);
      }
    }
  }

  /** What can flow from a neighbour to a node, in the sense of the node's tree. */
  private int roomInward(int node, int direction) {
    return tree[node] == OBJECT
        ? room[direction ^ 1][node + step[direction]]
        : room[direction][node];
  }

  /** How far a node's end is, or a great number if its branch hangs in the air. */
  private int distanceToEnd(int from) {
    int steps = 0;
    int node = from;
    while (checked[node] != time) {
      if (parent[node] == TO_END) {
        checked[node] = time;
        distance[node] = 1;
        break;
      }
      if (parent[node] >= ORPHAN) {
        return Integer.MAX_VALUE;
      }
      node += step[parent[node]];
      steps++;
    }
    int whole = steps + distance[node];
    int left = whole;
    for (node = from; checked[node] != time; node += step[parent[node]]) {
      checked[node] = time;
      distance[node] = left--;
    }
    return whole;
  }

  private void release(int node) {
    for (int d = 0; d < DIRECTIONS; d++) {
      int other = node + step[d];
      if (tree[other] == tree[node]) {
        if (roomInward(node, d) > 0) {
          active.add(other);
        }
        if (parent[other] == (d ^ 1)) {
          orphan(other);
        }
      }
    }
    tree[node] = FREE;
    parent[node] = NO_PARENT;
  }

  /** Nodes that wait, first come first served, none of them twice. */
  private static final class NodeQueue {

    private final int[] nodes;
    private final boolean[] waiting;
    private int first;
    private int count;

    NodeQueue(int capacity) {
      nodes = new int[capacity];
      waiting = new boolean[capacity];
    }

    void add(int node) {
      if (!waiting[node]) {
        waiting[node] = true;
        int at = first + count;
        nodes[at < nodes.length ? at : at - nodes.length] = node;
        count++;
      }
    }

    /** The next node, or -1. */
    int take() {
      if (count == 0) {
        return -1;
      }
      int node = nodes[first];
      first = first + 1 == nodes.length ? 0 : first + 1;
      count--;
      waiting[node] = false;
      return node;
    }
  }
}
