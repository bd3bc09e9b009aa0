import { setTimeout as pause } from "node:timers/promises";
import type { App } from "@microsoft/teams.apps";
import { keysAway } from "./keys-away.ts";
import { createKnownSenders } from "./known-senders.ts";
import type { Answer } from "./receive/receive-parts.ts";
import { type SdkLog, sdkText } from "./sdk-log.ts";

export interface SenderCheck {
  /** Undefined: it is Teams that sends. Otherwise what to answer. */
  refusal(authorization: string, body: object): Promise<Answer | undefined>;
  /** Fetches the keys that sign for Teams as a turn would; where they cannot be had, that is logged. */
  keysAreHere(): Promise<boolean>;
}

const KEYS_AWAY =
  "the keys that sign for Teams could not be fetched, so what Teams sends is not taken; it is asked to send it again. Does this machine reach the address of TEAMS_OPENID_METADATA_URL (Microsoft's own where that is not set)?";

/** Teams waits some fifteen seconds, and sends again what was not taken; the SDK itself would wait thirty for the keys. */
const WITHIN_MS = 5_000;

/** A token of no key that there is: it cannot be refused before the keys were fetched. */
const NOBODYS_TOKEN = [{ alg: "RS256", typ: "JWT", kid: "none" }, {}]
  .map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"))
  .join(".")
  .concat(".");

/** The SDK's check of who sends, given up after `withinMs`. Nothing else is left to the SDK: who passed is told by the status 200 that its handler gets. */
export function createSenderCheck(
  server: Pick<App["server"], "onRequest" | "handleRequest">,
  listen: SdkLog["listen"],
  log: { warn(fields: object, text: string): void; error(fields: object, text: string): void },
  withinMs = WITHIN_MS,
): SenderCheck {
  const known = createKnownSenders();
  server.onRequest = () => Promise.resolve({ status: 200 });

  async function ask(authorization: string, body: object) {
    const said: unknown[] = [];
    const work = () => within(withinMs, server.handleRequest({ headers: { authorization }, body }));
    const answer = await listen(said, work);
    const away = answer ? answer.status === 401 && keysAway(said) : new Error("no answer in time");
    if (away) log.error({ sdk: sdkText([away]) }, KEYS_AWAY);
    return { said, answer: away ? undefined : answer };
  }

  return {
    refusal: async (authorization, body) => {
      const serviceUrl = Reflect.get(body, "serviceUrl");
      if (known.has(authorization, serviceUrl)) return undefined;
      const { said, answer } = await ask(authorization, body);
      if (!answer) return { status: 503 };
      if (said.length > 0) log.warn({ sdk: sdkText(said) }, "from the Teams SDK");
      if (answer.status !== 200) return answer;
      known.note(authorization, serviceUrl);
      return undefined;
    },
    keysAreHere: async () => (await ask(`Bearer ${NOBODYS_TOKEN}`, {})).answer !== undefined,
  };
}

/** Undefined: the work took longer. What comes of it then is nobody's. */
async function within<T>(milliseconds: number, work: Promise<T>): Promise<T | undefined> {
  const over = new AbortController();
  try {
    return await Promise.race([work, pause(milliseconds, undefined, { signal: over.signal, ref: false })]);
  } finally {
    over.abort();
  }
}
