import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { HOME } from "../../../../src/channels/channel.ts";
import { roundOfThread } from "../../../../src/channels/threads.ts";
import { accounts } from "../../../../src/people/records.ts";
import { failedPost } from "../../../support/failed-post.ts";
import { INSTALLATION, SlackWorld, saying, showing } from "./slack-world.ts";

let world: SlackWorld;
beforeEach(async () => {
  world = await SlackWorld.begin();
});
afterEach(() => world.end());

const post = (place: Parameters<SlackWorld["channel"]["post"]>[1], text: string, delivery = "d1", round?: string) =>
  world.channel.post(world.company, place, saying(text, round === undefined ? {} : { startsThread: round }), delivery);

describe("posting on Slack", () => {
  it("opens a person's private chat once, ever", async () => {
    const first = await post(world.toSatu(), "Huomenta.");
    await post(world.toSatu(), "Kirjattu.");
    expect(world.slack.callsOf("conversations.open").map(({ args }) => args.users)).toEqual(["U1"]);
    expect((await world.store.get(accounts, `${INSTALLATION}/U1`))?.conversation).toBe("DU1");
    expect(world.slack.workspace.in("DU1").map(({ text }) => text)).toEqual(["Huomenta.", "Kirjattu."]);
    expect(first.message).toMatch(/^DU1\/\d+\.\d+$/);
    expect(first.at).toBeGreaterThan(1_700_000_000_000);
  });

  it("goes to the team's channel, with its text for all, unfolding no links, carrying its delivery", async () => {
    await post(world.inChannel, "Kierros alkaa. https://example.org");
    expect(world.slack.callsOf("chat.postMessage")[0]?.args).toMatchObject({
      channel: "C1",
      text: "Kierros alkaa. https://example.org",
      unfurl_links: false,
      unfurl_media: false,
      metadata: { event_type: "luotsi_delivery", event_payload: { delivery: "d1" } },
    });
  });

  it("begins a round's thread under its card, and answers there", async () => {
    const card = await post(world.inChannel, "Kierros 1", "d1", "r1");
    const root = card.message.split("/")[1] ?? "";
    expect(await roundOfThread(world.store, INSTALLATION, "C1", root)).toBe("r1");
    await post(world.inThread("r1"), "Kaikki ovat vastanneet.", "d2");
    expect(world.slack.workspace.in("C1").at(-1)).toMatchObject({ thread_ts: root });
  });

  it("sends nothing when another process has taken over while it waited", async () => {
    const sending = world.channel.post(world.company, world.inChannel, saying("x"), "d1", "reply", () => false);
    expect(await failedPost(sending)).toMatchObject({ unclear: false, retryAfterSeconds: 1 });
    expect(world.slack.calls).toEqual([]);
  });

  it("writes nothing to somebody who wants nothing from Luotsi", async () => {
    await world.store.change(accounts, `${INSTALLATION}/U1`, { set: { blockedAt: 1 } });
    expect((await failedPost(post(world.toSatu(), "x"))).retryAfterSeconds).toBe(300);
    expect(world.slack.calls).toEqual([]);
  });

  it("waits for the round's card where the thread has none yet", async () => {
    const error = await failedPost(post(world.inThread("r1"), "x"));
    expect({ retry: error.retryAfterSeconds, unclear: error.unclear }).toEqual({ retry: 2, unclear: false });
    expect(world.slack.calls).toEqual([]);
  });

  it("mentions those who must act by their account on that workspace", async () => {
    const { satu } = world.people;
    const words = [{ kind: "mention", person: satu, text: "Satu" }, ", <!channel> odottaa"] as const;
    const message = { ...saying("Satu, odottaa"), blocks: [{ kind: "paragraph", words }] } as const;
    await world.channel.post(world.company, world.inChannel, message, "d1");
    const drawn = JSON.stringify(world.slack.workspace.in("C1")[0]?.blocks);
    expect(drawn).toContain("U1");
    expect(drawn).not.toContain('"range":"channel"');
  });

  it("tells whoever runs Luotsi what to mend, and lets what can never be sent be", async () => {
    world.slack.fault(
      "chat.postMessage",
      { kind: "error", error: "not_in_channel" },
      { kind: "error", error: "msg_too_long" },
    );
    const mendable = await failedPost(post(world.inChannel, "x"));
    expect(mendable.message).toContain("/invite @Luotsi");
    expect(mendable.hopeless).toBe(false);
    expect((await failedPost(post(world.inChannel, "x"))).hopeless).toBe(true);
  });
});

