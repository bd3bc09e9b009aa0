import type { EventView } from "../../api.ts";
import { eventsAddress } from "./api.ts";

interface Listener {
  /** The connection stands, for the first time or again, or there is none to have: what happened meanwhile is to be fetched. Resolves when it was. */
  readonly opened: () => Promise<void>;
  readonly happened: (event: EventView) => void;
  readonly lost: () => void;
}

const PAUSE = 1_500;
/** How often a page without a connection looks what happened: one that is seen, and one that is not, for the count in its title. */
const LOOKS = { seen: 3_000, unseen: 20_000 } as const;
/** A browser has six connections to a server, for all its pages together: two stay free for what they ask and send. */
const PLACES = ["luotsi.live.1", "luotsi.live.2", "luotsi.live.3", "luotsi.live.4"];

/**
 * Listens to what happens to a person, by server-sent events, for as long as the returned function has not been called. A page that is not seen keeps no
 * connection, nor does one that finds all of the browser's places taken by others: those who try several people out have a window for each.
 */
export function listen(person: string, listener: Listener): () => void {
  let over = new AbortController();
  const follow = () => {
    over.abort();
    over = new AbortController();
    void keepUp(person, listener, over.signal);
  };
  document.addEventListener("visibilitychange", follow);
  follow();
  return () => {
    document.removeEventListener("visibilitychange", follow);
    over.abort();
  };
}

async function keepUp(person: string, listener: Listener, over: AbortSignal): Promise<void> {
  const seen = document.visibilityState === "visible";
  while (!over.aborted) {
    const connected = seen && (await inPlace(() => connection(person, listener, over)));
    if (!connected && !over.aborted) await listener.opened();
    const pause = connected ? PAUSE : LOOKS[seen ? "seen" : "unseen"];
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

/** Resolves when the connection is lost or `over`. The browser's own reconnecting gives up when the server answers with an error, so it is not left to it. */
function connection(person: string, listener: Listener, over: AbortSignal): Promise<void> {
  if (over.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const source = new EventSource(eventsAddress(person));
    const close = () => {
      over.removeEventListener("abort", close);
      source.close();
      resolve();
    };
    over.addEventListener("abort", close);
    source.onopen = () => void listener.opened();
    source.onmessage = (message: MessageEvent<string>) => listener.happened(JSON.parse(message.data));
    source.onerror = () => {
      listener.lost();
      close();
    };
  });
}

/** Does the work while the page has one of the places; false where it got none. Where the browser counts none (neither this machine nor HTTPS) there is always one. */
async function inPlace(work: () => Promise<void>): Promise<boolean> {
  const locks: LockManager | undefined = navigator.locks;
  if (locks === undefined) return work().then(() => true);
  for (const place of PLACES) {
    const done = await locks.request(place, { ifAvailable: true }, (lock) => lock !== null && work().then(() => true));
    if (done) return true;
  }
  return false;
}
