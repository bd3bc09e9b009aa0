import type { startFakeOpenId } from "../teams/fake-openid.ts";
import { untilTaken } from "./until-taken.ts";

/** Brings an activity to Luotsi, signed as Microsoft signs it, and gives back the answer. What is answered with a 5xx comes again, only sooner than from Teams. */
export type TeamsWire = (activity: object) => Promise<unknown>;

export function signedBy(openId: Awaited<ReturnType<typeof startFakeOpenId>>, address: () => string): TeamsWire {
  return (activity) => {
    const serviceurl = "serviceUrl" in activity ? String(activity.serviceUrl) : "";
    const headers = { "content-type": "application/json", authorization: `Bearer ${openId.token({ serviceurl })}` };
    const request = { method: "POST", headers, body: JSON.stringify(activity) };
    return untilTaken(() => fetch(`${address()}/api/messages`, { ...request, signal: AbortSignal.timeout(5_000) }));
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
