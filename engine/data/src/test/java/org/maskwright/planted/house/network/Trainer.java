package org.maskwright.planted.house.network;

/** Part of the engine. */
public final class Trainer {}
