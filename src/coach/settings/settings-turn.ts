import type { Outcome } from "../../channels/channel.ts";
import type { Incoming } from "../../channels/incoming.ts";
import { placeKey } from "../../channels/place.ts";
import { conversations } from "../../conversations/conversation.ts";
import type { Person } from "../../people/records.ts";
import { words } from "../../text/text.ts";
import type { Action } from "../action.ts";
import { converse } from "../converse.ts";
import { asksWho } from "../customers/handover/handover-turn.ts";
import type { Turn } from "../turn.ts";
import { PREVIEW } from "../week/preview.ts";
import { type Granted, grantWish, hereAgain } from "./grant-wish.ts";
import { changeOwn, ownRecord } from "./own-change.ts";
import { readSettingsForm } from "./read-settings-form.ts";
import type { Wish } from "./read-wish.ts";
import { settingsForm } from "./settings-form.ts";
import { settingsLine, standingOf } from "./settings-line.ts";

type Tap = Turn<Extract<Incoming, { kind: "tapped" | "submitted" }>>;

/** Someone wrote what they want of their own settings. What stands now is told in their private chat, wherever they wrote. */
export async function settingsTurn(turn: Turn, wish: Wish): Promise<Outcome> {
  const place = { kind: "private", person: turn.person._id } as const;
  if (wish.kind === "show") return converse(turn, [{ kind: "settings" }], { place });
  if (wish.kind === "preview") return converse(turn, [{ kind: "week", preview: true }], { place, remember: PREVIEW });
  if (wish.kind === "manager-sees") return converse(turn, [{ kind: "manager-sees" }], { place });
  // Redelivered: something else may have been set since.
  const conversation = await turn.ports.store.get(conversations, placeKey(place));
  if (conversation?.events.includes(turn.event.id)) return { kind: "repeated" };
  const { text, person } = await grant(turn, (before) => grantWish(wish, before, turn));
  const asks = wish.kind === "away" && person ? await asksWho(turn, person) : [];
  return converse(turn, [{ kind: "sentence", text }, ...asks], { place });
}

/** The same by buttons and the form. */
export async function settingsTap(
  turn: Tap,
  action: Extract<Action, { kind: "settings" | "save-settings" | "here-again" | "manager-sees" }>,
): Promise<Outcome> {
  switch (action.kind) {
    case "settings":
      return { kind: "form", form: settingsForm(await ownRecord(turn), turn.directory, turn.event.now) };
    case "save-settings":
      return save(turn);
    case "here-again":
      return { kind: "taken", notice: (await grant(turn, (person) => hereAgain(person, turn))).text };
    case "manager-sees":
      return settingsTurn(turn, action);
    default:
      return action satisfies never;
  }
}

/** What stands then, and the person as changed; without one where nothing was. */
async function grant(
  turn: Turn,
  decide: (person: Person) => Granted,
): Promise<{ readonly text: string; readonly person?: Person }> {
  const before = await ownRecord(turn);
  const granted = decide(before);
  if ("refused" in granted) return { text: granted.refused };
  const person = await changeOwn(turn, before, granted.change);
  const now = standingOf(person, turn.directory, turn.event);
  return { text: granted.told(now, words(person.language), person), person };
}

async function save(turn: Tap): Promise<Outcome> {
  const { directory, event, say } = turn;
  const before = await ownRecord(turn);
  const read = readSettingsForm(turn.incoming.values ?? {}, { person: before, directory, now: event.now, say });
  if (!read.ok) return { kind: "mistakes", mistakes: read.mistakes };
  const person = await changeOwn(turn, before, read.change);
  const line = settingsLine(standingOf(person, directory, event));
  return { kind: "taken", notice: words(person.language)("settings.saved", { line }) };
}
