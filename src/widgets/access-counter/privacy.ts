/** Whether this page view may be counted: not when the reader has asked not to be followed, nor when no one reads. */
export function mayCount(navigator: Navigator): boolean {
  const { doNotTrack, globalPrivacyControl, webdriver } = navigator as Navigator & { globalPrivacyControl?: unknown };
  return doNotTrack !== '1' && globalPrivacyControl !== true && !webdriver;
}
