import { createHmac, randomUUID } from "node:crypto";
import { Pool } from "undici";
import { BOT, SIGNING_SECRET, type SlackPerson, TENANT } from "./slack-people.ts";
import type { SlackStands, SlackStub } from "./slack-stub.ts";
import type { TapOf } from "./tapped-blocks.ts";

/** A payload as Slack sends it, and the channel to which the coach posts in answer. */
export interface SlackEvent {
  readonly contentType: string;
  readonly body: string;
  readonly answersTo: string;
}

/** Someone wrote in their private chat (docs.slack.dev: "message.im event"). */
export function typed(stub: SlackStub, { user, conversation }: SlackPerson, text: string): SlackEvent {
  const ts = stub.nextTs();
  const body = {
    token: "verification-token",
    team_id: TENANT,
    context_team_id: TENANT,
    context_enterprise_id: null,
    api_app_id: "A0LUOTSI",
    event: {
      type: "message",
      user,
      ts,
      client_msg_id: randomUUID(),
      text,
      team: TENANT,
      blocks: [
        {
          type: "rich_text",
          block_id: "b1",
          elements: [{ type: "rich_text_section", elements: [{ type: "text", text }] }],
        },
      ],
      channel: conversation,
      event_ts: ts,
      channel_type: "im",
    },
    type: "event_callback",
    event_id: `Ev${randomUUID()}`,
    event_time: Math.floor(Number(ts)),
    authorizations: [
      { enterprise_id: null, team_id: TENANT, user_id: BOT, is_bot: true, is_enterprise_install: false },
    ],
    is_ext_shared_channel: false,
    event_context: "4-bench",
  };
  return { contentType: "application/json", body: JSON.stringify(body), answersTo: conversation };
}

/** Someone tapped in a message (docs.slack.dev: "block_actions payload"); Slack tells the whole message back. */
export function tapped(
  stub: SlackStub,
  { user, conversation }: SlackPerson,
  { channel, ts, text, blocks }: SlackStands,
  tap: TapOf,
): SlackEvent {
  const payload = {
    type: "block_actions",
    user: { id: user, username: user, name: user, team_id: TENANT },
    api_app_id: "A0LUOTSI",
    token: "verification-token",
    container: { type: "message", message_ts: ts, channel_id: channel, is_ephemeral: false },
    trigger_id: randomUUID(),
    team: { id: TENANT, domain: "bench" },
    enterprise: null,
    is_enterprise_install: false,
    channel: { id: channel, name: "directmessage" },
    message: { user: BOT, type: "message", ts, bot_id: "B0LUOTSI", app_id: "A0LUOTSI", text, team: TENANT, blocks },
    state: { values: {} },
    response_url: stub.responseUrl({ channel, ts }),
    actions: [{ ...tap, type: "button", action_ts: stub.nextTs() }],
  };
  const body = new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
  return { contentType: "application/x-www-form-urlencoded", body, answersTo: conversation };
}

/** A way in to a server that takes Slack's events. */
export interface SlackDoor {
  /** Sends an event, signed; resolves when it is acknowledged. */
  deliver(event: SlackEvent): Promise<void>;
  close(): Promise<void>;
}

export function openDoor(port: number): SlackDoor {
  const pool = new Pool(`http://127.0.0.1:${port}`, { connections: 128, pipelining: 1 });
  return {
    async deliver({ contentType, body }) {
      const at = String(Math.floor(Date.now() / 1000));
      const signature = createHmac("sha256", SIGNING_SECRET).update(`v0:${at}:${body}`).digest("hex");
      const { statusCode, body: answer } = await pool.request({
        method: "POST",
        path: "/slack/events",
        headers: {
          "content-type": contentType,
          "x-slack-request-timestamp": at,
          "x-slack-signature": `v0=${signature}`,
        },
        body,
      });
      await answer.dump();
      if (statusCode !== 200) throw new Error(`an event was answered with ${statusCode}`);
    },
    close: () => pool.destroy(),
  };
}
