import type { Directories } from "../../../people/directory.ts";
import type { WebMessage } from "../api.ts";
import type { MessageLog, Spot } from "../log/message-log.ts";
import { seersOf } from "../log/room.ts";
import { showMessage } from "../log/show-message.ts";
import type { StoredMessage } from "../log/web-message.ts";
import type { LiveEvents } from "./live-events.ts";

/** Shows what happened to everyone in the room. */
export interface Announce {
  /** A new or changed message; a reply brings its root with the new count. Gives the message as shown. */
  message(stored: StoredMessage): Promise<WebMessage>;
  typing(spot: Spot, until: number): Promise<void>;
}

export function createAnnounce(
  company: string,
  directories: Directories,
  log: MessageLog,
  events: LiveEvents,
): Announce {
  return {
    async message(stored) {
      const directory = await directories.of(company);
      const to = seersOf(directory, stored.room);
      const shown = await showMessage(log, directory, stored);
      events.emit(to, { kind: "message", message: shown });
      if (stored.thread !== null) {
        const root = await log.root(stored.thread);
        if (root) events.emit(to, { kind: "message", message: await showMessage(log, directory, root) });
      }
      return shown;
    },
    async typing(spot, until) {
      events.emit(seersOf(await directories.of(company), spot.room), { kind: "typing", ...spot, until });
    },
  };
}
