package org.maskwright.planted.house.data.journal;

/** Something to be used, rightly or wrongly. */
public final class Journal {}
