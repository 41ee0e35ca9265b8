package org.maskwright.data.edit;

import java.time.Instant;

/**
 * What a person may want to know of a step before undoing it.
 *
 * @param id what names the step in this mask's history
 * @param label what was done, in the words of whoever did it
 * @param beforeSession true if the step was done before the mask was opened this time
 */
public record StepInfo(long id, Instant time, StepKind kind, String label, boolean beforeSession) {}
