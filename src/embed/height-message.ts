/** What an embed page and the page around it say to each other. */

/** Type of {@link HeightMessage}. */
export const HEIGHT = 'civic-height';
/** Asks a frame to say its height, for a page whose script came after it had. */
export const HEIGHT_PLEASE = 'civic-height?';

export interface HeightMessage {
  readonly type: typeof HEIGHT;
  /** CSS pixels. */
  readonly height: number;
  /** What the frame is called where the page gives it no name. */
  readonly title: string;
}
