package org.maskwright.planted.house.app.engine;

/** Something to be used, rightly or wrongly. */
public final class Engine {}
