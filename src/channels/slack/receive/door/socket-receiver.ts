import { setTimeout as sleep } from "node:timers/promises";
import { type App, type Receiver, type ReceiverEvent, SocketModeReceiver } from "@slack/bolt";
import type { SlackLog } from "../receiving.ts";
import { answerOf, quiet } from "./bolt-app.ts";
import type { Gate } from "./gate.ts";
import { report } from "./report.ts";
import { socketAdvice } from "./socket-advice.ts";

export interface SocketReceiverParts {
  readonly appToken: string;
  /** Where Slack's Web API is; ends with "/". */
  readonly apiUrl: string;
  readonly gate: Gate;
  /** Whether a payload is any of Luotsi's business; all others are acknowledged at once. */
  readonly concerns: (body: object) => boolean;
  readonly log: SlackLog;
  /** Milliseconds before another try, by how many have failed in a row. */
  readonly pauseMs?: (failures: number) => number;
}

/**
 * Slack over Socket Mode: no address that the world must reach. Bolt's receiver holds the connection; envelopes are acknowledged after the write, and not at all
 * when it failed, so that Slack sends them again. It reconnects by itself, here and not in Bolt, where a try that fails outside any caller ends the process.
 */
export function createSocketReceiver(parts: SocketReceiverParts): Receiver {
  const { appToken, apiUrl, gate, log, pauseMs = pauseBefore } = parts;
  const stopping = new AbortController();
  const inner = new SocketModeReceiver({
    appToken,
    logger: quiet,
    autoReconnectEnabled: false,
    processEventErrorHandler: ({ error }) => {
      report(log, error);
      return Promise.resolve(false);
    },
    installerOptions: { clientOptions: { slackApiUrl: apiUrl, retryConfig: { retries: 0 } } },
  });

  /** Tries until it stands, says so, and begins again when it falls. `tried` hears of the first try, whatever came of it. */
  const stay = async (tried: () => void): Promise<void> => {
    for (let failures = 0; !stopping.signal.aborted; ) {
      const fell = new Promise((resolve) => inner.client.once("disconnected", resolve));
      try {
        await inner.start();
        // Stopped while it was connecting.
        if (stopping.signal.aborted) await inner.client.disconnect();
        log[failures > 0 ? "warn" : "info"]({ failures }, "Slack's socket stands");
        failures = 0;
        tried();
        await fell;
        if (!stopping.signal.aborted) log.info({}, "Slack's socket fell; Luotsi connects again");
      } catch (error) {
        failures += 1;
        if (failures === 1 && !stopping.signal.aborted) log.error({ err: error }, socketAdvice(error));
        tried();
      }
      await sleep(pauseMs(failures), undefined, { signal: stopping.signal }).catch(() => "stopped");
    }
  };

  return {
    init: (app) => inner.init(acknowledgingAfter(app, parts)),
    start: () =>
      new Promise<void>((resolve) => {
        void stay(resolve);
      }),
    stop: async () => {
      // Turns under way are still acknowledged through the connection; what comes now is not taken.
      await gate.close();
      stopping.abort();
      await inner.client.disconnect();
    },
  };
}

/** The same app, but for when it acknowledges. */
function acknowledgingAfter(app: App, { gate, concerns }: Pick<SocketReceiverParts, "gate" | "concerns">): App {
  const processEvent = async (event: ReceiverEvent): Promise<void> => {
    const { ack, ...told } = event;
    await ack(concerns(told.body) ? await gate.run(() => answerOf(app, told)) : undefined);
  };
  return Object.create(app, { processEvent: { value: processEvent } });
}

/** At once after Slack has closed a connection, as it does every few hours; then 1, 2, 4 … 30 s. */
function pauseBefore(failures: number): number {
  return failures === 0 ? 0 : Math.min(30_000, 1_000 * 2 ** (failures - 1));
}
