package org.maskwright.data.exchange;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.maskwright.data.format.CommonFinding;
import org.maskwright.data.format.Dataset;
import org.maskwright.data.format.DatasetItem;
import org.maskwright.data.format.Findings;
import org.maskwright.data.format.FormatProblem;
import org.maskwright.data.format.LabelledImage;
import org.maskwright.data.image.ImageSettings;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.project.ImageId;
import org.maskwright.data.project.ImageRecord;
import org.maskwright.data.project.Project;
import org.maskwright.data.task.Progress;

/** The labelled images of a project, as an export sees them. */
public final class ProjectDataset implements Dataset {

  private final Project project;
  private final Findings findings = new Findings();
  private final Map<String, ImageId> images = new LinkedHashMap<>();
  private final List<DatasetItem> items = new ArrayList<>();

  private ProjectDataset(Project project) {
    this.project = project;
  }

  /** Lists a project's images, each with the split that it is in. */
  public static ProjectDataset of(Project project, ImageFilter filter, Progress progress)
      throws IOException {
    return of(project, filter, Optional.empty(), progress);
  }

  /** Lists those of a project's images that are among some, if there are such. */
  static ProjectDataset of(
      Project project, ImageFilter filter, Optional<Set<ImageId>> only, Progress progress)
      throws IOException {
    ProjectDataset dataset = new ProjectDataset(project);
    List<ImageId> all = project.images(progress);
    ProjectNames names = new ProjectNames(project, all);
    ProjectSplits splits = ProjectSplits.of(project, filter);
    int done = 0;
    for (ImageId image : all) {
      progress.checkCancelled();
      progress.report("list", done++, all.size());
      if (only.isPresent() && !only.get().contains(image)) {
        dataset.findings.add(CommonFinding.FILTERED_OUT, names.path(image));
      } else {
        dataset.add(image, names.path(image), filter, splits.of(image));
      }
    }
    return dataset;
  }

  private void add(ImageId image, String path, ImageFilter filter, String split)
      throws IOException {
    ImageRecord record = project.masks().record(image);
    if (!filter.accepts(record.state(), split)) {
      findings.add(CommonFinding.FILTERED_OUT, path);
    } else if (record.stamp().isEmpty() && project.masks().read(image).isEmpty()) {
      findings.add(CommonFinding.UNLABELLED_IMAGES, path);
    } else {
      images.put(path, image);
      items.add(new DatasetItem(path, split, project.roots().file(image)));
    }
  }

  /** The image behind one of the items. */
  ImageId image(DatasetItem item) {
    ImageId image = images.get(item.path());
    if (image == null) {
      throw new IllegalArgumentException("not an image of this dataset: " + item.path());
    }
    return image;
  }

  /** How one of the images becomes colours. */
  ImageSettings imageSettings(DatasetItem item) throws DataException {
    return project.roots().imageSettings(image(item));
  }

  @Override
  public LabelScheme scheme() {
    return project.scheme();
  }

  @Override
  public List<DatasetItem> items() {
    return items;
  }

  @Override
  public Findings findings() {
    return findings;
  }

  @Override
  public LabelledImage load(DatasetItem item, Findings into) throws IOException {
    LabelMask mask =
        project
            .masks()
            .read(image(item))
            .orElseThrow(
                () ->
                    DataException.of(
                        FormatProblem.BAD_FILE, item.path(), "its mask is gone meanwhile"));
    checkValues(mask, item);
    return new LabelledImage(item, mask, null);
  }

  private void checkValues(LabelMask mask, DatasetItem item) throws DataException {
    long[] counts = mask.histogram();
    for (int value = 0; value < counts.length; value++) {
      if (counts[value] > 0 && !project.scheme().allows(value)) {
        throw DataException.of(FormatProblem.UNKNOWN_VALUE, item.path(), counts[value], value);
      }
    }
  }
}