describe("drawing a message anew on Slack", () => {
  it("goes through the tap's own response URL while that lasts, then by the method", async () => {
    const { message } = await post(world.inChannel, "Yksi");
    world.responseUrls.note(message, world.slack.responseUrl("tap"));
    for (let nth = 1; nth <= 6; nth += 1)
      await world.channel.edit(world.company, world.inChannel, message, saying(`Kerta ${nth}`));
    expect(world.slack.responses.map(({ body }) => body)).toEqual(
      [1, 2, 3, 4, 5].map((nth) => expect.objectContaining({ replace_original: true, text: `Kerta ${nth}` })),
    );
    expect(world.slack.callsOf("chat.update").map(({ args }) => args.text)).toEqual(["Kerta 6"]);
  });

  it("goes by the method at once when the response URL does not work", async () => {
    const { message } = await post(world.inChannel, "Yksi");
    world.responseUrls.note(message, world.slack.responseUrl("tap"));
    world.slack.fault("respond", { kind: "status", status: 404 });
    for (const text of ["Kaksi", "Kolme"])
      await world.channel.edit(world.company, world.inChannel, message, saying(text));
    expect(world.slack.callsOf("chat.update").map(({ args }) => args.text)).toEqual(["Kaksi", "Kolme"]);
    expect(world.slack.workspace.in("C1")[0]?.text).toBe("Kolme");
  });

  it("says plainly that a message is gone, so that it is posted anew", async () => {
    for (const id of ["C1/1.000100", "web-message"]) {
      const error = await failedPost(world.channel.edit(world.company, world.inChannel, id, saying("x")));
      expect({ unclear: error.unclear, retry: error.retryAfterSeconds }).toEqual({ unclear: false, retry: undefined });
    }
  });

  it("publishes a person's Home", async () => {
    await world.channel.edit(world.company, world.toSatu(), HOME, saying("Missä mennään"));
    expect(world.slack.workspace.homes.get("U1")).toMatchObject({ type: "home" });
  });
});

