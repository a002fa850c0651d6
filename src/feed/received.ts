/** What came over the line. */
export interface Received {
  /** Read as UTF-8, which JSON always is. */
  readonly text: string;
  /** The bytes it was read from; XML may say in a place of its own that they are other letters. */
  readonly parts: readonly Uint8Array[];
  /** The `Content-Type` header, or nothing. */
  readonly type: string;
}
