import { awaited } from "../awaited.ts";
import type { FakeSlackApi } from "../fake-slack-api.ts";
import { isNode, type Node, wordsIn } from "./nodes.ts";
import type { Dialog, PersonThere, Platform, Said, Sheet, Spot } from "./platform.ts";
import { slackButtons, slackDialog } from "./slack-dialog.ts";
import type { SlackWire } from "./slack-wire.ts";

const TEAM = { id: "T1", domain: "firma" };
export const CHANNEL = "C1KONEET";
const BOT = { enterprise_id: null, team_id: TEAM.id, user_id: "UBOT", is_bot: true, is_enterprise_install: false };

/** Slack from its people's side: one workspace and one channel. */
export function slackPeople(
  slack: FakeSlackApi,
  wire: SlackWire,
  { people, team }: { readonly people: readonly PersonThere[]; readonly team: string },
): Platform {
  const { workspace } = slack;
  let events = 0;
  for (const { user, name, language, admin } of people)
    workspace.users.set(user, {
      id: user,
      team_id: TEAM.id,
      real_name: name,
      tz: "Europe/Helsinki",
      locale: language === "fi" ? "fi-FI" : "en-GB",
      is_admin: admin === true,
    });
  workspace.channels.set(CHANNEL, { name: team, members: people.map(({ user }) => user) });

  function tells(event: Node): Promise<unknown> {
    events += 1;
    return wire("events_api", {
      type: "event_callback",
      team_id: TEAM.id,
      api_app_id: "A1",
      event_id: `Ev${events}`,
      event_time: workspace.clock,
      authorizations: [BOT],
      event,
    });
  }

  function spotOf(where: Spot): { readonly channel: string; readonly thread_ts?: string } {
    if (where.kind === "private") return { channel: `D${where.user}` };
    return where.kind === "channel" ? { channel: CHANNEL } : { channel: CHANNEL, thread_ts: where.root };
  }

  async function tap(user: string, sheet: Sheet, button: Node, where: Spot): Promise<string> {
    const { channel, thread_ts } = spotOf(where);
    const trigger_id = `trigger-${workspace.tick()}`;
    const thread = thread_ts === undefined || thread_ts === sheet.id ? {} : { thread_ts };
    await wire("interactive", {
      type: "block_actions",
      user: { id: user, team_id: TEAM.id },
      team: TEAM,
      trigger_id,
      container: {
        type: "message",
        message_ts: sheet.id,
        channel_id: channel,
        is_ephemeral: isAside(where),
        ...thread,
      },
      channel: { id: channel },
      ...(isAside(where) ? {} : { message: { type: "message", user: "UBOT", bot_id: "B1", ts: sheet.id, ...thread } }),
      state: { values: {} },
      response_url: slack.responseUrl(`${channel}~${sheet.id}`),
      actions: [{ ...button, action_ts: workspace.tick() }],
    });
    return trigger_id;
  }

  async function filled(user: string, trigger: string): Promise<Dialog> {
    const { id, view } = await awaited(
      () => {
        for (const [id, standing] of workspace.views)
          if (standing.trigger === trigger && isNode(standing.view) && standing.view.submit !== undefined)
            return { id, view: standing.view };
        return undefined;
      },
      () =>
        `${user} sees no form. There is:\n${[...workspace.views.values()].map(({ view }) => wordsIn(view)).join("\n")}`,
    );
    const send = (submitted: Node) =>
      wire("interactive", {
        type: "view_submission",
        user: { id: user, team_id: TEAM.id },
        team: TEAM,
        view: submitted,
      });
    return slackDialog({ id, view, send });
  }

  return {
    name: "slack",
    people,
    team,
    sheets: (where) => {
      const { channel, thread_ts } = spotOf(where);
      const only = where.kind === "channel" ? where.only : undefined;
      return workspace
        .in(channel)
        .filter((kept) => kept.blocks !== undefined && kept.thread_ts === thread_ts && kept.only === only)
        .map(
          ({ ts, text, blocks }): Sheet => ({
            id: ts,
            words: wordsIn([{ text }, blocks]),
            buttons: slackButtons(blocks),
            hasPicture: JSON.stringify(blocks).includes('"type":"image"'),
          }),
        );
    },
    under: ({ id }) => ({ kind: "thread", root: id }),
    inPlace: ({ id }) => slack.responses.flatMap(({ name, body }) => (name.endsWith(`~${id}`) ? wordsIn(body) : [])),
    addsLuotsi: async (user) => {
      const event_ts = workspace.tick();
      await tells({
        type: "member_joined_channel",
        user: "UBOT",
        channel: CHANNEL,
        team: TEAM.id,
        inviter: user,
        event_ts,
      });
    },
    says: async (user, text, where) => {
      const ts = workspace.tick();
      const { channel, thread_ts } = spotOf(where);
      if (isAside(where)) {
        const command = { command: "/luotsi", text, team_id: TEAM.id, channel_id: channel, user_id: user };
        await wire("slash_commands", { ...command, trigger_id: `trigger-${ts}` });
        return { id: ts, user, where, text, answered: where };
      }
      const said = { user, team: TEAM.id, ts, event_ts: ts, channel, ...(thread_ts ? { thread_ts } : {}) };
      workspace
        .in(channel)
        .push({ ts, text, blocks: undefined, metadata: undefined, ...(thread_ts ? { thread_ts } : {}) });
      if (where.kind === "private") await tells({ ...said, type: "message", channel_type: "im", text });
      else {
        // A mention comes as both events.
        const mentioned = { ...said, text: `<@UBOT> ${text}` };
        await tells({ ...mentioned, type: "message", channel_type: "channel" });
        await tells({ ...mentioned, type: "app_mention" });
      }
      return { id: ts, user, where, text, answered: where };
    },
    sendsFile: async (user, { name, text }) => {
      const ts = workspace.tick();
      const id = `F${ts}`;
      const bytes = Buffer.from(text);
      workspace.downloads.set(id, bytes);
      const file = { id, name, size: bytes.length, url_private_download: `${slack.origin}/files/${id}` };
      const said = { user, team: TEAM.id, ts, event_ts: ts, channel: `D${user}`, channel_type: "im" };
      await tells({ ...said, type: "message", subtype: "file_share", text: "", files: [file] });
    },
    takesFile: (user) => {
      const shared = slack
        .callsOf("files.completeUploadExternal")
        .findLast(({ args }) => args.channel_id === `D${user}`);
      const [file] = listOf(shared?.args.files);
      const bytes = file && workspace.uploads.get(String(file.id));
      return Promise.resolve(bytes && { name: String(file.title), text: bytes.toString("utf8") });
    },
    edits: async ({ id, user, where, text: before }: Said, text) => {
      const written = (words: string) => ({ type: "message", user, team: TEAM.id, ts: id, text: words });
      const now = { message: { ...written(text), edited: { user, ts: id } }, previous_message: written(before) };
      const ts = workspace.tick();
      const { channel } = spotOf(where);
      await tells({
        type: "message",
        subtype: "message_changed",
        channel,
        channel_type: "im",
        ts,
        event_ts: ts,
        ...now,
      });
    },
    taps: async (user, sheet, { node }, where) => {
      await tap(user, sheet, node, where);
    },
    opens: async (user, sheet, { node }, where) => filled(user, await tap(user, sheet, node, where)),
  };
}

function listOf(value: unknown): readonly Node[] {
  return Array.isArray(value) ? value.filter(isNode) : [];
}

function isAside(where: Spot): boolean {
  return where.kind === "channel" && where.only !== undefined;
}
