import type { EventView } from "../../api.ts";
import { eventsAddress } from "./api.ts";

interface Listener {
  /** The connection stands, for the first time or again: what happened meanwhile is to be fetched. */
  readonly opened: () => void;
  readonly happened: (event: EventView) => void;
  readonly lost: () => void;
}

const PAUSE = 1_500;

/**
 * Listens to what happens to a person, by server-sent events, for as long as the returned function has not been called. The browser's own
 * reconnecting gives up when the server answers with an error, so a broken source is closed and opened anew.
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
  open();
  return () => {
    window.clearTimeout(timer);
    source?.close();
  };
}
