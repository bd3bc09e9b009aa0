import { setTimeout as pause } from "node:timers/promises";
import type { startFakeOpenId } from "../teams/fake-openid.ts";
import { AGAIN_MS, TRIES } from "./slack-wire.ts";

/** Brings an activity to Luotsi, signed as Microsoft signs it, and gives back the answer. What is answered with a 5xx comes again, only sooner than from Teams. */
export type TeamsWire = (activity: object) => Promise<unknown>;

export function signedBy(openId: Awaited<ReturnType<typeof startFakeOpenId>>, address: () => string): TeamsWire {
  return async (activity) => {
    const serviceurl = "serviceUrl" in activity ? String(activity.serviceUrl) : "";
    const headers = { "content-type": "application/json", authorization: `Bearer ${openId.token({ serviceurl })}` };
    const request = { method: "POST", headers, body: JSON.stringify(activity) };
    for (let tries = 0; tries < TRIES; tries += 1) {
      const response = await fetch(`${address()}/api/messages`, {
        ...request,
        signal: AbortSignal.timeout(5_000),
      }).catch(() => undefined);
      const text = await response?.text().catch(() => undefined);
      if (response?.ok && text !== undefined) return text === "" ? undefined : JSON.parse(text);
      if (response && response.status < 500) throw new Error(`${response.status}: ${text}`);
      await pause(AGAIN_MS);
    }
    throw new Error("an activity of Teams' was not taken");
  };
}

/** Every message comes twice. */
export function messagesTwice(wire: TeamsWire): TeamsWire {
  return async (activity) => {
    const answer = await wire(activity);
    if ("type" in activity && activity.type !== "invoke") await wire(activity);
    return answer;
  };
}
