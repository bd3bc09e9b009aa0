import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { webMessages } from "../../../src/channels/web/log/web-message.ts";
import { PLAYGROUND } from "../../../src/channels/web/playground.ts";
import { StoreUnavailable } from "../../../src/store/store-errors.ts";
import { channel, coachSays, emma, jari, koneet, satu, startWebWorld, type WebWorld } from "./web-world.ts";

let world: WebWorld;
beforeEach(async () => {
  world = await startWebWorld();
});
afterEach(() => world.stop());

const inChannel = { kind: "channel", team: koneet } as const;
const inThread = { kind: "thread", team: koneet, round: "r1" } as const;

describe("saying", () => {
  test("what a person says reaches the coach and stands in the room", async () => {
    expect(await world.say(satu, "kakkonen kai")).toMatchObject({
      status: 200,
      body: {
        kind: "taken",
        message: { text: "kakkonen kai", from: { kind: "person", name: "Satu Korhonen" }, card: null },
      },
    });
    expect(world.coach.heard).toMatchObject([
      { kind: "said", text: "kakkonen kai", addressed: true, person: satu, place: { kind: "private", person: satu } },
    ]);
    expect(await world.messages(satu, `private:${satu}`)).toMatchObject({
      body: { messages: [{ text: "kakkonen kai" }], more: false },
    });
  });

  test("the same event four times is one message, and the coach takes it once", async () => {
    const eventId = world.newEvent();
    const replies = await Promise.all([1, 2, 3, 4].map(() => world.say(satu, "3", { eventId })));
    expect(new Set(replies.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(world.coach.heard).toHaveLength(1);
    expect(await world.messages(satu, `private:${satu}`)).toMatchObject({ body: { messages: [{ text: "3" }] } });
  });

  test("in a channel the coach is spoken to by name, which is not part of what was said", async () => {
    await world.say(satu, "taso 3", { room: channel });
    await world.say(satu, "@Luotsi, aloita digikypsyys", { room: channel });
    await world.say(satu, "/luotsi ohje", { room: channel });
    await world.say(satu, "luotsikaa @luotsimies", { room: channel });
    expect(world.coach.heard).toMatchObject([
      { text: "taso 3", addressed: false, place: inChannel },
      { text: "aloita digikypsyys", addressed: true },
      { text: "ohje", addressed: true },
      { text: "luotsikaa @luotsimies", addressed: false },
    ]);
    expect(await world.messages(jari, channel)).toMatchObject({
      body: { messages: [{}, { text: "@Luotsi, aloita digikypsyys" }, {}, {}] },
    });
  });

  test("when the coach cannot store it, the page is told to come back, and the second time all is well", async () => {
    const eventId = world.newEvent();
    world.coach.answer(() => new StoreUnavailable("away", { retryAfterSeconds: 2 }));
    const refused = await world.say(satu, "3", { eventId });
    expect(refused).toMatchObject({ status: 503, body: { sentence: expect.stringContaining("Tallennus") } });
    expect(refused.headers.get("retry-after")).toBe("2");
    world.coach.answer(undefined);
    expect(await world.say(satu, "3", { eventId })).toMatchObject({ status: 200 });
    expect(world.coach.heard).toHaveLength(1);
    expect(await world.messages(satu, `private:${satu}`)).toMatchObject({ body: { messages: [{ text: "3" }] } });
  });

  test("a clock ahead of the server's counts as now", async () => {
    const body = { eventId: world.newEvent(), room: channel, thread: null, text: "hei", at: world.now() + 60_000 };
    await world.post(`/api/people/${satu}/say`, body);
    expect(world.coach.heard[0]?.at).toBe(world.now());
  });
});

describe("editing and deleting", () => {
  test("an edit changes the message and tells the coach; an older repeated event does not put the old text back", async () => {
    await world.say(satu, "2");
    const message = `said:${satu}:event-0001`;
    const first = { eventId: world.newEvent(), message, text: "3" };
    await world.post(`/api/people/${satu}/edit`, first);
    await world.post(`/api/people/${satu}/edit`, { eventId: world.newEvent(), message, text: "4" });
    expect(await world.post(`/api/people/${satu}/edit`, first)).toMatchObject({
      body: { message: { text: "4", edited: true } },
    });
    expect(world.coach.heard.slice(1)).toMatchObject([
      { kind: "edited", text: "3", message },
      { kind: "edited", text: "4", message },
    ]);
  });

  test("a deleted message leaves its place without its text", async () => {
    await world.say(satu, "salaisuus");
    const message = `said:${satu}:event-0001`;
    expect(await world.post(`/api/people/${satu}/delete`, { eventId: world.newEvent(), message })).toMatchObject({
      status: 200,
    });
    expect(world.coach.heard[1]).toMatchObject({ kind: "deleted", message });
    expect(await world.store.get(webMessages, message)).toMatchObject({ text: "", deleted: true });
    const edit = { eventId: world.newEvent(), message, text: "takaisin" };
    expect(await world.post(`/api/people/${satu}/edit`, edit)).toMatchObject({ status: 404 });
  });

  test("where the answer to words in a channel is, is told to the one who wrote them", async () => {
    world.coach.answer(() => ({ kind: "taken", notice: "Oma sivusi on yksityisessä keskustelussamme." }));
    expect(await world.say(satu, "@Luotsi", { room: channel })).toMatchObject({
      body: { kind: "taken", notice: "Oma sivusi on yksityisessä keskustelussamme." },
    });
  });

  test("nobody changes another's message, nor the coach's", async () => {
    await world.say(satu, "moi", { room: channel });
    await world.chat().channel.post(PLAYGROUND, inChannel, coachSays("Hei."), "d1");
    for (const message of [`said:${satu}:event-0001`, "d1"]) {
      const edit = { eventId: world.newEvent(), message, text: "x" };
      expect(await world.post(`/api/people/${jari}/edit`, edit)).toMatchObject({
        status: 403,
        body: { sentence: "Vain oman viestin voi muuttaa tai poistaa." },
      });
    }
  });
});

describe("what the coach says", () => {
  test("posting twice with one delivery is one message, which can be found", async () => {
    const { channel: coach } = world.chat();
    expect(await coach.find(PLAYGROUND, inChannel, "d1")).toBe("absent");
    const posted = await coach.post(PLAYGROUND, inChannel, coachSays("Hei."), "d1");
    world.pass(1_000);
    expect(await coach.post(PLAYGROUND, inChannel, coachSays("Hei."), "d1")).toEqual(posted);
    expect(await coach.find(PLAYGROUND, inChannel, "d1")).toEqual(posted);
    expect(await world.messages(jari, channel)).toMatchObject({
      body: { messages: [{ id: "d1", from: { kind: "coach" }, text: "Hei.", card: { type: "AdaptiveCard" } }] },
    });
  });

  test("an edit redraws the card and does not say that it was edited", async () => {
    const { channel: coach } = world.chat();
    await coach.post(PLAYGROUND, inChannel, coachSays("1/7 vastannut"), "d1");
    await coach.edit(PLAYGROUND, inChannel, "d1", coachSays("2/7 vastannut"));
    const { body } = await world.messages(jari, channel);
    expect(body).toMatchObject({ messages: [{ text: "2/7 vastannut", edited: false }] });
    expect(JSON.stringify(body)).toContain('"text":"2/7 vastannut"}');
    await expect(coach.edit(PLAYGROUND, inChannel, "gone", coachSays("x"))).rejects.toThrow("no message gone");
  });

  test("a thread stands under the round's card: replies are counted there and not listed in the channel", async () => {
    const { channel: coach } = world.chat();
    await coach.post(PLAYGROUND, inChannel, coachSays("Digikypsyys, 1. kierros.", { startsThread: "r1" }), "card");
    await coach.post(PLAYGROUND, inThread, coachSays("Tasot"), "d2");
    await world.say(emma, "I object", { room: channel, thread: "r1" });
    expect(world.coach.heard).toMatchObject([{ place: inThread, text: "I object", addressed: false }]);
    expect(await world.messages(jari, channel)).toMatchObject({
      body: { messages: [{ id: "card", startsThread: "r1", replies: 2, lastReplyAt: world.now() }], more: false },
    });
    const thread = await world.get(`/api/people/${jari}/rooms/${encodeURIComponent(channel)}/threads/r1/messages`);
    expect(thread.body).toMatchObject({ messages: [{ id: "d2", thread: "r1" }, { text: "I object" }] });
    expect(await world.say(emma, "x", { room: channel, thread: "r9" })).toMatchObject({
      status: 404,
      body: { sentence: expect.stringMatching(/no such/) },
    });
  });

  test("a picture is drawn from its message, also after a restart; with another key there is none", async () => {
    const chart = { kind: "heatmap", title: "Lämpökartta", columns: [], rows: [], legend: "" } as const;
    const message = coachSays("Kuva", { blocks: [{ kind: "picture", chart, alt: "Kartta" }] });
    await world.chat().channel.post(PLAYGROUND, inChannel, message, "d/1:ä");
    await world.restart();
    const { body } = await world.messages(jari, channel);
    const url = /"url":"([^"]+)"/.exec(JSON.stringify(body))?.[1] ?? "";
    const picture = await world.get(url);
    expect(picture).toMatchObject({ status: 200, body: "png of Lämpökartta" });
    expect(picture.headers.get("content-type")).toBe("image/png");
    expect((await world.get(url.replace(/.{4}\.png$/, "0000.png"))).status).toBe(404);
    expect((await world.get("/pictures/%2e%2e%2fluotsi.db.png")).status).toBe(404);
  });
});
