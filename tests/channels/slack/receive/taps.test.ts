import { afterEach, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { StoreUnavailable } from "../../../../src/store/store-errors.ts";
import { payload, type ReceivingWorld, startReceiving } from "./receiving-world.ts";

let world: ReceivingWorld;
beforeEach(async () => {
  world = await startReceiving();
});
afterEach(() => world.stop());

test("a notice is for the one who tapped, in the thread where they tapped", async () => {
  world.coach.answer(() => ({ kind: "taken", notice: "Tämän tekee kierroksen vetäjä & <muu>." }));
  await world.deliver(payload("tap-thread"));
  await expect.poll(() => world.slack.callsOf("chat.postEphemeral").length).toBe(1);
  expect(world.slack.callsOf("chat.postEphemeral")[0]?.args).toMatchObject({
    channel: "C1KONEET",
    user: "U1SATU",
    thread_ts: "1733050000.000100",
    text: "Tämän tekee kierroksen vetäjä &amp; &lt;muu&gt;.",
  });
});

test("a notice in Home is a dialog", async () => {
  world.coach.answer(() => ({ kind: "taken", notice: "Tämä nappi on vanha." }));
  await world.deliver(payload("tap-home"));
  await expect.poll(() => world.slack.callsOf("views.open").length).toBe(1);
  expect(JSON.stringify(world.slack.callsOf("views.open")[0]?.args.view)).toContain("Tämä nappi on vanha.");
});

test("what a tap in Home brought in the private chat is told with the way there; so in a channel, and to a command elsewhere", async () => {
  world.coach.answer(() => ({ kind: "taken", notice: "Vastaus on yksityisessä keskustelussamme.", inPrivate: true }));
  await world.deliver(payload("tap-home"));
  await expect.poll(() => world.slack.callsOf("views.open").length).toBe(1);
  const chat = "<https://slack.com/app_redirect?app=A1&team=T1|Avaa keskustelu>";
  expect(JSON.stringify(world.slack.callsOf("views.open")[0]?.args.view)).toContain(chat);
  await world.deliver(payload("tap-channel"));
  await expect.poll(() => world.slack.callsOf("chat.postEphemeral").length).toBe(1);
  expect(world.slack.callsOf("chat.postEphemeral")[0]?.args.text).toContain(chat);
  expect((await world.deliver(payload("command"))).body).toMatchObject({ text: expect.stringContaining(chat) });
});

test("where the answer to words in a channel is, is told to the one who wrote them, with the way there", async () => {
  world.coach.answer(() => ({
    kind: "taken",
    notice: "Oma sivusi on yksityisessä keskustelussamme.",
    inPrivate: true,
  }));
  await world.deliver(payload("app-mention"));
  await expect.poll(() => world.slack.callsOf("chat.postEphemeral").length).toBe(1);
  expect(world.slack.callsOf("chat.postEphemeral")[0]?.args).toMatchObject({
    channel: "C1KONEET",
    user: "U1SATU",
    text: "Oma sivusi on yksityisessä keskustelussamme. <https://slack.com/app_redirect?app=A1&team=T1|Avaa keskustelu>",
  });
});

test("an unknown button gets a kind line and a line in the log", async () => {
  await world.deliver(payload("tap-unknown"));
  await expect.poll(() => world.slack.callsOf("chat.postEphemeral").length).toBe(1);
  expect(world.slack.callsOf("chat.postEphemeral")[0]?.args.text).toContain("Tämä nappi on vanha.");
  expect(world.lines).toContainEqual({ level: "warn", text: "unknown tap" });
});

test("with the store away who taps is told to tap again, and Slack is not told that it was taken", async () => {
  world.coach.answer(() => new StoreUnavailable("away"));
  expect((await world.deliver(payload("tap-channel"))).status).toBe(503);
  await expect.poll(() => world.slack.callsOf("chat.postEphemeral").length).toBe(1);
  expect(world.slack.callsOf("chat.postEphemeral")[0]?.args.text).toBe(
    "Tallennus ei onnistu juuri nyt. Paina hetken päästä uudelleen.",
  );
});

test("the second half of a double tap does nothing; another button, another person and a later tap do", async () => {
  const told = payload("tap-channel");
  const tap = (actionTs: string, change: object = {}, user: object = {}) => {
    const [action] = z.array(z.looseObject({})).parse(told.actions);
    const by = { ...z.looseObject({}).parse(told.user), ...user };
    return world.deliver({ ...told, user: by, actions: [{ ...action, ...change, action_ts: actionTs }] });
  };
  await Promise.all([tap("1733050811.500"), tap("1733050811.900")]);
  expect(world.coach.heard).toHaveLength(1);
  await tap("1733050811.950", { value: '{"kind":"who-sees","round":"r1"}' });
  await tap("1733050812.000", {}, { id: "U2JARI" });
  await tap("1733050813.000");
  expect(world.coach.heard).toHaveLength(4);
  world.coach.answer(() => new StoreUnavailable("away"));
  expect((await tap("1733050820.000")).status).toBe(503);
  world.coach.answer(undefined);
  expect((await tap("1733050820.500")).status).toBe(200);
  expect(world.coach.heard).toHaveLength(5);
});

test("each tapped message's response_url is noted for its redrawing", async () => {
  const { response_url } = payload("tap-private");
  const told = { ...payload("tap-private"), response_url: world.slack.responseUrl("tap") };
  expect(response_url).toBeTypeOf("string");
  await world.deliver(told);
  const place = { kind: "private", person: world.satu } as const;
  const message = { text: "Kirjattu", blocks: [], language: "fi" } as const;
  await world.connection.channel.edit(world.company, place, "D1SATU/1733050700.000100", message);
  expect(world.slack.responses).toMatchObject([{ name: "tap", body: { replace_original: true, text: "Kirjattu" } }]);
});
