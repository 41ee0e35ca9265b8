package org.maskwright.planted.house.protocol;

/** Something to be used, rightly or wrongly. */
public final class Message {}
