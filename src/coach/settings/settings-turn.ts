import { HOME, type Outcome } from "../../channels/channel.ts";
import { placeKey } from "../../channels/place.ts";
import { conversations } from "../../conversations/conversation.ts";
import { HOME_CARD } from "../../conversations/refresh-homes.ts";
import type { Person } from "../../people/records.ts";
import { words } from "../../text/text.ts";
import type { Action } from "../action.ts";
import { converse, plan } from "../converse.ts";
import { asksWho } from "../customers/handover/handover-turn.ts";
import { withoutStop } from "../draw/shorten.ts";
import { moment } from "../draw/when.ts";
import type { Tap, Turn } from "../turn.ts";
import { nextWeekly, PREVIEW } from "../week/preview.ts";
import { weekReader } from "../week/week-reader.ts";
import { type Granted, grantWish, hereAgain } from "./grant-wish.ts";
import { changeOwn, type OwnChange, ownRecord } from "./own-change.ts";
import { readSettingsForm } from "./read-settings-form.ts";
import type { Wish } from "./read-wish.ts";
import { settingsForm } from "./settings-form.ts";
import { settingsLine, standingOf } from "./settings-line.ts";

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
  action: Extract<Action, { kind: "settings" | "save-settings" | "here-again" | "hear-again" | "manager-sees" }>,
): Promise<Outcome> {
  switch (action.kind) {
    case "settings":
      return { kind: "form", form: settingsForm(await ownRecord(turn), turn.directory, turn.event.now) };
    case "save-settings":
      return save(turn);
    case "here-again":
      return inPlace(turn, (person) => hereAgain(person, turn));
    case "hear-again":
      return inPlace(turn, (person) => grantWish({ kind: "pace", pace: "as-before" }, person, turn));
    case "manager-sees":
      return settingsTurn(turn, action);
    default:
      return action satisfies never;
  }
}

/** What was changed is seen in the card on which it was tapped; one's page, on Home or in the chat, is drawn anew with the change. */
async function inPlace(turn: Tap, decide: (person: Person) => Granted): Promise<Outcome> {
  const { incoming, event, ports } = turn;
  const { text: notice } = await grant(turn, decide);
  if (incoming.kind !== "tapped" || incoming.message === HOME) return { kind: "taken", notice };
  const { place, message } = incoming;
  const conversation = await ports.store.get(conversations, placeKey(place));
  if (conversation?.messages[HOME_CARD]?.id === message) return { kind: "taken", notice };
  const again = { ...turn, event: { ...event, id: `${event.id}:settings` } };
  const edit = { place, how: { kind: "edit", message }, tell: { kind: "settings" } } as const;
  await plan(again, place, [edit], { told: [] });
  return { kind: "taken", notice };
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
  const said = granted.told(now, words(person.language), person);
  return { text: withSpaces(said, await nextTold(turn, granted.change, person)), person };
}

/** After a change of how often or when the weekly message comes, when the next one does; "" where that says nothing. */
async function nextTold(turn: Turn, { set = {}, unset = [] }: OwnChange, person: Person): Promise<string> {
  if (set.weekly === undefined && set.weeklyPace === undefined && !unset.includes("quiet")) return "";
  const next = await nextWeekly(weekReader(turn.ports, turn.directory, person));
  if (next === undefined) return "";
  const when = moment(next, person, turn.event.now);
  return words(person.language)("settings.nextTurn", { when: withoutStop(when) });
}

function withSpaces(...sentences: readonly string[]): string {
  return sentences.filter((sentence) => sentence !== "").join(" ");
}

async function save(turn: Tap): Promise<Outcome> {
  const { directory, event, say } = turn;
  const before = await ownRecord(turn);
  const read = readSettingsForm(turn.incoming.values ?? {}, { person: before, directory, now: event.now, say });
  if (!read.ok) return { kind: "mistakes", mistakes: read.mistakes };
  const person = await changeOwn(turn, before, read.change);
  const isMoved = read.change.set?.weekly !== undefined;
  const next = isMoved ? await nextTold(turn, read.change, person) : "";
  const line = withSpaces(settingsLine(standingOf(person, directory, event)), next);
  return { kind: "taken", notice: words(person.language)("settings.saved", { line }) };
}
