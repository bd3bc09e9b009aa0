import { randomUUID } from "node:crypto";
import { Pool } from "undici";
import type { Tappable } from "../web/shown.ts";
import { BOT, type TeamsPerson } from "./teams-people.ts";
import type { TeamsStands, TeamsStub } from "./teams-stub.ts";

/** An activity of someone, and the conversation to which the coach posts in answer. */
export interface TeamsEvent {
  readonly activity: { readonly [key: string]: unknown };
  readonly answersTo: string;
}

/** Someone wrote in their private chat. */
export function typed(stub: TeamsStub, person: TeamsPerson, text: string): TeamsEvent {
  const more = { type: "message", id: stub.nextId(), textFormat: "plain", text };
  return { activity: { ...base(person, personal(person)), ...more }, answersTo: person.conversation };
}

/** Someone tapped on a card in their private chat, or on one in their team's channel. */
export function tapped(person: TeamsPerson, { id, conversation }: TeamsStands, { data }: Tappable): TeamsEvent {
  const where = conversation === person.conversation ? personal(person) : inChannel(person, id);
  const value = { action: { type: "Action.Execute", verb: "luotsi", data }, trigger: "manual" };
  const more = { type: "invoke", id: `f:${randomUUID()}`, name: "adaptiveCard/action", replyToId: id, value };
  return { activity: { ...base(person, where), ...more }, answersTo: person.conversation };
}

function base({ user, name, team }: TeamsPerson, where: object): object {
  const tenant = { id: team.tenant };
  return {
    timestamp: new Date().toISOString(),
    channelId: "msteams",
    from: { id: user, name, aadObjectId: randomUUID() },
    recipient: BOT,
    channelData: { tenant },
    locale: "fi-FI",
    localTimezone: "Europe/Helsinki",
    entities: [
      { locale: "fi-FI", country: "FI", platform: "Windows", timezone: "Europe/Helsinki", type: "clientInfo" },
    ],
    ...where,
  };
}

function personal({ conversation, team }: TeamsPerson): object {
  return { conversation: { conversationType: "personal", tenantId: team.tenant, id: conversation } };
}

function inChannel({ team }: TeamsPerson, root: string): object {
  const { tenant, channel } = team;
  const id = `${channel};messageid=${root}`;
  return {
    conversation: { isGroup: true, conversationType: "channel", tenantId: tenant, id },
    channelData: { tenant: { id: tenant }, channel: { id: channel }, team: { id: channel } },
  };
}

/** A way in to a server that takes Teams' activities. */
export interface TeamsDoor {
  /** Sends an activity with its token, for that stand-in's service URL; resolves when it is answered. */
  deliver(stub: TeamsStub, event: TeamsEvent): Promise<void>;
  close(): Promise<void>;
}

export function openDoor(port: number): TeamsDoor {
  const pool = new Pool(`http://127.0.0.1:${port}`, { connections: 128, pipelining: 1 });
  return {
    async deliver({ token, serviceUrl }, { activity }) {
      const { statusCode, body } = await pool.request({
        method: "POST",
        path: "/api/messages",
        headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
        body: JSON.stringify({ ...activity, serviceUrl }),
      });
      await body.dump();
      if (statusCode !== 200) throw new Error(`an activity was answered with ${statusCode}`);
    },
    close: () => pool.destroy(),
  };
}
