import { LRUCache } from "lru-cache";

/** Slack takes a `response_url` five times within half an hour of the tap (docs.slack.dev: "Handling user interaction", message responses). */
const USES = 5;
const LIFE_MS = 30 * 60_000;
/** An answer that is under way must arrive within the life. */
const MARGIN_MS = 60_000;

/** The response URLs of tapped messages: a redraw through one costs nothing of the methods' budgets. Kept in this process only. */
export interface ResponseUrls {
  /** `message` is the message id that the coach knows ("C024BE91L/1733050800.000100"). A newer tap's URL takes the place of an older one. */
  note(message: string, url: string): void;
  /** A URL for one use, counted; undefined when there is none with uses and life left. */
  take(message: string): string | undefined;
  /** It did not work: it is not tried again. */
  drop(message: string): void;
}

export function createResponseUrls(now: () => number, keep = 10_000): ResponseUrls {
  const noted = new LRUCache<string, { readonly url: string; readonly until: number; uses: number }>({ max: keep });
  return {
    note: (message, url) => {
      noted.set(message, { url, until: now() + LIFE_MS - MARGIN_MS, uses: 0 });
    },
    take: (message) => {
      const entry = noted.get(message);
      if (!entry) return undefined;
      if (entry.uses >= USES || now() >= entry.until) {
        noted.delete(message);
        return undefined;
      }
      entry.uses += 1;
      return entry.url;
    },
    drop: (message) => {
      noted.delete(message);
    },
  };
}
