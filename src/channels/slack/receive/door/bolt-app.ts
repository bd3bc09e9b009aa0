import { App, type Logger, LogLevel, type Receiver, type ReceiverEvent, UnknownError } from "@slack/bolt";
import type { Answer } from "../take/taking.ts";

/**
 * The Bolt app behind a receiver of ours. Bolt knows Slack's ways in (Socket Mode's connection, signatures, what kind of payload it is); what Luotsi does
 * with one is decided in one place, so there is one middleware and no listeners: sixteen listeners cost 170 µs of CPU an event (each runs its chain for every
 * event), one middleware 9. Bolt looks up nothing and calls nobody: tokens, retries and pacing are the sending half's.
 *
 * Bolt acknowledges events before its middleware runs. Receivers here hand it an `ack` that only notes the answer, and acknowledge when `processEvent` has
 * resolved, which is after the coach's durable write; when it rejects they do not.
 */
export function createBoltApp(receiver: Receiver, take: (body: object) => Promise<Answer>): App {
  const app = new App({
    receiver,
    authorize: () => Promise.resolve({}),
    ignoreSelf: false,
    convoStore: false,
    tokenVerificationEnabled: false,
    logger: quiet,
    logLevel: LogLevel.ERROR,
  });
  app.use(async (args) => {
    const answer = await take(args.body);
    if (answer !== undefined && takesAnswer(args)) await args.ack(answer);
  });
  app.error((error) => Promise.reject(error instanceof UnknownError ? error.original : error));
  return app;
}

/** Hands a payload to Bolt, and gives back what it is to be answered with, once Bolt is done with it. */
export async function answerOf(app: App, event: Omit<ReceiverEvent, "ack">): Promise<unknown> {
  let answer: unknown;
  const ack = (given: unknown): Promise<void> => {
    answer = given;
    return Promise.resolve();
  };
  await app.processEvent({ ...event, ack });
  return answer;
}

/** Bolt's own lines: what matters of them is thrown, and said once at the door; its debug lines hold what people wrote. */
export const quiet: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  setLevel: () => undefined,
  getLevel: () => LogLevel.ERROR,
  setName: () => undefined,
};

function takesAnswer(args: object): args is { readonly ack: (answer: object) => Promise<void> } {
  return "ack" in args && typeof args.ack === "function";
}
