import type { IncomingMessage, ServerResponse } from "node:http";
import type { Channel } from "./channel.ts";

/** A platform as the program starts and stops it. */
export interface Connection {
  readonly channel: Channel;
  /** Its part of the one HTTP server: every path that begins so. */
  readonly claims: readonly {
    readonly prefix: string;
    readonly handle: (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;
  }[];
  /** Begins to listen. Never throws: what stands in the way is logged with its mend, and tried again where that helps; the other channels work meanwhile. */
  connect(): Promise<void>;
  /** Takes nothing new and resolves when the turns under way are done. */
  disconnect(): Promise<void>;
  /** Lets go of what sending holds, once the last message was sent. */
  close?(): Promise<void>;
}
