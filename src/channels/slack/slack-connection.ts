import type { Receiver as BoltReceiver } from "@slack/bolt";
import type { Chart } from "../../message/chart.ts";
import type { Directories } from "../../people/directory.ts";
import type { SlackSettings } from "../../slack-settings.ts";
import type { Store } from "../../store/store.ts";
import type { Language } from "../../text/text.ts";
import type { Receiver } from "../channel.ts";
import type { Connection } from "../connection.ts";
import type { FileSource } from "../file-source.ts";
import { readTokenKeys } from "./installations/token-box.ts";
import { createBoltApp } from "./receive/door/bolt-app.ts";
import { createGate } from "./receive/door/gate.ts";
import { createHttpReceiver, EVENTS_PATH, type HttpReceiverParts } from "./receive/door/http-receiver.ts";
import { createSocketReceiver } from "./receive/door/socket-receiver.ts";
import type { SlackLog } from "./receive/receiving.ts";
import { createTake } from "./receive/take/take.ts";
import { createSlackSending, type SlackSending } from "./sending.ts";

export interface SlackConnectionOptions {
  readonly settings: SlackSettings;
  readonly store: Store;
  readonly directories: Directories;
  /** The coach. */
  readonly receiver: Receiver;
  readonly locale: { readonly language: Language; readonly timeZone: string };
  drawPicture(chart: Chart): Promise<Uint8Array>;
  /** Files that messages name. */
  readonly files?: FileSource;
  /** How many processes of Luotsi share what Slack allows; 1 unless told. */
  readonly processes?: () => number;
  readonly now: () => number;
  wait(milliseconds: number): Promise<void>;
  readonly log: SlackLog;
}

/**
 * Turns under way at once and those that wait, before Slack is asked to come again. With few at once what was decided is sent before more is
 * decided: with 64 the replies lagged by 0.6 s.
 */
const AT_ONCE = 16;
const WAITING = 1_000;
/** For how long the start waits for a Slack that does not answer; it goes on trying beside. */
const CONNECTING_MS = 5_000;

/** Slack: one workspace over Socket Mode or HTTP, or many over HTTP. */
export function createSlackConnection(options: SlackConnectionOptions): Connection {
  const { settings, now, wait, log } = options;
  const gate = createGate({
    atOnce: AT_ONCE,
    waiting: WAITING,
    onError: (error) => log.error({ err: error }, "what follows on an event of Slack's failed"),
  });
  const sending = createSlackSending({
    ...options,
    ...sendingSettings(settings, options.processes),
    base: settings.apiUrl,
  });
  const settled = () => sending.own?.isHere() ?? true;
  const { take, concerns } = createTake({ ...options, ...sending, after: gate.after, settled });

  const { door, claims } = doorOf(settings, { gate, concerns, now, log });
  const app = createBoltApp(door, take);

  return {
    channel: sending.channel,
    claims: [...claims, ...oauthClaims(sending)],
    connect: async () => {
      await Promise.race([arriveFirst(sending).then(() => app.start()), wait(CONNECTING_MS)]);
    },
    disconnect: async () => {
      sending.own?.stop();
      await app.stop();
    },
    close: sending.close,
  };
}

/** Resolves once Slack was asked whose SLACK_BOT_TOKEN is, whatever came of it. */
async function arriveFirst({ own }: SlackSending): Promise<void> {
  if (own) await new Promise<void>((resolve) => void own.keepArriving(resolve));
}

interface Door {
  readonly door: BoltReceiver;
  readonly claims: Connection["claims"];
}

function doorOf(settings: SlackSettings, parts: Pick<HttpReceiverParts, "gate" | "concerns" | "now" | "log">): Door {
  if (settings.kind === "socket") {
    const { appToken, apiUrl } = settings;
    return { door: createSocketReceiver({ ...parts, appToken, apiUrl }), claims: [] };
  }
  const door = createHttpReceiver({ ...parts, signingSecret: settings.signingSecret });
  return { door, claims: [{ prefix: EVENTS_PATH, handle: door.handle }] };
}

function sendingSettings(settings: SlackSettings, sharing: () => number = () => 1) {
  // A stand-in of Slack's on this machine has no limits that anybody must keep.
  const processes = /^http:/.test(settings.apiUrl) ? ("unpaced" as const) : sharing;
  if (settings.kind !== "oauth") return { ownToken: settings.botToken, tokenKeys: [], oauth: undefined, processes };
  const { clientId, clientSecret, publicUrl, encryptionKey } = settings;
  const keys = readTokenKeys(encryptionKey);
  const redirectUri = new URL(REDIRECT_PATH, publicUrl).href;
  return {
    ownToken: undefined,
    tokenKeys: keys.ok ? keys.value : [],
    oauth: { clientId, clientSecret, redirectUri },
    processes,
  };
}

const INSTALL_PATH = "/slack/install";
const REDIRECT_PATH = "/slack/oauth_redirect";

function oauthClaims({ oauth }: SlackSending): Connection["claims"] {
  if (!oauth) return [];
  return [
    { prefix: INSTALL_PATH, handle: oauth.install },
    { prefix: REDIRECT_PATH, handle: oauth.redirect },
  ];
}
