import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import type { Place } from "../../../src/channels/place.ts";
import { threadOfRound } from "../../../src/channels/threads.ts";
import type { Message } from "../../../src/message/message.ts";
import { accounts, type Team, teams } from "../../../src/people/records.ts";
import { failedPost } from "../../support/failed-post.ts";
import { PLANNING } from "../../support/teams/fake-connector.ts";
import { JARI, SATU, startTeamsWorld, TENANT, type TeamsWorld } from "../../support/teams/teams-world.ts";

let world: TeamsWorld;
let team: Team;
beforeEach(async () => {
  world = await startTeamsWorld();
  await world.plays("installed-in-channel");
  await world.plays("installed-personally");
  const [first] = (await world.directory()).teams.values();
  if (!first) throw new Error("there is no team");
  team = first;
});
afterEach(() => world.stop());

const sentence = (text: string): Message => ({ text, language: "fi", blocks: [{ kind: "paragraph", words: text }] });
const card = (text: string, more: Partial<Message> = {}): Message => ({
  text,
  language: "fi",
  blocks: [
    { kind: "heading", text },
    { kind: "choices", options: [{ label: "Vastaa", action: "take-part:1" }] },
  ],
  ...more,
});
const privately = async (user = SATU): Promise<Place> => ({ kind: "private", person: await world.personOf(user) });
const post = async (place: Place, message: Message) => world.channel.post(await world.company(), place, message, "d1");
const last = () => world.connector.said().at(-1) ?? { method: "", path: "", body: {} };
const attachment = z.looseObject({ attachments: z.array(z.looseObject({ content: z.unknown() })) });

