package org.maskwright.app;

import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * What lies outside of the window.
 *
 * @param toggleTheme changes from light to dark and back
 * @param openFolder shows a folder in the desktop's own way
 */
record Desk(Runnable toggleTheme, Consumer<Path> openFolder) {}
