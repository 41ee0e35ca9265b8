package org.maskwright.data.exchange;

/**
 * What is decided for one export and not kept in its profile.
 *
 * @param replace whether an earlier export at the same place may be replaced
 * @param skipBroken whether to go on without the images that cannot be brought across
 */
public record ExportChoices(boolean replace, boolean skipBroken) {}
