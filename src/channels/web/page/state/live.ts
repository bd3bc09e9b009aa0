import type { EventView } from "../../api.ts";
import { eventsAddress } from "./api.ts";

interface Listener {
  /** The connection stands, for the first time or again, or the page is not seen: what happened meanwhile is to be fetched. */
  readonly opened: () => void;
  readonly happened: (event: EventView) => void;
  readonly lost: () => void;
}

const PAUSE = 1_500;
/** How often a page that is not seen looks what happened, for the count in its title. */
const UNSEEN_PAUSE = 20_000;

/**
 * Listens to what happens to a person, by server-sent events, for as long as the returned function has not been called. The browser's own
 * reconnecting gives up when the server answers with an error, so a broken source is closed and opened anew. A page that is not seen keeps none: a browser
 * has six connections to a server, pages behind "back" hold theirs, and those who try several people out have a tab for each.
 */
export function listen(person: string, listener: Listener): () => void {
  let source: EventSource | undefined;
  let timer: number | undefined;
  const open = () => {
    source = new EventSource(eventsAddress(person));
    source.onopen = () => listener.opened();
    source.onmessage = (message: MessageEvent<string>) => listener.happened(JSON.parse(message.data));
    source.onerror = () => {
      source?.close();
      listener.lost();
      timer = window.setTimeout(open, PAUSE);
    };
  };
  const close = () => {
    window.clearTimeout(timer);
    source?.close();
  };
  const unseen = () => {
    listener.opened();
    timer = window.setTimeout(unseen, UNSEEN_PAUSE);
  };
  const follow = () => {
    close();
    if (document.visibilityState === "visible") open();
    else unseen();
  };
  document.addEventListener("visibilitychange", follow);
  follow();
  return () => {
    document.removeEventListener("visibilitychange", follow);
    close();
  };
}
