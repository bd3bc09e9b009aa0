import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, test } from "vitest";
import { browserPath, openBrowser } from "./open-browser.ts";

/** Registers browser tests under a name; where there is no browser, one test in their place says so on stderr. */
export function describeInBrowser(name: string, tests: (browser: () => Browser) => void): void {
  describe(name, () => {
    const path = browserPath();
    if (path === undefined) {
      test("did not run, no browser here", () => {
        console.error(`NOT RUN: "${name}" needs Chromium; install it or set CHROMIUM_PATH.`);
      });
      return;
    }
    let browser: Browser | undefined;
    beforeAll(async () => {
      browser = await openBrowser(path);
    });
    afterAll(async () => browser?.close());
    tests(() => {
      if (browser === undefined) throw new Error("The browser is not open");
      return browser;
    });
  });
}
