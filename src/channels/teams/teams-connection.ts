import { setTimeout as pause } from "node:timers/promises";
import type { Chart } from "../../message/chart.ts";
import type { Directories } from "../../people/directory.ts";
import type { Store } from "../../store/store.ts";
import type { Receiver } from "../channel.ts";
import type { Connection } from "../connection.ts";
import { type FileSource, NO_FILES } from "../file-source.ts";
import { createArrivals } from "./arrivals/arrivals.ts";
import { createEndpoint } from "./receive/endpoint.ts";
import type { Locale } from "./receive/profile.ts";
import type { Answer, ReceiveParts } from "./receive/receive-parts.ts";
import { takeActivity } from "./receive/take-activity.ts";
import { type ConnectorParts, createConnector } from "./send/connector.ts";
import { createDrawingOf } from "./send/drawing-of.ts";
import { createPace } from "./send/pace.ts";
import { createStanding } from "./send/standing.ts";
import { createTeamsChannel } from "./send/teams-channel.ts";
import { createTyping } from "./send/typing.ts";
import { createTeamsApp, type TeamsAccess } from "./teams-app.ts";

export interface TeamsOptions {
  readonly access: TeamsAccess;
  readonly store: Store;
  readonly directories: Directories;
  readonly receiver: Receiver;
  /** Files that messages name. */
  readonly files?: FileSource;
  /** The language and zone of those whose own are not known. */
  readonly fallback: Locale;
  /** A PNG of the chart. */
  readonly drawPicture: (chart: Chart) => Promise<Uint8Array>;
  /** How many processes share what Teams allows; 1 unless told. */
  readonly processes?: () => number;
  readonly now: () => number;
  readonly log: ReceiveParts["log"];
  /** For tests: how time passes. */
  readonly time?: Pick<ConnectorParts, "wait" | "random"> & {
    /** How long it may take to fetch the keys that sign for Teams. */
    readonly checkWithinMs?: number;
  };
}

/** What DESIGN allows a turn to take, and some: after that whoever stops Luotsi need not wait for a request that hangs. */
const LONGEST_TURN_MS = 15_000;

/** Microsoft Teams as the program starts and stops it. Throws CertificateUnusable. */
export async function createTeamsConnection(options: TeamsOptions): Promise<Connection> {
  const { access, store, directories, receiver, fallback, now, log } = options;
  const { wait, random } = options.time ?? { wait: (milliseconds: number) => pause(milliseconds), random: Math.random };
  const underWay = new Set<Promise<Answer>>();
  let parts: ReceiveParts | undefined;
  const take = (body: unknown): Promise<Answer> => {
    if (!parts) return Promise.resolve({ status: 503 });
    const turn = takeActivity(parts, body).finally(() => underWay.delete(turn));
    underWay.add(turn);
    return turn;
  };
  const app = await createTeamsApp(access, take, log, options.time?.checkWithinMs);
  const pace = createPace({ now, wait, ...(options.processes ? { processes: options.processes } : {}) });
  const connector = createConnector({ http: app.http, wire: app.wire, pace, wait, random });
  const typing = createTyping(later);
  const standing = createStanding(later);
  const drawingOf = createDrawingOf({ directories, drawPicture: options.drawPicture, log });
  const tenant = access.kind === "verified" ? access.tenant : undefined;
  const arrivals = createArrivals({ store, directories, connector, now, fallback, tenant });
  const own = { store, directories, connector, typing, standing, drawingOf, now, log };
  parts = { ...own, receiver, files: options.files ?? NO_FILES, arrivals, fallback };
  let stopping = false;
  const endpoint = createEndpoint({ access, app, log });
  return {
    channel: createTeamsChannel(own),
    claims: [
      {
        prefix: "/api/messages",
        handle: (request, response) => {
          // Teams sends it again to whoever runs then.
          if (stopping) response.writeHead(503, { "retry-after": "2" }).end();
          else return endpoint(request, response);
        },
      },
    ],
    connect: () => {
      if (access.kind === "on-this-machine")
        log.warn({}, "TEAMS_UNAUTHENTICATED: whoever is on this machine is believed to be Teams");
      else {
        log.info({}, "Teams may send to /api/messages");
        // Nobody waits for it: what is not here yet may be when Teams sends.
        void app
          .isReady()
          .then((ready) => ready && log.info({}, "Teams: Luotsi has its token, and the keys to check others'"));
      }
      return Promise.resolve();
    },
    disconnect: async () => {
      stopping = true;
      typing.stop();
      await Promise.race([Promise.all(underWay), pause(LONGEST_TURN_MS, undefined, { ref: false })]);
    },
    close: () => app.wire.close(),
  };
}

function later(milliseconds: number, work: () => void): () => void {
  const timer = setTimeout(work, milliseconds);
  timer.unref();
  return () => clearTimeout(timer);
}
