import { expect, test } from "vitest";
import { emptyChat, type OpenForm } from "../../../../src/channels/web/page/state/chat.ts";
import type { Sending } from "../../../../src/channels/web/page/state/outbox.ts";
import { formAfter } from "../../../../src/channels/web/page/state/take-answer.ts";
import { message } from "./sample-messages.ts";

const spot = { room: "channel:huolto", thread: null };
const card = { type: "AdaptiveCard" };
const open: OpenForm = { spot, title: "Aloita kierros", card, mistakes: {}, eventId: "e1" };
const submit: Sending = {
  eventId: "e1",
  person: "satu",
  deed: { verb: "submit", ...spot, action: "start", values: {} },
};
const tap: Sending = { eventId: "e2", person: "satu", deed: { verb: "tap", message: "m1", action: "open" } };

test("a tap that asks for a form opens it where the person is", () => {
  const answer = { kind: "form", title: "Aloita kierros", card } as const;
  expect(formAfter(emptyChat, spot, { sending: tap, answer, earlier: false })).toEqual({ ...open, eventId: null });
});

test("a form tapped in a channel belongs to the channel, even with a thread open beside it", () => {
  const chat = { ...emptyChat, pages: { "channel:huolto": { messages: [message(1)], more: false } } };
  const answer = { kind: "form", title: "Aloita kierros", card } as const;
  const beside = { room: "channel:huolto", thread: "r1" };
  expect(formAfter(chat, beside, { sending: tap, answer, earlier: false })).toMatchObject({ spot });
});

test("a form asked for before a reload does not jump up", () => {
  const answer = { kind: "form", title: "Aloita kierros", card } as const;
  expect(formAfter(emptyChat, spot, { sending: tap, answer, earlier: true })).toBeNull();
});

test("a taken submission closes its own dialog and no other", () => {
  const answer = { kind: "taken" } as const;
  expect(formAfter({ ...emptyChat, form: open }, spot, { sending: submit, answer, earlier: false })).toBeNull();
  const other = { ...open, eventId: null };
  expect(formAfter({ ...emptyChat, form: other }, spot, { sending: tap, answer, earlier: false })).toBe(other);
});

test("mistakes stay in the dialog, which can be sent again", () => {
  const answer = { kind: "mistakes", mistakes: { goal: "Kirjoita tavoite." }, card } as const;
  const form = formAfter({ ...emptyChat, form: open }, spot, { sending: submit, answer, earlier: false });
  expect(form).toEqual({ ...open, mistakes: { goal: "Kirjoita tavoite." }, eventId: null });
});

test("mistakes of a dialog that a reload closed bring it back as the server drew it", () => {
  const drawn = { type: "AdaptiveCard", body: [] };
  const answer = { kind: "mistakes", mistakes: { goal: "Kirjoita tavoite." }, card: drawn } as const;
  expect(formAfter(emptyChat, null, { sending: submit, answer, earlier: true })).toMatchObject({ spot, card: drawn });
});

test("a refused submission leaves the dialog open", () => {
  const answer = { kind: "refused", sentence: "Et ole tiimissä." } as const;
  const form = formAfter({ ...emptyChat, form: open }, spot, { sending: submit, answer, earlier: false });
  expect(form).toEqual({ ...open, eventId: null });
});
