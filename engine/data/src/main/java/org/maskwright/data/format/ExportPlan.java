package org.maskwright.data.format;

/**
 * How to export.
 *
 * @param images {@link ImageCopier#NONE} if the images stay where they are
 * @param replace whether an earlier export at the target may be replaced
 * @param skipBroken whether to go on without the images that cannot be brought across
 */
public record ExportPlan(
    DatasetFormat format,
    FormatOptions options,
    ExportClasses classes,
    ImageCopier images,
    boolean replace,
    boolean skipBroken) {

  public static ExportPlan of(DatasetFormat format, ExportClasses classes) {
    return new ExportPlan(
        format, FormatOptions.defaults(format), classes, ImageCopier.NONE, false, false);
  }

  public ExportPlan replacing() {
    return new ExportPlan(format, options, classes, images, true, skipBroken);
  }
}
