package org.maskwright.app.queue;

import org.maskwright.app.proposal.ClosedImages;
import org.maskwright.app.proposal.Proposals;
import org.maskwright.app.session.ProjectSession;
import org.maskwright.app.task.Tasks;
import org.maskwright.app.text.Texts;
import org.maskwright.data.queue.EvidenceBook;

/**
 * What works for the queue of a project.
 *
 * @param book what is known of each image
 * @param background runs what may take hours, one thing at a time
 * @param searching runs what one waits for
 */
public record QueueServices(
    ProjectSession session,
    Proposals proposals,
    ClosedImages images,
    EvidenceBook book,
    Tasks background,
    Tasks searching,
    Texts texts) {}
