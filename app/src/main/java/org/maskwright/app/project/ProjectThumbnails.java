package org.maskwright.app.project;

import java.io.IOException;
import org.maskwright.data.image.ImageSettings;
import org.maskwright.data.image.Pixels;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.project.ImageId;
import org.maskwright.data.project.Project;
import org.maskwright.data.task.Progress;

/** Thumbnails of a project's images, made as the project sees them and kept in the user's store. */
public final class ProjectThumbnails implements Thumbnails.Source {

  private final Project project;
  private final ThumbnailStore store;

  public ProjectThumbnails(Project project, ThumbnailStore store) {
    this.project = project;
    this.store = store;
  }

  @Override
  public ImageSettings settings(ImageId image) {
    try {
      return project.roots().imageSettings(image);
    } catch (DataException e) {
      // The root is gone, and the image with it: whoever makes the thumbnail says so.
      return ImageSettings.DEFAULT;
    }
  }

  @Override
  public Pixels make(ImageId image, ImageSettings settings, Progress progress) throws IOException {
    return store.get(project.roots().imageRef(image), settings, progress);
  }
}
