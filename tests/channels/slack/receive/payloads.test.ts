import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Incoming } from "../../../../src/channels/incoming.ts";
import { payload, type ReceivingWorld, startReceiving } from "./receiving-world.ts";

let world: ReceivingWorld;
beforeAll(async () => {
  world = await startReceiving();
});
afterAll(() => world.stop());

const AT = 1_733_050_800_000;
const hidden = "D1SATU/1733050800.000100";
const inChannel = "C1KONEET/1733050800.000100";

/** What the coach hears of a payload: without company and person, which are Satu's unless told. */
type Heard = Omit<Incoming, "company" | "person" | "eventId" | "place"> & {
  readonly place: "private" | "channel" | "thread" | "aside";
} & Record<string, unknown>;

const TABLE = { kind: "one", name: "taulukko.xlsx", read: expect.any(Function) };

const HEARD: { readonly [name: string]: Heard } = {
  "message-im": {
    kind: "said",
    place: "private",
    at: AT,
    text: "kolmonen kai, asiakas & myynti <3",
    addressed: true,
    message: hidden,
  },
  "message-im-links": {
    kind: "said",
    place: "private",
    at: AT,
    text: "Satu Virtanen ja jari: sivu, https://example.org, a@example.org #koneet  @myynti 1.12.",
    addressed: true,
    message: hidden,
  },
  "message-channel": {
    kind: "said",
    place: "channel",
    at: AT,
    text: "lähden kahville",
    addressed: false,
    message: inChannel,
  },
  "message-private-channel": {
    kind: "said",
    place: "channel",
    at: AT,
    text: "hei vaan",
    addressed: false,
    message: inChannel,
  },
  "message-thread": {
    kind: "said",
    place: "thread",
    at: AT,
    text: "asiakkaat yhteen paikkaan",
    addressed: false,
    message: inChannel,
  },
  "message-thread-of-others": {
    kind: "said",
    place: "channel",
    at: AT,
    text: "ok",
    addressed: false,
    message: inChannel,
  },
  "message-thread-broadcast": {
    kind: "said",
    place: "thread",
    at: AT,
    text: "tämä kanavallekin",
    addressed: false,
    message: inChannel,
  },
  "app-mention": {
    kind: "said",
    place: "channel",
    at: AT,
    text: "aloita digikypsyys",
    addressed: true,
    message: inChannel,
  },
  "app-mention-alone": { kind: "said", place: "channel", at: AT, text: "apua", addressed: true, message: inChannel },
  "app-mention-thread": { kind: "said", place: "thread", at: AT, text: "miksi", addressed: true, message: inChannel },
  "message-changed": { kind: "edited", place: "private", at: AT + 100_000, text: "4", message: hidden },
  "message-deleted": { kind: "deleted", place: "private", at: AT + 150_000, message: hidden },
  "message-tombstone": { kind: "deleted", place: "private", at: AT + 150_000, message: hidden },
  "file-im": { kind: "sent-file", place: "private", at: AT, file: TABLE },
  "file-im-text": { kind: "said", place: "private", at: AT, text: "3", addressed: true, message: hidden },
  "file-thread": { kind: "sent-file", place: "thread", at: AT, file: TABLE },
  "home-opened": { kind: "opened", home: true, place: "private", at: AT + 123 },
  "messages-opened": { kind: "opened", place: "private", at: AT + 123 },
  command: {
    kind: "said",
    place: "aside",
    at: AT + 60_000,
    text: "aloita digikypsyys",
    addressed: true,
    message: "command:1.2.command",
  },
  "command-alone": {
    kind: "said",
    place: "aside",
    at: AT + 60_000,
    text: "apua",
    addressed: true,
    message: "command:1.2.alone",
  },
  "tap-private": {
    kind: "tapped",
    place: "private",
    at: AT + 11_500,
    action: '{"kind":"answer","round":"r1"}',
    message: "D1SATU/1733050700.000100",
  },
  "tap-channel": {
    kind: "tapped",
    place: "channel",
    at: AT + 11_500,
    action: '{"kind":"take-part","round":"r1"}',
    message: "C1KONEET/1733050000.000100",
  },
  "tap-aside": {
    kind: "tapped",
    place: "aside",
    at: AT + 11_500,
    action: '{"kind":"prepare","flow":"digital-maturity","team":"t1"}',
    message: "C1KONEET/1733050300.000100",
  },
  "tap-thread": {
    kind: "tapped",
    place: "thread",
    at: AT + 11_500,
    action: '{"kind":"settle","round":"r1"}',
    message: "C1KONEET/1733050100.000100",
  },
  "tap-with-fields": {
    kind: "tapped",
    place: "private",
    at: AT + 12_500,
    action: '{"kind":"answer-form","round":"r1"}',
    message: "D1SATU/1733050700.000100",
    values: { amount: "12 500,50 €", which: ["a", "b"], day: "2026-12-24" },
  },
  "tap-home": { kind: "tapped", place: "private", at: AT + 11_500, action: '{"kind":"topics"}', message: "home" },
  shortcut: {
    kind: "noted",
    place: "channel",
    at: AT + 11_500,
    text: "Hinnasto pitäisi päivittää, Satu Virtanen",
    message: "C1KONEET/1733050600.000100",
  },
};

