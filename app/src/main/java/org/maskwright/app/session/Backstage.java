package org.maskwright.app.session;

import java.util.concurrent.Executor;
import org.maskwright.app.task.Tasks;
import org.maskwright.data.image.pyramid.ImageOpener;

/**
 * What works for a session out of sight.
 *
 * @param opening reads images; more than one at a time
 * @param saving writes masks, one after the other and in order
 * @param listing everything that may take long
 * @param window runs something on the window's thread
 */
public record Backstage(
    Tasks opening, Tasks saving, Tasks listing, ImageOpener images, Executor window) {}
