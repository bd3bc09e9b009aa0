import { afterEach, beforeEach, expect, test } from "vitest";
import { PLAYGROUND } from "../../../src/channels/web/playground.ts";
import type { Form } from "../../../src/message/form.ts";
import { coachSays, jari, satu, startWebWorld, type WebWorld } from "./web-world.ts";

let world: WebWorld;
beforeEach(async () => {
  world = await startWebWorld();
  const message = coachSays("Missä tietonne on?");
  await world.chat().channel.post(PLAYGROUND, { kind: "private", person: satu }, message, "q1");
});
afterEach(() => world.stop());

const form: Form = {
  title: "Kierroksen aloitus",
  submit: "Aloita",
  action: "start",
  fields: [{ kind: "number", id: "hands", label: "Kädet", value: "0" }],
};
const tap = (person: string, body: object) =>
  world.post(`/api/people/${person}/tap`, { eventId: world.newEvent(), message: "q1", action: "level:2", ...body });
const submit = (values: object) =>
  world.post(`/api/people/${satu}/submit`, {
    eventId: world.newEvent(),
    room: `private:${satu}`,
    thread: null,
    action: "start",
    values,
  });

test("a tap reaches the coach with its place and message; what is told to this person alone comes back", async () => {
  world.coach.answer((incoming) => ({ kind: "taken", notice: `Nappi on vanhasta kierroksesta (${incoming.kind}).` }));
  expect(await tap(satu, {})).toMatchObject({
    status: 200,
    body: { kind: "taken", notice: "Nappi on vanhasta kierroksesta (tapped)." },
  });
  const [heard] = world.coach.heard;
  expect(heard).toMatchObject({
    kind: "tapped",
    action: "level:2",
    message: "q1",
    place: { kind: "private", person: satu },
  });
  expect(heard).not.toHaveProperty("values");
});

test("a form in the message brings its values, read from the card's inputs", async () => {
  await tap(satu, { values: { action: "level:2", "text.hands": "3", "many.who": "a,b%2Cc" } });
  expect(world.coach.heard).toMatchObject([{ kind: "tapped", values: { hands: "3", who: ["a", "b,c"] } }]);
});

test("a tap on what is not there, or not the person's, is refused", async () => {
  expect(await tap(satu, { message: "q9" })).toMatchObject({
    status: 404,
    body: { sentence: "Tätä viestiä ei enää ole." },
  });
  expect(await tap(jari, {})).toMatchObject({ status: 404 });
  expect(world.coach.heard).toEqual([]);
});

test("a form opens as a dialog whose button knows what opened it", async () => {
  world.coach.answer(() => ({ kind: "form", form }));
  const { body } = await tap(satu, { action: "open-form" });
  expect(body).toMatchObject({ kind: "form", title: "Kierroksen aloitus", card: { type: "AdaptiveCard" } });
  expect(JSON.stringify(body)).toContain('"data":{"action":"start","opener":"open-form","openerMessage":"q1"}');
});

test("a submitted form with mistakes comes back with each at its field and what was typed, also after a restart", async () => {
  world.coach.answer((incoming) =>
    incoming.kind === "submitted"
      ? { kind: "mistakes", mistakes: { hands: "Kirjoita numero." } }
      : { kind: "form", form },
  );
  await world.restart();
  const { body } = await submit({ "text.hands": "kolme", action: "start", opener: "open-form", openerMessage: "q1" });
  expect(body).toMatchObject({
    kind: "mistakes",
    mistakes: { hands: "Kirjoita numero." },
    card: {
      body: [
        { type: "Input.Text", id: "text.hands", value: "kolme" },
        { type: "RichTextBlock", inlines: [{ text: "Kirjoita numero." }] },
        { type: "ActionSet" },
      ],
    },
  });
});

test("a submitted form without mistakes is taken, twice the same is once", async () => {
  expect(await submit({ "text.hands": "3" })).toMatchObject({ status: 200, body: { kind: "taken" } });
  expect(world.coach.heard).toMatchObject([{ kind: "submitted", action: "start", values: { hands: "3" } }]);
});