describe("looking for a sending whose answer was lost", () => {
  const find = (place = world.toSatu() as Parameters<SlackWorld["channel"]["find"]>[1], delivery = "d1") =>
    world.channel.find(world.company, place, delivery);

  it("finds what arrived among what people wrote, which carries nothing", async () => {
    world.slack.fault("chat.postMessage", { kind: "cut", applied: true });
    await expect(world.channel.post(world.company, world.toSatu(), saying("hei"), "d1")).rejects.toThrow();
    world.slack.workspace
      .in("DU1")
      .push({ ts: "1733050899.000100", text: "3", blocks: undefined, metadata: undefined });
    expect(await find()).toMatchObject({ message: expect.stringMatching(/^DU1\//) });
    expect(await find(world.toSatu(), "d2")).toBe("absent");
  });

  it("finds what arrived, by what it carries", async () => {
    world.slack.fault("chat.postMessage", { kind: "cut", applied: true });
    expect((await failedPost(post(world.toSatu(), "Huomenta."))).unclear).toBe(true);
    await post(world.toSatu(), "Toinen", "d2");
    const { ts } = world.slack.workspace.in("DU1")[0] ?? {};
    expect(await find()).toEqual({ message: `DU1/${ts}`, at: Math.round(Number(ts) * 1000) });
  });

  it("knows what did not arrive", async () => {
    await post(world.toSatu(), "Toinen", "d2");
    expect(await find()).toBe("absent");
  });

  it("looks in the round's thread, and notes a thread that began without being noted", async () => {
    world.slack.fault("chat.postMessage", { kind: "cut", applied: true });
    await failedPost(post(world.inChannel, "Kierros 1", "d1", "r1"));
    expect(await find(world.inChannel)).toMatchObject({ message: expect.stringMatching(/^C1\//) });
    await post(world.inThread("r1"), "Vastaus", "d2");
    expect(await find(world.inThread("r1"), "d2")).toMatchObject({ message: expect.stringMatching(/^C1\//) });
    expect(await find(world.inThread("r1"), "d3")).toBe("absent");
  });

  it("reads on over pages, and does not know where there are too many", async () => {
    world.slack.workspace.pageSize = 15;
    for (let nth = 1; nth <= 60; nth += 1) await post(world.toSatu(), `Viesti ${nth}`, `d${nth}`);
    expect(await find(world.toSatu(), "d2")).toMatchObject({ message: expect.any(String) });
    for (let nth = 61; nth <= 90; nth += 1) await post(world.toSatu(), `Viesti ${nth}`, `d${nth}`);
    expect(await find(world.toSatu(), "d2")).toBe("unknown");
  });

  it("comes back later where Slack asks to wait, and does not know where Slack forbids it", async () => {
    world.slack.fault(
      "conversations.history",
      { kind: "limited", retryAfter: 60 },
      { kind: "error", error: "missing_scope" },
    );
    const error = await failedPost(find());
    expect({ unclear: error.unclear, retry: error.retryAfterSeconds }).toEqual({ unclear: true, retry: 60 });
    expect(await find()).toBe("unknown");
  });
});

describe("a picture on Slack", () => {
  const show = (title: string, delivery: string) =>
    world.channel.post(world.company, world.inChannel, showing(title), delivery);
  const blocksOf = (nth: number) => JSON.stringify(world.slack.workspace.in("C1")[nth]?.blocks);

  it("is uploaded once, shared to no channel, and shown when Slack is done with it", async () => {
    world.slack.workspace.filesReadyAfter = 3;
    await show("Tulos", "d1");
    const { message } = await show("Tulos", "d2");
    await world.channel.edit(world.company, world.inChannel, message, showing("Tulos"));
    expect(world.pictures).toBe(1);
    expect([...world.slack.workspace.uploads.values()].map(String)).toEqual(["Tulos"]);
    expect(world.slack.callsOf("files.completeUploadExternal")[0]?.args).toEqual({
      files: [{ id: "F000000001", title: "Tulos" }],
    });
    expect(blocksOf(0)).toContain('"slack_file":{"id":"F000000001"}');
    expect(blocksOf(1)).toContain("Kuvassa Tulos");
  });

  it("goes as its description when it cannot be uploaded in time, and is tried again the next time", async () => {
    world.slack.fault("upload", { kind: "status", status: 500 });
    await show("Tulos", "d1");
    world.slack.workspace.filesReadyAfter = 100;
    await show("Tulos", "d2");
    world.slack.workspace.filesReadyAfter = 0;
    await show("Tulos", "d3");
    expect([blocksOf(0), blocksOf(1)].map((blocks) => blocks.includes("slack_file"))).toEqual([false, false]);
    expect(blocksOf(0)).toContain("Kuvassa Tulos");
    expect(blocksOf(2)).toContain("slack_file");
  });

  it("is left out when Slack does not take it after all", async () => {
    world.slack.fault("chat.postMessage", { kind: "error", error: "invalid_blocks" });
    await show("Tulos", "d1");
    expect(blocksOf(0)).toContain("Kuvassa Tulos");
    expect(blocksOf(0)).not.toContain("slack_file");
  });

  it("goes by the method even after a tap: a response URL does not know the bot's files", async () => {
    const { message } = await show("Tulos", "d1");
    world.responseUrls.note(message, world.slack.responseUrl("tap"));
    await world.channel.edit(world.company, world.inChannel, message, showing("Tulos"));
    expect(world.slack.responses).toEqual([]);
    expect(world.slack.callsOf("chat.update")).toHaveLength(1);
  });
});
