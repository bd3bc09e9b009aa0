import { afterEach, beforeEach, expect, test } from "vitest";
import type { Outcome } from "../../../../src/channels/channel.ts";
import { drawModal } from "../../../../src/channels/slack/draw/draw-modal.ts";
import { type Standing, writeStanding } from "../../../../src/channels/slack/receive/dialog/standing.ts";
import type { Form } from "../../../../src/message/form.ts";
import { StoreUnavailable } from "../../../../src/store/store-errors.ts";
import { type Payload, payload, type ReceivingWorld, startReceiving } from "./receiving-world.ts";

let world: ReceivingWorld;
beforeEach(async () => {
  world = await startReceiving();
  for (const nth of [1, 2, 3])
    for (const method of ["views.open", "views.push"])
      world.slack.fault(method, { kind: "answer", body: { ok: true, view: { id: `V${method.slice(6)}${nth}` } } });
});
afterEach(() => world.stop());

const FORM: Form = {
  title: "Uusi kierros",
  fields: [{ kind: "text", id: "deed", label: "Mitä tehdään", maxLength: 200 }],
  submit: "Avaa kierros",
  action: '{"kind":"open-round"}',
};
const answering = (outcome: Outcome) => world.coach.answer(() => outcome);
const viewIn = (call: { readonly args: Payload } | undefined) => call?.args.view as Payload | undefined;
const textIn = (view: Payload | undefined) => JSON.stringify(view?.blocks ?? "");

/** A tap on a button that opens a form. */
function opening(name = "tap-channel"): Payload {
  const told = payload(name);
  const [action] = told.actions as Payload[];
  return { ...told, actions: [{ ...action, action_id: "luotsi.form.1.0" }] };
}

function standing(more: Partial<Standing> = {}): string {
  const place = { kind: "channel", team: world.team } as const;
  return writeStanding({ action: FORM.action, place, message: "C1KONEET/1.1", below: [], ...more });
}

function submission(metadata: string, deed = "Soitetaan asiakkaille"): Payload {
  const { blocks } = drawModal(FORM, { language: "fi", privateMetadata: metadata });
  const values = { "field:deed": { "luotsi.field": { type: "plain_text_input", value: deed } } };
  const view = { id: "VTOP", type: "modal", hash: "1.a", private_metadata: metadata, blocks, state: { values } };
  const user = { id: "U1SATU", team_id: "T1" };
  return { type: "view_submission", team: { id: "T1" }, user, trigger_id: "1.2.s", view };
}

test("a form opens at once, waiting, and is filled when the coach has made it", async () => {
  let opened = 0;
  world.coach.answer(async () => {
    await expect.poll(() => world.slack.callsOf("views.open").length).toBe(1);
    opened = world.slack.callsOf("views.update").length;
    return { kind: "form", form: FORM };
  });
  expect(await world.deliver(opening())).toMatchObject({ status: 200, body: undefined });
  await expect.poll(() => world.slack.callsOf("views.update").length).toBe(1);
  expect(opened).toBe(0);
  const [waiting] = world.slack.callsOf("views.open");
  expect(waiting?.args.trigger_id).toBe("1.2.tap");
  expect(textIn(viewIn(waiting))).toContain("Haetaan lomaketta.");
  const [filled] = world.slack.callsOf("views.update");
  expect(filled?.args.view_id).toBe("Vopen1");
  expect(viewIn(filled)).toMatchObject({ title: { text: "Uusi kierros" }, submit: { text: "Avaa kierros" } });
  expect(JSON.parse(String(viewIn(filled)?.private_metadata))).toEqual({
    action: FORM.action,
    place: { kind: "channel", team: world.team },
    message: "C1KONEET/1733050000.000100",
    below: [],
  });
});

test("where no form is needed after all, the dialog says why", async () => {
  answering({ kind: "taken", notice: "Tämä nappi on vanha." });
  await world.deliver(opening());
  await expect.poll(() => world.slack.callsOf("views.update").length).toBe(1);
  const view = viewIn(world.slack.callsOf("views.update")[0]);
  expect(textIn(view)).toContain("Tämä nappi on vanha.");
  expect(view?.submit).toBeUndefined();
});

test("a form that did not open in time is told of where the person tapped", async () => {
  const late = await startReceiving();
  late.slack.fault("views.open", { kind: "error", error: "expired_trigger_id" });
  late.coach.answer(() => ({ kind: "form", form: FORM }));
  await late.deliver(opening());
  await expect.poll(() => late.slack.callsOf("chat.postEphemeral").length).toBe(1);
  expect(late.slack.callsOf("chat.postEphemeral")[0]?.args).toMatchObject({
    channel: "C1KONEET",
    user: "U1SATU",
    text: "Lomake ei ehtinyt aueta. Paina uudelleen.",
  });
  await late.stop();
});

test("with the store away a command is answered so, and a dialog stays open with what was typed", async () => {
  world.coach.answer(() => new StoreUnavailable("away"));
  expect((await world.deliver(payload("command"))).body).toEqual({
    response_type: "ephemeral",
    text: "Tallennus ei onnistu juuri nyt. Kirjoita komento hetken päästä uudelleen.",
  });
  expect((await world.deliver(submission(standing()))).status).toBe(503);
});

