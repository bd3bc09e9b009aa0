import { HOME, type Outcome } from "../../channels/channel.ts";
import { deliveries } from "../../deliveries/due/delivery.ts";
import type { Action } from "../action.ts";
import { converse, plan } from "../converse.ts";
import { changeOwn, ownRecord } from "../settings/own-change.ts";
import { paceChange } from "../settings/pace-change.ts";
import { settingsForm } from "../settings/settings-form.ts";
import type { Tap } from "../turn.ts";
import { deliveryOf } from "./load-week.ts";
import type { Pace, WeekButton, WeekTell } from "./week-actions.ts";

/** A button of the weekly message: its page turns, or how often it comes is changed, and the message says so in its place. */
export async function weekTap(turn: Tap, button: WeekButton): Promise<Outcome> {
  switch (button.kind) {
    case "week-time":
      return { kind: "form", form: settingsForm(await ownRecord(turn), turn.directory, turn.event.now) };
    case "week-page":
      return redraw(turn, { page: button.page });
    case "week-pace":
      await setPace(turn, button.pace);
      return redraw(turn, {});
    default:
      return button satisfies never;
  }
}

async function setPace(turn: Tap, pace: Pace): Promise<void> {
  const before = await ownRecord(turn);
  await changeOwn(turn, before, paceChange(before, pace));
}

function redraw(turn: Tap, at: Pick<WeekTell, "page">): Promise<Outcome> {
  const { incoming, person } = turn;
  const place = { kind: "private", person: person._id } as const;
  const message = incoming.kind === "tapped" ? incoming.message : undefined;
  if (message === undefined || message === HOME || incoming.place.kind !== "private")
    return converse(turn, [{ kind: "week", ...at }], { place });
  return plan(turn, place, [{ place, how: { kind: "edit", message }, tell: { kind: "week", message, ...at } }], {
    told: [],
  });
}

/** The message of a tap counts as touched: it is not one of two in a row that nobody looked at. */
export async function noteTouched(turn: Tap, action: Action): Promise<void> {
  const { incoming, ports, person, event } = turn;
  if (incoming.kind !== "tapped" || !standsInWeek(action)) return;
  const { message, company } = incoming;
  const delivery = await deliveryOf(ports, { company, person: person._id, message });
  if (delivery?.touchedAt !== undefined || !delivery) return;
  await ports.store.change(deliveries, delivery._id, { when: { touchedAt: null }, set: { touchedAt: event.now } });
}

function standsInWeek(action: Action): boolean {
  return action.kind.startsWith("week-") || ("in" in action && action.in === "week");
}
