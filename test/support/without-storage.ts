import { afterwards } from './page.js';

/** Reading `localStorage` throws until the test is over: as in a sandboxed frame, or where a reader has forbidden it. */
export function withoutStorage(): void {
  const native = Object.getOwnPropertyDescriptor(window, 'localStorage');
  Object.defineProperty(window, 'localStorage', {
    configurable: true,
    get: () => {
      throw new DOMException('no', 'SecurityError');
    },
  });
  afterwards(() => {
    Reflect.deleteProperty(window, 'localStorage');
    if (native) Object.defineProperty(window, 'localStorage', native);
  });
}
