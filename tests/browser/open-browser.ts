import { existsSync } from "node:fs";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";

const PATHS = [process.env.CHROMIUM_PATH, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** Where a Chromium stands on this machine; CHROMIUM_PATH names another one. */
export function browserPath(): string | undefined {
  return PATHS.find((path) => path !== undefined && path !== "" && existsSync(path));
}

export function openBrowser(executablePath: string): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

export const DESKTOP = { width: 1280, height: 800 } as const;
export const PHONE = { width: 360, height: 740 } as const;

export interface Visit {
  readonly context: BrowserContext;
  readonly page: Page;
  /** What went wrong in the page so far: errors, console errors and warnings, refusals of the content security policy. */
  readonly troubles: readonly string[];
}

interface VisitOptions {
  readonly size?: { readonly width: number; readonly height: number };
  readonly colorScheme?: "light" | "dark";
  /** A phone: touch, no hover. */
  readonly touch?: boolean;
  /** How far the page's clock is ahead of this machine's. */
  readonly aheadMs?: number;
}

/** Opens an address in a context of its own, and listens to all that goes wrong in it. */
export async function visit(browser: Browser, address: string, options: VisitOptions = {}): Promise<Visit> {
  const { size = DESKTOP, colorScheme = "light", touch = false, aheadMs = 0 } = options;
  const context = await browser.newContext({
    viewport: size,
    colorScheme,
    hasTouch: touch,
    isMobile: touch,
    reducedMotion: "reduce",
    locale: "fi-FI",
  });
  if (aheadMs !== 0) {
    await context.addInitScript((ahead) => {
      const machine = Date.now;
      Date.now = () => machine() + ahead;
    }, aheadMs);
  }
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on("pageerror", (error) => troubles.push(`error: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") troubles.push(`console: ${message.text()}`);
  });
  await page.goto(address);
  return { context, page, troubles };
}

/** By how many pixels the page is wider than the window: 0 when nothing overflows. */
export function overflowOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}
