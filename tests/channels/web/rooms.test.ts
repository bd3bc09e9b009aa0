import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { PLAYGROUND, seedPlayground } from "../../../src/channels/web/playground.ts";
import { people } from "../../../src/people/records.ts";
import { fc } from "../../support/properties.ts";
import { channel, coachSays, emma, jari, koneet, oona, satu, startWebWorld, type WebWorld } from "./web-world.ts";

let world: WebWorld;
beforeEach(async () => {
  world = await startWebWorld();
});
afterEach(() => world.stop());

const pageSchema = z.object({ messages: z.array(z.object({ seq: z.number(), text: z.string() })), more: z.boolean() });
const roomsSchema = z.object({
  rooms: z.array(z.looseObject({ id: z.string(), member: z.boolean(), unread: z.number() })),
});
const roomOf = async (person: string, id: string) =>
  roomsSchema.parse((await world.get(`/api/people/${person}/rooms`)).body).rooms.find((room) => room.id === id);
const inChannel = { kind: "channel", team: koneet } as const;

describe("the playground", () => {
  test("has people with titles, languages and time zones, in an order of its own", async () => {
    const { body } = await world.get("/api/company");
    expect(body).toMatchObject({
      company: { name: "Lahden Koneosa Oy" },
      people: { length: 8, 0: { name: "Marja Lehtinen", title: "toimitusjohtaja" } },
    });
    expect(body).toMatchObject({ people: { 6: { id: emma, language: "en", timeZone: "Europe/London" } } });
  });

  test("is made once: a later start leaves changed people alone", async () => {
    await world.store.change(people, emma, { set: { language: "fi" } });
    await seedPlayground(world.store);
    expect(await world.store.get(people, emma)).toMatchObject({ language: "fi" });
  });
});

describe("rooms", () => {
  test("a person has their private chat and every channel, and belongs to some", async () => {
    const { body } = await world.get(`/api/people/${emma}/rooms`);
    expect(body).toMatchObject({
      rooms: [
        { id: `private:${emma}`, kind: "private", name: "Luotsi", team: null, member: true, unread: 0, lastAt: null },
        { id: channel, kind: "channel", name: "Koneet", team: koneet, member: true },
        { name: "Myynti", member: false },
      ],
    });
  });

  test("a newcomer sees no message of a channel before joining it, and the coach hears of the joining", async () => {
    await world.say(satu, "hei", { room: channel });
    expect(await world.messages(oona, channel)).toMatchObject({
      status: 403,
      body: { sentence: "Liity ensin kanavalle." },
    });
    const join = { eventId: world.newEvent(), room: channel };
    expect(await world.post(`/api/people/${oona}/join`, join)).toMatchObject({ status: 200 });
    expect(await world.post(`/api/people/${oona}/join`, join)).toMatchObject({ status: 200 });
    expect(world.coach.heard.slice(1)).toMatchObject([{ kind: "joined", person: oona, place: inChannel }]);
    expect(await world.messages(oona, channel)).toMatchObject({ body: { messages: [{ text: "hei" }] } });
    expect(await roomOf(oona, channel)).toMatchObject({ member: true, unread: 1 });
  });

  test("another's private chat is not there", async () => {
    for (const reply of [
      await world.messages(jari, `private:${satu}`),
      await world.say(jari, "x", { room: `private:${satu}` }),
    ])
      expect(reply).toMatchObject({ status: 404 });
    expect(await world.messages(jari, "channel:nowhere")).toMatchObject({ status: 404 });
    const opened = { eventId: world.newEvent(), room: `private:${jari}` };
    await world.post(`/api/people/${jari}/open`, opened);
    expect(world.coach.heard).toMatchObject([{ kind: "opened", place: { kind: "private", person: jari } }]);
  });

  test("a dropped file goes to the coach with what is in it", async () => {
    const content = Buffer.from("Asiakas\nNieminen Oy").toString("base64");
    const file = { eventId: world.newEvent(), room: `private:${jari}`, thread: null, name: "a.csv", content };
    expect(await world.post(`/api/people/${jari}/file`, file)).toMatchObject({ status: 200 });
    expect(world.coach.heard).toMatchObject([{ kind: "sent-file", person: jari, file: { name: "a.csv", size: 19 } }]);
    const [sent] = world.coach.heard;
    const read = sent?.kind === "sent-file" && sent.file?.kind === "one" ? await sent.file.read(1000) : undefined;
    expect(read?.kind === "bytes" && new TextDecoder().decode(read.bytes)).toBe("Asiakas\nNieminen Oy");
    const unread = { ...file, eventId: world.newEvent(), content: null };
    expect(await world.post(`/api/people/${jari}/file`, unread)).toMatchObject({ status: 200 });
  });
});

describe("unread", () => {
  test("counts others' messages after the mark, survives a restart, and the mark never moves back", async () => {
    const { channel: coach } = world.chat();
    await coach.post(PLAYGROUND, inChannel, coachSays("Yksi", { startsThread: "r1" }), "d1");
    await world.say(jari, "oma", { room: channel });
    await coach.post(PLAYGROUND, { kind: "thread", team: koneet, round: "r1" }, coachSays("ketjussa"), "d2");
    expect(await roomOf(jari, channel)).toMatchObject({ unread: 1, lastAt: world.now() });
    expect(await roomOf(satu, channel)).toMatchObject({ unread: 2 });
    const [first, last] = pageSchema.parse((await world.messages(jari, channel)).body).messages;
    await world.post(`/api/people/${satu}/read`, { room: channel, upTo: last?.seq });
    await world.post(`/api/people/${satu}/read`, { room: channel, upTo: first?.seq });
    await world.restart();
    expect(await roomOf(satu, channel)).toMatchObject({ unread: 0 });
  });
});

describe("paging", () => {
  test("pages put together are all messages once, in order, whatever their size", async () => {
    const { channel: coach } = world.chat();
    for (let at = 0; at < 23; at++) await coach.post(PLAYGROUND, inChannel, coachSays(`viesti ${at}`), `d${at}`);
    world.pass(-60_000);
    await world.restart();
    await world.chat().channel.post(PLAYGROUND, inChannel, coachSays("viesti 23"), "d23");
    const wanted = Array.from({ length: 24 }, (_, at) => `viesti ${at}`);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 30 }), async (limit) => {
        let texts: string[] = [];
        let before = "";
        for (let more = true; more; ) {
          world.pass(1_000);
          const page = pageSchema.parse((await world.messages(jari, channel, `?limit=${limit}${before}`)).body);
          texts = [...page.messages.map(({ text }) => text), ...texts];
          before = `&before=${page.messages[0]?.seq}`;
          more = page.more;
        }
        expect(texts).toEqual(wanted);
      }),
      { numRuns: 12 },
    );
    expect(await world.messages(jari, channel, "?limit=-1")).toMatchObject({ status: 400 });
    expect(await world.messages(jari, channel, "?before=x")).toMatchObject({ status: 400 });
  });
});
