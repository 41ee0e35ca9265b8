package org.maskwright.planted.house.app.dialog;

/** Something to be used, rightly or wrongly. */
public final class Dialog {}