test("a submitted form is heard with its values, at the place where it was opened, and closes", async () => {
  expect((await world.deliver(submission(standing()))).body).toEqual({ response_action: "clear" });
  expect(world.coach.heard).toMatchObject([
    {
      kind: "submitted",
      person: world.satu,
      place: { kind: "channel", team: world.team },
      action: FORM.action,
      values: { deed: "Soitetaan asiakkaille" },
    },
  ]);
  expect((await world.deliver(submission(standing()))).body).toEqual({ response_action: "clear" });
  expect(world.coach.heard).toHaveLength(1);
  await world.deliver(submission(standing(), "Soitetaan kaikille"));
  expect(world.coach.heard).toHaveLength(2);
});

test("mistakes are said at their fields", async () => {
  answering({ kind: "mistakes", mistakes: { deed: "Kirjoita, mitä tehdään ensin." } });
  expect((await world.deliver(submission(standing()))).body).toEqual({
    response_action: "errors",
    errors: { "field:deed": "Kirjoita, mitä tehdään ensin." },
  });
});

test("a notice after a submit is read in the dialog", async () => {
  answering({ kind: "taken", notice: "Kierros on jo suljettu." });
  const { body } = await world.deliver(submission(standing()));
  expect(body).toMatchObject({ response_action: "update", view: { type: "modal", close: { text: "Sulje" } } });
  expect(JSON.stringify(body)).toContain("Kierros on jo suljettu.");
});

test("a form that leads on goes on in the same dialog", async () => {
  const next = { ...FORM, title: "Rivit", action: '{"kind":"rows-done"}' };
  answering({ kind: "form", form: next });
  const { body } = await world.deliver(submission(standing()));
  expect(body).toMatchObject({ response_action: "update", view: { title: { text: "Rivit" } } });
  expect(JSON.parse(body.view.private_metadata).action).toBe(next.action);
});

test("a row is laid on the table, and after its submit the table below goes on", async () => {
  const table = submission(standing()).view as Payload;
  const row = { ...FORM, title: "Rivi", action: '{"kind":"save-row"}' };
  answering({ kind: "form", form: row });
  const [button] = opening().actions as Payload[];
  const { team, user } = submission("");
  const container = { type: "view", view_id: "VTOP" };
  await world.deliver({
    type: "block_actions",
    team,
    user,
    trigger_id: "1.2.row",
    container,
    view: table,
    actions: [button],
  });
  await expect.poll(() => world.slack.callsOf("views.update").length).toBe(1);
  expect(world.slack.callsOf("views.push")[0]?.args.trigger_id).toBe("1.2.row");
  const pushed = world.slack.callsOf("views.update")[0];
  expect(pushed?.args.view_id).toBe("Vpush1");
  const metadata = String(viewIn(pushed)?.private_metadata);
  expect(JSON.parse(metadata)).toMatchObject({ action: row.action, below: ["VTOP"] });

  answering({ kind: "form", form: { ...FORM, title: "Taulukko" } });
  expect(await world.deliver(submission(metadata))).toMatchObject({ status: 200, body: undefined });
  await expect.poll(() => world.slack.callsOf("views.update").length).toBe(2);
  const goesOn = world.slack.callsOf("views.update")[1];
  expect(goesOn?.args.view_id).toBe("VTOP");
  expect(viewIn(goesOn)?.title).toMatchObject({ text: "Taulukko" });
  expect(JSON.parse(String(viewIn(goesOn)?.private_metadata))).toMatchObject({ action: FORM.action, below: [] });
});

test("no fourth view is laid on three: the third one is used again", async () => {
  const third = { ...(submission(standing({ below: ["V1", "V2"] })).view as Payload), id: "V3" };
  answering({ kind: "form", form: FORM });
  const { team, user } = submission("");
  const container = { type: "view", view_id: "V3" };
  const [button] = opening().actions as Payload[];
  await world.deliver({
    type: "block_actions",
    team,
    user,
    trigger_id: "1.2",
    container,
    view: third,
    actions: [button],
  });
  await expect.poll(() => world.slack.callsOf("views.update").length).toBe(1);
  expect(world.slack.callsOf("views.push")).toEqual([]);
  expect(world.slack.callsOf("views.update")[0]?.args.view_id).toBe("V3");
});

test.each([
  ["no metadata", () => ""],
  ["something else", () => '{"channel":"C1"}'],
  ["another company's team", () => standing({ place: { kind: "channel", team: "team-of-others" } })],
  ["another person's private chat", () => standing({ place: { kind: "private", person: world.jari } })],
])("a dialog with %s is not taken, kindly, and logged", async (_what, metadata) => {
  const { body } = await world.deliver(submission(metadata()));
  expect(JSON.stringify(body)).toContain("Tämä nappi on vanha.");
  expect(world.coach.heard).toEqual([]);
  expect(world.lines).toContainEqual({ level: "warn", text: "unknown dialog" });
});
