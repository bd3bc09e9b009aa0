import { GENERAL, PLANNING, type startFakeConnector } from "../teams/fake-connector.ts";
import type { FakeDrive } from "../teams/fake-drive.ts";
import { listAt, type Node, nodeAt, nodesIn, textAt, wordsIn } from "./nodes.ts";
import type { PersonThere, Platform, Said, Sheet, Spot } from "./platform.ts";
import { type Invoke, teamsButtons, teamsDialog } from "./teams-dialog.ts";
import type { TeamsWire } from "./teams-wire.ts";

export const TENANT = "11111111-aaaa-4111-8111-111111111111";
const BOT = { id: "28:22222222-bbbb-4222-8222-222222222222", name: "Luotsi" };
const FILES = "application/vnd.microsoft.teams.";
const GROUP = "19:groupchat0123456789abcdef@thread.v2";

export function teamsUser(user: string): string {
  return `29:1X${user}`;
}

export function teamsChat(user: string): string {
  return `a:1${user}`;
}

/** Teams from its people's side: one tenant, and as the team's place a channel of a Microsoft team or a group chat. */
export function teamsPeople(
  connector: Awaited<ReturnType<typeof startFakeConnector>>,
  wire: TeamsWire,
  {
    people,
    place,
    drive,
    now,
  }: {
    readonly people: readonly PersonThere[];
    readonly place: "channel" | "group";
    readonly drive: FakeDrive;
    readonly now: () => number;
  },
): Platform {
  const team = place === "group" ? "Projektiryhmä" : "Suunnittelu";
  let invokes = 0;
  const answers: { readonly sheet: string; readonly words: string }[] = [];

  /** Under which conversation id messages of a place stand. */
  function conversationOf(where: Spot): string {
    if (where.kind === "private") return teamsChat(where.user);
    if (place === "group") return GROUP;
    return where.kind === "channel" ? PLANNING : `${PLANNING};messageid=${where.root}`;
  }

  function base(user: string, where: Spot, root: string | undefined): Node {
    const person = people.find((one) => one.user === user);
    const at = conversationOf(where);
    const inChannel = where.kind !== "private" && place === "channel";
    const id = inChannel && root !== undefined && !at.includes(";") ? `${at};messageid=${root}` : at;
    const type = where.kind === "private" ? "personal" : place === "group" ? "groupChat" : "channel";
    const tenant = { id: TENANT };
    return {
      timestamp: new Date(now()).toISOString(),
      channelId: "msteams",
      serviceUrl: connector.serviceUrl,
      from: { id: teamsUser(user), name: person?.name, aadObjectId: `33333333-cccc-4333-8333-${user}` },
      recipient: BOT,
      conversation: { id, conversationType: type, tenantId: TENANT, ...(type === "personal" ? {} : { isGroup: true }) },
      channelData: inChannel ? { tenant, channel: { id: PLANNING }, team: { id: GENERAL } } : { tenant },
      locale: person?.language === "en" ? "en-GB" : "fi-FI",
      localTimezone: "Europe/Helsinki",
    };
  }

  function invoker(user: string, sheet: Sheet, where: Spot): Invoke {
    return async (name, value) => {
      invokes += 1;
      const id = `f:invoke-${invokes}`;
      const replyToId = { replyToId: sheet.id };
      const answer = await wire({ ...base(user, where, sheet.id), ...replyToId, type: "invoke", id, name, value });
      if (nodesIn(answer).length === 0 && name !== "task/submit") throw new Error(`${name} was answered with nothing`);
      return typeof answer === "object" && answer !== null ? { ...answer } : {};
    };
  }

  return {
    name: "teams",
    people,
    team,
    sheets: (where) =>
      connector.standing
        .filter(({ conversation }) => conversation === conversationOf(where))
        .map(({ id, body }): Sheet => {
          const cards = listAt(body, "attachments").map((attached) => nodeAt(attached, "content"));
          return {
            id,
            words: wordsIn([{ text: body.text, summary: body.summary }, ...cards]),
            buttons: teamsButtons(cards),
            hasPicture: JSON.stringify(cards).includes("data:image/png;base64,"),
          };
        }),
    under: ({ id }) => (place === "group" ? { kind: "channel" } : { kind: "thread", root: id }),
    inPlace: ({ id }) => answers.flatMap(({ sheet, words }) => (sheet === id ? words : [])),
    addsLuotsi: async (user) => {
      const settings = { settings: { selectedChannel: { id: PLANNING } } };
      const added = base(user, { kind: "channel" }, undefined);
      const channelData = { ...nodeAt(added, "channelData"), ...(place === "channel" ? settings : {}) };
      await wire({ ...added, channelData, type: "installationUpdate", id: `f:added-${user}`, action: "add" });
    },
    says: async (user, text, where) => {
      const id = connector.nextId();
      const alone = where.kind === "private";
      const mention = { type: "mention", text: "<at>Luotsi</at>", mentioned: BOT };
      const words = alone ? { text } : { text: `<at>Luotsi</at>&nbsp;${text}\n`, entities: [mention] };
      await wire({ ...base(user, where, id), ...words, type: "message", id });
      const answered =
        where.kind === "channel" && place === "channel" ? ({ kind: "thread", root: id } as const) : where;
      return { id, user, where, text, answered };
    },
    sendsFile: async (user, { name, text }) => {
      const id = connector.nextId();
      drive.files.set(name, Buffer.from(text));
      const content = { downloadUrl: drive.urlOf(name), uniqueId: id, fileType: name.split(".").at(-1) };
      const attachment = { contentType: `${FILES}file.download.info`, name, content };
      await wire({ ...base(user, { kind: "private", user }, id), type: "message", id, attachments: [attachment] });
    },
    takesFile: async (user) => {
      const where = { kind: "private", user } as const;
      const asked = connector.standing.findLast(
        ({ conversation, body }) =>
          conversation === teamsChat(user) &&
          textAt(listAt(body, "attachments")[0] ?? {}, "contentType") === `${FILES}card.file.consent`,
      );
      const card = asked && listAt(asked.body, "attachments")[0];
      if (!asked || !card) return undefined;
      const name = textAt(card, "name");
      if (!drive.files.has(name)) {
        const uploadUrl = drive.urlOf(name);
        const uploadInfo = { contentUrl: uploadUrl, uploadUrl, name, uniqueId: "u1", fileType: name.split(".").at(-1) };
        const context = nodeAt(nodeAt(card, "content"), "acceptContext");
        const value = { type: "fileUpload", action: "accept", context, uploadInfo };
        invokes += 1;
        await wire({
          ...base(user, where, asked.id),
          type: "invoke",
          id: `f:consent-${invokes}`,
          name: "fileConsent/invoke",
          value,
        });
      }
      const bytes = drive.files.get(name);
      return bytes && { name, text: bytes.toString("utf8") };
    },
    edits: async ({ id, user, where }: Said, text) => {
      const own = base(user, where, id);
      const channelData = { ...nodeAt(own, "channelData"), eventType: "editMessage" };
      await wire({ ...own, channelData, type: "messageUpdate", id, text });
    },
    taps: async (user, sheet, { node }, where) => {
      const value = { action: { type: "Action.Execute", verb: node.verb, data: node.data }, trigger: "manual" };
      const answer = await invoker(user, sheet, where)("adaptiveCard/action", value);
      if (answer.statusCode !== 200 || textAt(answer, "type") === "")
        throw new Error(`the tap was answered with ${JSON.stringify(answer)}`);
      answers.push({ sheet: sheet.id, words: wordsIn(answer.value) });
    },
    opens: async (user, sheet, { node, label }, where) => {
      const invoke = invoker(user, sheet, where);
      const dialog = teamsDialog(await invoke("task/fetch", { data: node.data }), invoke);
      if (!dialog) throw new Error(`${label} opened no form`);
      return dialog;
    },
  };
}
