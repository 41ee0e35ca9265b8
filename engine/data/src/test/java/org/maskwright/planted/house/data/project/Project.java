package org.maskwright.planted.house.data.project;

/** Something to be used, rightly or wrongly. */
public final class Project {}
