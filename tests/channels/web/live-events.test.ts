import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createLiveEvents } from "../../../src/channels/web/live/live-events.ts";
import { PLAYGROUND } from "../../../src/channels/web/playground.ts";
import { channel, coachSays, jari, koneet, oona, satu, startWebWorld, type WebWorld } from "./web-world.ts";

let world: WebWorld;
beforeEach(async () => {
  world = await startWebWorld();
});
afterEach(() => world.stop());

const inChannel = { kind: "channel", team: koneet } as const;

/** Reads a person's events until there are `count` of them with data, then goes. */
async function listen(person: string, since?: string) {
  const response = await fetch(`${world.address()}/api/people/${person}/events`, {
    headers: since === undefined ? {} : { "last-event-id": since },
  });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  const more = async () => {
    const { value, done } = (await reader?.read()) ?? { value: undefined, done: true };
    text += value ?? "";
    return !done;
  };
  return {
    response,
    events: async (count: number) => {
      const data = () => [...text.matchAll(/^data: (.*)$/gm)].map(([, json]): unknown => JSON.parse(json ?? ""));
      while (data().length < count && (await more()));
      return data();
    },
    id: async () => {
      while (!/^id: /m.test(text) && (await more()));
      return [...text.matchAll(/^id: (.*)$/gm)].at(-1)?.[1] ?? "";
    },
    leave: async () => reader?.cancel(),
  };
}

describe("server-sent events", () => {
  test("tell members of a channel what happens there, and nobody else", async () => {
    const page = await listen(jari);
    const outside = await listen(oona);
    expect(page.response.headers.get("content-type")).toContain("text/event-stream");
    expect(page.response.headers.get("cache-control")).toBe("no-store");
    await page.id();
    await outside.id();
    await world.chat().channel.showTyping(PLAYGROUND, inChannel);
    await world.chat().channel.post(PLAYGROUND, inChannel, coachSays("Hei.", { startsThread: "r1" }), "d1");
    await world.say(satu, "vastaan", { room: channel, thread: "r1" });
    await world.chat().channel.post(PLAYGROUND, { kind: "private", person: oona }, coachSays("Vain Oonalle"), "d2");
    expect(await page.events(4)).toMatchObject([
      { kind: "typing", room: channel, thread: null, until: world.now() + 6_000 },
      { kind: "message", message: { id: "d1", card: { type: "AdaptiveCard" }, replies: 0 } },
      { kind: "message", message: { text: "vastaan", thread: "r1" } },
      { kind: "message", message: { id: "d1", replies: 1 } },
    ]);
    expect(await outside.events(1)).toMatchObject([{ message: { id: "d2" } }]);
    await page.leave();
    await outside.leave();
  });

  test("a page that lost its connection gets what it missed, edits too, each once", async () => {
    const page = await listen(jari);
    const seen = await page.id();
    await page.leave();
    await world.chat().channel.post(PLAYGROUND, inChannel, coachSays("1/7"), "d1");
    await world.chat().channel.edit(PLAYGROUND, inChannel, "d1", coachSays("2/7"));
    const again = await listen(jari, seen);
    expect(await again.events(2)).toMatchObject([{ message: { text: "1/7" } }, { message: { text: "2/7" } }]);
    await again.leave();
  });

  test("after a restart the page is told to ask for everything again", async () => {
    const page = await listen(jari);
    const seen = await page.id();
    await page.leave();
    world.pass(1);
    await world.restart();
    const again = await listen(jari, seen);
    expect(await again.events(1)).toEqual([{ kind: "reload" }]);
    await again.leave();
  });

  test("joining a channel and reading are told to the person's other pages", async () => {
    const page = await listen(oona);
    await page.id();
    await world.post(`/api/people/${oona}/join`, { eventId: world.newEvent(), room: channel });
    await world.post(`/api/people/${oona}/read`, { room: channel, upTo: 5 });
    expect(await page.events(2)).toEqual([{ kind: "rooms" }, { kind: "read", room: channel, upTo: 5 }]);
    await page.leave();
  });
});

test("a page that was away too long is told to ask again, one that knows the very beginning is not", () => {
  const events = createLiveEvents("e");
  const told: string[] = [];
  const listen = (since: string) => {
    told.length = 0;
    events.listen("p", since, (one) => void told.push(one?.event?.kind ?? "id"))();
    return [...told];
  };
  expect(listen("e-0")).toEqual(["id"]);
  events.emit(new Set(["p"]), { kind: "rooms" });
  expect(listen("e-0")).toEqual(["rooms", "id"]);
  for (let at = 0; at < 1_000; at++) events.emit(new Set(["q"]), { kind: "rooms" });
  expect(listen("e-0")).toEqual(["reload"]);
  expect(listen("e-1")).toEqual(["id"]);
});

test("a page that comes back while the process stops is let go at once", () => {
  const events = createLiveEvents("e");
  const told: unknown[] = [];
  events.listen("satu", undefined, (one) => told.push(one));
  events.close();
  events.listen("satu", "e-0", (one) => told.push(one));
  events.emit(new Set(["satu"]), { kind: "rooms" });
  expect(told).toEqual([{ id: "e-0", event: null }, null, null]);
});
