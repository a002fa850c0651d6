import type { FeedItem } from './schema.js';

/** A file that belongs to an item. */
export type Attachment = NonNullable<FeedItem['attachments']>[number];

/**
 * Attachments as a reader should see them: those with exactly the same title are one thing in several formats (JSON Feed,
 * "Attachments"); one without a title stands alone.
 *
 * @returns groups in the order of their first member; never empty ones
 */
export function alternatives(attachments: readonly Attachment[]): Attachment[][] {
  const groups: Attachment[][] = [];
  const byTitle = new Map<string, Attachment[]>();
  for (const attachment of attachments) {
    const { title } = attachment;
    const group = title === undefined ? undefined : byTitle.get(title);
    if (group) {
      group.push(attachment);
      continue;
    }
    const own = [attachment];
    groups.push(own);
    if (title !== undefined) byTitle.set(title, own);
  }
  return groups;
}