/** Not the coach's business, or handled in the channel itself (people-changes.test.ts). */
const UNHEARD: readonly string[] = [
  "message-with-mention",
  "message-changed-preview",
  "message-changed-by-luotsi",
  "file-channel",
  "ignored-bot",
  "ignored-own",
  "ignored-workflow",
  "ignored-stranger",
  "ignored-joined-line",
  "ignored-group-dm",
  "ignored-channel-of-no-team",
  "ignored-other-workspace",
  "ignored-reaction",
  "ignored-slackbot",
  "tap-menu-field",
  "tap-unknown",
  "tap-stranger",
];
const CHANGES: readonly string[] = [
  "member-joined",
  "bot-joined",
  "member-left",
  "luotsi-left",
  "channel-renamed",
  "user-changed",
  "user-deactivated",
  "uninstalled",
  "tokens-revoked",
];

function placeOf(kind: Heard["place"]) {
  if (kind === "private") return { kind, person: world.satu };
  if (kind === "aside") return { kind: "channel", team: world.team, only: world.satu };
  return kind === "channel" ? { kind, team: world.team } : { kind, team: world.team, round: "r1" };
}

test.each(Object.entries(HEARD))("%s is heard as it was meant", async (name, { place, ...heard }) => {
  world.coach.heard.length = 0;
  const answered = await world.deliver(payload(name));
  expect(answered).toMatchObject({ status: 200, body: undefined });
  const [told, ...more] = world.coach.heard;
  const { company, person, eventId, ...rest } = told ?? { company: "", person: "", eventId: "" };
  expect({ company, person, ...rest }).toEqual({
    company: world.company,
    person: world.satu,
    place: placeOf(place),
    ...heard,
  });
  expect(eventId.length).toBeGreaterThan(3);
  expect(eventId.length).toBeLessThanOrEqual(200);
  // A table beside words is taken too, as something of its own.
  const beside = name === "file-im-text" ? [{ eventId: `${eventId}:file`, kind: "sent-file", file: TABLE }] : [];
  expect(more).toMatchObject(beside);
  expect(more).toHaveLength(beside.length);
});

test.each(Object.keys(HEARD))("%s has the same id when it comes again", async (name) => {
  world.coach.heard.length = 0;
  const ids: string[] = [];
  world.coach.answer(({ eventId }) => {
    ids.push(eventId);
    return { kind: "taken" };
  });
  await world.deliver(payload(name));
  await world.deliver(payload(name));
  world.coach.answer(undefined);
  const half = ids.length / 2;
  expect(half).toBe(name === "file-im-text" ? 2 : 1);
  expect(ids.slice(0, half)).toEqual(ids.slice(half));
});

test.each(UNHEARD)("%s is acknowledged and not heard", async (name) => {
  world.coach.heard.length = 0;
  const answered = await world.deliver(payload(name));
  expect(answered).toMatchObject({ status: 200, body: undefined });
  expect(world.coach.heard).toEqual([]);
});

test("nobody whom Luotsi knows is asked about, and nobody whom it does not serve", () => {
  expect(world.slack.callsOf("users.info")).toEqual([]);
});

test("every recorded payload is told of", () => {
  const recorded = readdirSync(join(import.meta.dirname, "payloads")).map((name) => name.replace(/\.json$/, ""));
  expect([...Object.keys(HEARD), ...UNHEARD, ...CHANGES].sort()).toEqual(recorded.sort());
});
