package org.maskwright.planted.house.data.edit;

/** Something to be used, rightly or wrongly. */
public final class Edit {}
