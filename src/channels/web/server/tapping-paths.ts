import { Hono } from "hono";
import type { Form, FormValues } from "../../../message/form.ts";
import { drawForm } from "../../cards/draw-form.ts";
import { readTapped } from "../../cards/read-tapped.ts";
import type { Outcome } from "../../channel.ts";
import { requests, type TakenView } from "../api.ts";
import { placeOf } from "../log/room.ts";
import { drawStored } from "../log/show-message.ts";
import { incomingBase, spotFor } from "./deed.ts";
import { openRoom } from "./open-room.ts";
import type { WebParts } from "./parts.ts";
import { readBody } from "./read-body.ts";
import { Refusal } from "./refusal.ts";
import type { PersonEnv } from "./web-env.ts";

type Mistakes = { readonly [field: string]: string };

/** Taps on a card's buttons and rows, and dialogs sent. */
export function tappingPaths(parts: WebParts): Hono<PersonEnv> {
  const { log, receiver } = parts;

  return new Hono<PersonEnv>()
    .post("/tap", async (c) => {
      const body = await readBody(c, requests.tap);
      const tapped = await log.get(body.message);
      if (!tapped) throw new Refusal(404, (say) => say("web.server.noMessage"));
      const room = openRoom(parts, c.var.directory, c.var.person._id, tapped.room);
      const values = readTapped({ ...body.values, action: body.action })?.values ?? {};
      const outcome = await receiver.receive({
        ...incomingBase(parts, c, body.eventId, placeOf(room, tapped.thread)),
        kind: "tapped",
        action: body.action,
        message: body.message,
        ...(Object.keys(values).length > 0 ? { values } : {}),
      });
      const opener = { action: body.action, message: body.message };
      const dialog = (form: Form) => drawForm(form, { language: c.var.person.language, opener });
      const again = async (mistakes: Mistakes) => drawStored(tapped, { mistakes, values });
      return c.json(await showOutcome(outcome, dialog, again));
    })
    .post("/submit", async (c) => {
      const body = await readBody(c, requests.submit);
      const { place } = await spotFor(parts, c, body.room, body.thread);
      const read = readTapped({ ...body.values, action: body.action });
      const { language } = c.var.person;
      const values: FormValues = read?.values ?? {};
      const opener = read?.opener ?? null;
      const base = incomingBase(parts, c, body.eventId, place);
      const outcome = await receiver.receive({ ...base, kind: "submitted", action: body.action, values });
      // A button that carried no values only led on: what it opened is what comes back with mistakes.
      const next = opener && Object.keys(values).length === 0 ? { ...opener, action: body.action } : opener;
      const dialog = (form: Form) => drawForm(form, { language, ...(next ? { opener: next } : {}) });
      // Asking for the form again writes nothing, so that nobody need remember it while a person types.
      const again = async (mistakes: Mistakes) => {
        if (!opener) return null;
        const opened = await receiver.receive({ ...base, ...opener, eventId: `${base.eventId}:again`, kind: "tapped" });
        return opened.kind === "form" ? drawForm(opened.form, { language, opener, mistakes, values }) : null;
      };
      return c.json(await showOutcome(outcome, dialog, again));
    });
}

async function showOutcome(
  outcome: Outcome,
  dialog: (form: Form) => object,
  again: (mistakes: Mistakes) => Promise<object | null>,
): Promise<TakenView> {
  switch (outcome.kind) {
    case "taken":
      return outcome;
    case "repeated":
      return { kind: "taken" };
    case "form":
      return { kind: "form", title: outcome.form.title, card: dialog(outcome.form) };
    case "mistakes":
      return { ...outcome, card: await again(outcome.mistakes) };
    default:
      return outcome satisfies never;
  }
}
