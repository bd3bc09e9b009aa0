import { getRequestListener, RequestError } from "@hono/node-server";
import type { Connection } from "../connection.ts";
import { createAnnounce } from "./live/announce.ts";
import { createLiveEvents } from "./live/live-events.ts";
import { createMessageLog } from "./log/message-log.ts";
import { createReadMarks } from "./log/read-marks.ts";
import type { WebLogger, WebParts } from "./server/parts.ts";
import { Refusal, refusalResponse } from "./server/refusal.ts";
import { createWebApp } from "./server/web-app.ts";
import { createWebChannel } from "./web-channel.ts";

/** Settings of the web chat; its message log lives in the store that it is given. */
export type WebChatOptions = Omit<WebParts, "log" | "marks" | "events" | "announce">;

/** The local chat: a platform of its own, with people and channels to play with. For 127.0.0.1 only. */
export function createWebChat(options: WebChatOptions): Connection {
  const { company, store, directories, now } = options;
  const log = createMessageLog(store, company, now);
  const events = createLiveEvents(`${now()}`);
  const announce = createAnnounce(company, directories, log, events);
  const marks = createReadMarks(store, company);
  const app = createWebApp({ ...options, log, marks, events, announce });
  const handle = getRequestListener(app.fetch, {
    overrideGlobalObjects: false,
    errorHandler: answerUnreadable(options.logger),
  });
  return {
    channel: createWebChannel({ company, log, announce, now }),
    claims: [{ prefix: "/", handle }],
    connect: () => Promise.resolve(),
    // Ends the open pages' event streams; they come back when there is someone to come back to.
    disconnect: () => Promise.resolve(events.close()),
  };
}

/** What cannot be made a request at all (a Host or a path that is none) never reaches the paths. */
function answerUnreadable(logger: WebLogger): (error: unknown) => Response {
  return (error) => {
    if (!(error instanceof RequestError)) logger.error({ err: error }, "the web chat could not read a request");
    return refusalResponse(new Refusal(400, (say) => say("web.server.malformed")), "fi");
  };
}
