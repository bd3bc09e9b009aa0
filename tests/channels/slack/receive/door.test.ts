import { afterEach, beforeEach, expect, test } from "vitest";
import { LARGEST_BODY } from "../../../../src/channels/slack/receive/door/read-raw-body.ts";
import { StoreUnavailable } from "../../../../src/store/store-errors.ts";
import { payload, type ReceivingWorld, startReceiving } from "./receiving-world.ts";

let world: ReceivingWorld;
beforeEach(async () => {
  world = await startReceiving();
});
afterEach(() => world.stop());

const said = () => payload("message-im");
const SAID = JSON.stringify(said());

test.each([
  ["a bad signature", { signature: "bad" }],
  ["no signature", { signature: "none" }],
  ["a signature made six minutes ago", { ageSeconds: 361 }],
] as const)("%s is refused, and nothing is done", async (_what, delivery) => {
  expect(await world.send(SAID, delivery)).toMatchObject({ status: 401, body: undefined });
  expect(await world.send("{", delivery)).toMatchObject({ status: 401 });
  expect(world.coach.heard).toEqual([]);
});

test("a signature of four minutes ago is taken", async () => {
  expect((await world.send(SAID, { ageSeconds: 240 })).status).toBe(200);
  expect(world.coach.heard).toHaveLength(1);
});

test("too large a body is refused, signed or not, and the next one is taken", async () => {
  const huge = JSON.stringify({ ...said(), padding: "x".repeat(LARGEST_BODY) });
  expect((await world.send(huge)).status).toBe(413);
  expect((await world.send(huge, { signature: "none" })).status).toBe(413);
  expect(world.coach.heard).toEqual([]);
  expect((await world.send(SAID)).status).toBe(200);
});

test.each([
  ["{", "application/json"],
  ["[1]", "application/json"],
  ["null", "application/json"],
  ["payload=%7B", "application/x-www-form-urlencoded"],
  ["", "application/x-www-form-urlencoded"],
  [SAID, "text/plain"],
])("a signed body that is none of Slack's is malformed: %s", async (body, contentType) => {
  expect((await world.send(body, { contentType })).status).toBe(400);
  expect(world.coach.heard).toEqual([]);
});

test.each([
  [{ type: "event_callback" }],
  [{ ...said(), event: { type: "message" } }],
  [{ ...said(), event: { type: "toString" } }],
  [{ ...said(), event: { type: "message", channel: { $gt: "" }, user: { $ne: "" }, ts: "1.1", text: "3" } }],
  [{ type: "block_actions", actions: [] }],
  [{ type: "view_submission", user: { id: "U1SATU" }, team: { id: "T1" } }],
  [{}],
])("a signed payload of another shape is acknowledged and does nothing: %j", async (body) => {
  expect((await world.send(JSON.stringify(body))).status).toBe(200);
  expect(world.coach.heard).toEqual([]);
});

test("Slack's questions about the address are answered", async () => {
  const verification = JSON.stringify({ type: "url_verification", token: "t", challenge: "3eZbrw1a" });
  expect(await world.send(verification)).toMatchObject({ status: 200, body: { challenge: "3eZbrw1a" } });
  expect((await world.send(verification, { signature: "none" })).status).toBe(401);
  const form = "application/x-www-form-urlencoded";
  expect((await world.send("ssl_check=1&token=t", { contentType: form, signature: "none" })).status).toBe(200);
  const smuggled = `ssl_check=1&payload=${encodeURIComponent(JSON.stringify(payload("tap-private")))}`;
  expect((await world.send(smuggled, { contentType: form, signature: "none" })).status).toBe(200);
  expect(world.coach.heard).toEqual([]);
});

test("only POST, and only at the one address", async () => {
  expect((await world.send("", { method: "GET" })).status).toBe(405);
  expect((await world.send(SAID, { path: "/slack/events/more" })).status).toBe(404);
});

test("it is acknowledged after the coach has written, not before", async () => {
  let write: (() => void) | undefined;
  world.coach.answer(
    () =>
      new Promise((resolve) => {
        write = () => resolve({ kind: "taken" });
      }),
  );
  let acknowledged = false;
  const sent = world.send(SAID).then(({ status }) => {
    acknowledged = true;
    return status;
  });
  await expect.poll(() => write).toBeDefined();
  await new Promise((resolve) => setTimeout(resolve, 30));
  expect(acknowledged).toBe(false);
  write?.();
  expect(await sent).toBe(200);
});

test("with the store away Slack is asked to send it again, and what comes again counts once", async () => {
  world.coach.answer(() => new StoreUnavailable("away", { retryAfterSeconds: 7 }));
  const refused = await world.send(SAID);
  expect(refused.status).toBe(503);
  expect(refused.headers.get("retry-after")).toBe("7");
  world.coach.answer(undefined);
  expect((await world.send(SAID)).status).toBe(200);
  expect((await world.send(SAID)).status).toBe(200);
  expect(world.coach.heard).toHaveLength(1);
  expect(world.lines.filter(({ level }) => level === "warn")).toHaveLength(1);
});

test("a mistake of ours is not acknowledged, and is logged once", async () => {
  world.coach.answer(() => new Error("no such step"));
  expect((await world.send(SAID)).status).toBe(500);
  expect(world.lines.filter(({ level }) => level === "error")).toHaveLength(1);
});

test("few turns are under way at once, the others wait, and each is taken", async () => {
  let underWay = 0;
  let most = 0;
  world.coach.answer(async () => {
    underWay += 1;
    most = Math.max(most, underWay);
    await new Promise((resolve) => setImmediate(resolve));
    underWay -= 1;
    return { kind: "taken" };
  });
  const sent = Array.from({ length: 100 }, (_, nth) =>
    world.send(JSON.stringify({ ...said(), event_id: `EvMany${nth}` })),
  );
  expect(new Set((await Promise.all(sent)).map(({ status }) => status))).toEqual(new Set([200]));
  expect(world.coach.heard).toHaveLength(100);
  expect(most).toBeLessThanOrEqual(16);
});

test("stopping finishes what is under way and takes nothing new", async () => {
  let write: (() => void) | undefined;
  world.coach.answer(
    () =>
      new Promise((resolve) => {
        write = () => resolve({ kind: "taken" });
      }),
  );
  const sent = world.send(SAID);
  await expect.poll(() => write).toBeDefined();
  let stopped = false;
  const stopping = world.connection.disconnect().then(() => {
    stopped = true;
  });
  expect((await world.send(JSON.stringify({ ...said(), event_id: "EvLate" }))).status).toBe(503);
  expect(stopped).toBe(false);
  write?.();
  expect((await sent).status).toBe(200);
  await stopping;
  expect(world.coach.heard.map(({ eventId }) => eventId)).toEqual([said().event_id]);
});