describe("what is said", () => {
  test("goes to the chat and the service URL at which the person was met, and is known by what Teams calls it", async () => {
    const { message, at } = await post(await privately(), sentence("Kirjattu."));
    expect(last()).toMatchObject({
      method: "POST",
      path: "/v3/conversations/a:1SatuPrivateChatWithLuotsi/activities",
      body: { type: "message", text: "Kirjattu.", textFormat: "plain", summary: "Kirjattu." },
    });
    expect(message).toMatch(/^a:1SatuPrivateChatWithLuotsi\/\d+$/);
    expect(Math.abs(at - world.now())).toBeLessThan(24 * 60 * 60 * 1000);
  });

  test("to someone who has never written opens their chat, once", async () => {
    await post(await privately(JARI), sentence("Hei"));
    await post(await privately(JARI), sentence("Vielä"));
    const opened = world.connector.calls.filter(({ path }) => path === "/v3/conversations");
    expect(opened).toMatchObject([{ body: { members: [{ id: JARI }], tenantId: TENANT } }]);
    expect(last().path).toBe("/v3/conversations/a:1OpenedByLuotsi/activities");
  });

  test("in a channel begins a thread, and what belongs to the round follows in it", async () => {
    const company = await world.company();
    const { message } = await post({ kind: "channel", team: team._id }, card("Digikypsyys", { startsThread: "r1" }));
    const root = message.split("/").at(-1);
    expect(await threadOfRound(world.store, company, "r1", `teams/${TENANT}`)).toMatchObject({
      channel: PLANNING,
      root,
    });
    await post({ kind: "thread", team: team._id, round: "r1" }, sentence("Ketjuun"));
    expect(last().path).toBe(`/v3/conversations/${PLANNING};messageid=${root}/activities`);
  });

  test("waits in a thread for the round's card, and where that does not come for a minute goes to the channel", async () => {
    const early = () => post({ kind: "thread", team: team._id, round: "r9" }, sentence("Ketjuun"));
    await expect(early()).rejects.toMatchObject({ retryAfterSeconds: 2 });
    world.passes(60_000);
    await early();
    expect(last().path).toBe(`/v3/conversations/${PLANNING}/activities`);
  });

  test("in a group chat has no threads: the latest round has the chat", async () => {
    await world.plays("said-in-group");
    const group = [...(await world.directory()).teams.values()].find(({ name }) => name === "Projektiryhmä");
    const chat = group?.channels[0]?.channel ?? "";
    for (const round of ["g1", "g2"])
      await post({ kind: "channel", team: group?._id ?? "" }, card("Kierros", { startsThread: round }));
    await post({ kind: "thread", team: group?._id ?? "", round: "g2" }, sentence("Ketjuun"));
    expect(last().path).toBe(`/v3/conversations/${chat}/activities`);
    await world.plays("said-in-group");
    expect(world.heard.at(-1)).toMatchObject({ place: { kind: "thread", round: "g2" } });
  });

  test("is drawn anew where it stands; Home is nowhere on Teams", async () => {
    const place = await privately();
    const company = await world.company();
    const { message } = await post(place, card("Kysymys"));
    await world.channel.edit(company, place, message, card("Kirjattu"));
    const [conversation, activity] = message.split("/");
    expect(last()).toMatchObject({
      method: "PUT",
      path: `/v3/conversations/${conversation}/activities/${activity}`,
      body: { summary: "Kirjattu" },
    });
    const before = world.connector.calls.length;
    await world.channel.edit(company, place, "home", card("Koti"));
    expect(world.connector.calls).toHaveLength(before);
  });

  test("mentions those who must act, in a sentence and in a card", async () => {
    const words = ["Tämän hoitaa ", { kind: "mention", person: await world.personOf(SATU), text: "Satu <b>" } as const];
    await post(
      { kind: "channel", team: team._id },
      { text: "x", language: "fi", blocks: [{ kind: "paragraph", words }] },
    );
    const mention = { type: "mention", text: "<at>Satu b</at>", mentioned: { id: SATU, name: "Satu b" } };
    expect(last().body).toMatchObject({ text: "Tämän hoitaa <at>Satu b</at>", entities: [mention] });
    const blocks = [...card("Kierros").blocks, { kind: "paragraph", words } as const];
    await post({ kind: "channel", team: team._id }, { ...card("Kierros"), blocks });
    expect(attachment.parse(last().body).attachments[0]?.content).toMatchObject({ msteams: { entities: [mention] } });
  });

  test("carries its pictures inside; one that cannot be drawn stands as words", async () => {
    const picture = (title: string): Message => ({
      text: "Tasot",
      language: "fi",
      blocks: [
        { kind: "picture", alt: "Kuuden kohdan tasot", chart: { kind: "levels", title, max: 5, rows: [], legend: [] } },
      ],
    });
    await post(await privately(), picture("tasot"));
    const png = `data:image/png;base64,${Buffer.from("png of tasot").toString("base64")}`;
    expect(JSON.stringify(last().body)).toContain(`"url":"${png}","altText":"Kuuden kohdan tasot"`);
    await post(await privately(), picture("cannot"));
    expect(JSON.stringify(last().body)).not.toContain("data:image");
    expect(JSON.stringify(last().body)).toContain("Kuuden kohdan tasot");
  });

  test("and is too large for a card goes as text", async () => {
    const rows = Array.from({ length: 400 }, (_, at) => ({ label: `Rivi ${at}`, value: "x".repeat(100) }));
    await post(await privately(), { text: "Kaikki rivit.", language: "fi", blocks: [{ kind: "facts", facts: rows }] });
    expect(last().body).toMatchObject({ text: "Kaikki rivit.", textFormat: "plain" });
  });

  test("cannot be asked for afterwards", async () => {
    expect(await world.channel.find("c", await privately(), "d1")).toBe("unknown");
  });
});

describe("when Teams refuses or is away", () => {
  test.each([429, 412, 502, 504])("%i is tried again after a rest, and said once", async (status) => {
    world.connector.fail({ method: "POST", status, times: 2, headers: status === 429 ? { "retry-after": "3" } : {} });
    await post(await privately(), sentence("Kirjattu."));
    expect(world.connector.said()).toHaveLength(1);
    const rests = world.waited.filter((rest) => rest >= 500);
    expect(rests.length).toBeGreaterThanOrEqual(2);
    if (status === 429) expect(Math.min(...rests)).toBeGreaterThanOrEqual(3_000);
  });

  test("tries are bounded, and then the courier is told to wait", async () => {
    world.connector.fail({ method: "POST", status: 502, times: 99 });
    const failed = await failedPost(post(await privately(), sentence("x")));
    expect(failed).toMatchObject({ unclear: true, retryAfterSeconds: 2, hopeless: false });
  });

  test("a long rest is left to the courier", async () => {
    world.connector.fail({ method: "POST", status: 429, headers: { "retry-after": "120" } });
    const failed = await failedPost(post(await privately(), sentence("x")));
    expect(failed).toMatchObject({ retryAfterSeconds: 120, unclear: false });
    expect(world.waited.filter((rest) => rest > 10_000)).toEqual([]);
  });

  test("what another process may send by now does not leave, and the courier looks again", async () => {
    const company = await world.company();
    const posting = world.channel.post(company, await privately(), sentence("x"), "d1", "reply", () => false);
    expect(await failedPost(posting)).toMatchObject({ unclear: false, retryAfterSeconds: 1 });
    expect(world.connector.said()).toEqual([]);
  });

  test("a lost answer leaves it unclear whether it was said, and is not repeated here", async () => {
    world.connector.fail({ method: "POST", path: "/activities", applied: true });
    const failed = await failedPost(post(await privately(), sentence("x")));
    expect(failed).toMatchObject({ unclear: true, hopeless: false });
    expect(world.connector.said()).toHaveLength(1);
  });

  test("who has blocked Luotsi is noted and never knocked at again", async () => {
    const message = JSON.stringify({
      subCode: "MessageWritesBlocked",
      details: "Thread is blocked from message writes.",
    });
    world.connector.fail({ method: "POST", path: "/activities", status: 403, body: { errorCode: 209, message } });
    const failed = await failedPost(post(await privately(), sentence("x")));
    expect(failed).toMatchObject({ hopeless: true });
    expect(failed.message).toContain("MessageWritesBlocked");
    expect(await world.store.get(accounts, `teams/${TENANT}/${SATU}`)).toMatchObject({ blockedAt: world.now() });
    const before = world.connector.calls.length;
    expect(await failedPost(post(await privately(), sentence("x")))).toMatchObject({ hopeless: true });
    expect(world.connector.calls).toHaveLength(before);
  });

  test("a channel from which Luotsi is gone without a word is noted when Teams refuses it, and never knocked at again", async () => {
    const place = { kind: "channel", team: team._id } as const;
    const body = { error: { code: "BotNotInConversationRoster", message: "The bot is not part of it." } };
    world.connector.fail({ method: "POST", path: "/activities", status: 403, body });
    expect(await failedPost(post(place, sentence("x")))).toMatchObject({ hopeless: true });
    expect((await world.store.get(teams, team._id))?.channels).toMatchObject([{ removedAt: world.now() }]);
    const before = world.connector.calls.length;
    expect(await failedPost(post(place, sentence("x")))).toMatchObject({ hopeless: true });
    expect(world.connector.calls).toHaveLength(before);
  });

  test("what is gone is hopeless, a refused token is not, and no failure holds the token", async () => {
    const place = { kind: "channel", team: team._id } as const;
    world.connector.fail({ method: "POST", status: 404, body: { error: { code: "ConversationNotFound" } } });
    const gone = await failedPost(post(place, sentence("x")));
    expect(gone).toMatchObject({ hopeless: true });
    world.connector.fail({ method: "POST", status: 401 });
    const refused = await failedPost(post(place, sentence("x")));
    expect(refused).toMatchObject({ hopeless: false, retryAfterSeconds: 60 });
    expect(refused.message).toContain("TEAMS_CLIENT_ID");
    expect(JSON.stringify([gone.cause, refused.cause, gone.message, refused.message])).not.toMatch(/eyJ|Bearer/);
  });

  test("a team that is not on Teams, and a person without an account there, are hopeless", async () => {
    await world.store.change(teams, team._id, { set: { channels: [] } });
    world.directories.forget(await world.company());
    expect(await failedPost(post({ kind: "channel", team: team._id }, sentence("x")))).toMatchObject({
      hopeless: true,
    });
    expect(await failedPost(post({ kind: "private", person: "nobody" }, sentence("x")))).toMatchObject({
      hopeless: true,
    });
  });
});
