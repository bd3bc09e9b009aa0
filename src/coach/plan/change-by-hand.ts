import { isoDateIn } from "../../calendar/iso-date.ts";
import { showDay } from "../../calendar/show-date.ts";
import { HOME, type Outcome } from "../../channels/channel.ts";
import { refreshHomes } from "../../conversations/refresh-homes.ts";
import type { Planned } from "../../deliveries/outbox.ts";
import { isMember } from "../../people/directory.ts";
import { actions, type PlanAction } from "../../plan/action.ts";
import { cardAt, cardOf, cardsAnew } from "../../plan/card-at.ts";
import { changeAction } from "../../plan/change-action.ts";
import type { Decision, Refusal } from "../../plan/decision.ts";
import { openActions } from "../../plan/find-actions.ts";
import { isLive, MOST_LIVE, peopleOf, proposedOf } from "../../plan/owners.ts";
import { converse, plan, saying } from "../converse.ts";
import { readsDigest } from "../digest/digest-teams.ts";
import { personName } from "../draw/naming.ts";
import { shorten, withoutStop } from "../draw/shorten.ts";
import type { Tell } from "../tell.ts";
import type { Turn } from "../turn.ts";
import { takenWords } from "./draw/action-words.ts";
import type { StandsIn } from "./plan-actions.ts";
import { hereIn } from "./plan-view.ts";
import { redrawWeeks } from "./telling/redraw-weeks.ts";
import { tellConcerned } from "./telling/tell-concerned.ts";

const QUOTED = 100;

/** Where a button stood that changes an action: that message is answered in place. */
export interface Tapped {
  readonly in?: StandsIn | undefined;
  readonly message?: string | undefined;
  /** It was said in words: the card is posted where they were said. */
  readonly post?: true;
}

/** An action that this person may see and change: one of a team of theirs, or of one whose digest they read (DESIGN: "Private by construction"). */
export async function actionFor(
  turn: Turn,
  id: string,
): Promise<{ readonly action: PlanAction } | { readonly notice: string }> {
  const action = await turn.ports.store.get(actions, id);
  if (!action || action.company !== turn.incoming.company) return { notice: turn.say("plan.refused.gone") };
  const { directory, person } = turn;
  if (!isMember(directory, action.team, person._id) && !readsDigest(directory, action.team, person._id))
    return { notice: turn.say("turn.notYourTeam") };
  return { action };
}

/** Carries out what a person decided about an action, and draws it anew wherever it stands. */
export async function changeByHand(
  turn: Turn,
  id: string,
  tapped: Tapped,
  decide: (action: PlanAction) => Decision,
  notice?: string,
): Promise<Outcome> {
  const found = await actionFor(turn, id);
  if ("notice" in found) return { kind: "taken", notice: found.notice };
  const { store, courier } = turn.ports;
  const taken = await changeAction(store, id, turn.event, turn.person._id, decide, (next, before) =>
    plannedFor(turn, next, before, tapped),
  );
  switch (taken.kind) {
    case "missing":
      return { kind: "taken", notice: turn.say("plan.refused.gone") };
    case "declined":
      return refused(turn, taken.record, tapped, taken.reason);
    case "repeated":
      return { kind: "repeated" };
    case "changed":
      courier.send(actions, taken.record);
      await refreshOwners(turn, tapped, found.action, taken.record);
      await redrawWeeks(turn, othersOf(turn, found.action, taken.record), id);
      if (!wasLive(turn, found.action) && wasLive(turn, taken.record)) await tellManyLive(turn, taken.record.team);
      return { kind: "taken", ...(notice === undefined ? {} : { notice }) };
    default:
      return taken satisfies never;
  }
}

function plannedFor(turn: Turn, next: PlanAction, before: PlanAction, tapped: Tapped): readonly Planned[] {
  const standing = standingCards(turn, before);
  const inCard = (tapped.in ?? "card") === "card";
  const isTapped = ({ how }: Planned) => inCard && how.kind === "edit" && how.message === tapped.message;
  const known = standing.some(isTapped);
  const fresh = proposedOf(next).filter((person) => !proposedOf(before).includes(person));
  // What was tapped comes first: the person looks there, and a platform may show it as the tap's own answer.
  return [
    ...(known || tapped.message === undefined ? [] : answered(turn, next, tapped, tapped.message)),
    ...standing.filter(isTapped),
    ...standing.filter((one) => !isTapped(one)),
    ...(tapped.post ? [cardAt(turn.incoming.place, next)] : []),
    ...proposals(turn, next, fresh),
    ...tellConcerned(turn, next, before),
  ];
}

/** The action's own cards, drawn anew where they stand; not in the private chat of someone who is in the team no more. */
function standingCards(turn: Turn, action: PlanAction): readonly Planned[] {
  const here = hereIn(turn.directory, action.team);
  return cardsAnew(action).filter(({ place }) => place.kind !== "private" || here(place.person));
}

/** The message in which a button was tapped. */
function answered(turn: Turn, action: PlanAction, tapped: Tapped, message: string): readonly Planned[] {
  const at = (tell: Tell): readonly Planned[] => [{ place: turn.incoming.place, how: { kind: "edit", message }, tell }];
  switch (tapped.in) {
    case "many-live":
      return at({ kind: "plan-many-live", team: action.team });
    case "home":
      return at({ kind: "home" });
    case "week":
      return at({ kind: "week", message, line: action._id });
    case "digest":
      return at({ kind: "digest" });
    case "proposed":
      return at({ kind: "plan-proposed", from: action.round ?? "" });
    case "card":
    case undefined:
      return message === HOME ? at({ kind: "home" }) : at(cardOf(action));
    default:
      return tapped.in satisfies never;
  }
}

/** A card in the private chat of each to whom the action is proposed; whoever proposes it to themselves has taken it. */
export function proposals(turn: Turn, action: PlanAction, people: readonly string[]): readonly Planned[] {
  const here = hereIn(turn.directory, action.team);
  return people
    .filter((person) => person !== turn.person._id && here(person))
    .map((person) => cardAt({ kind: "private", person }, action));
}

/** The people of these actions but for who does something to them. */
function othersOf({ person }: Turn, ...actions: readonly PlanAction[]): readonly string[] {
  return [...new Set(actions.flatMap((action) => peopleOf(action)))].filter((one) => one !== person._id);
}

/** The Homes of those whose list it stands in, or stood. */
export function refreshOwners(turn: Turn, tapped: Tapped, ...actions: readonly PlanAction[]): Promise<void> {
  const here = tapped.in === "home" || tapped.message === HOME ? turn.person._id : undefined;
  const people = new Set(actions.flatMap((action) => peopleOf(action)));
  return refreshHomes(
    turn.ports,
    [...people].filter((person) => person !== here),
    turn.event,
  );
}

function wasLive(turn: Turn, action: PlanAction): boolean {
  return isLive(action, hereIn(turn.directory, action.team));
}

/** More is under way than a team has strength for: said in its channel once a quarter, with the question which of it waits. */
export async function tellManyLive(turn: Turn, team: string): Promise<void> {
  const { ports, incoming, event } = turn;
  const open = await openActions(ports.store, { company: incoming.company, team });
  if (open.filter((action) => wasLive(turn, action)).length <= MOST_LIVE) return;
  const now = new Date(event.now);
  const once = `many-live:${now.getUTCFullYear()}-${Math.ceil((now.getUTCMonth() + 1) / 3)}`;
  const again = { ...turn, event: { ...event, id: `${event.id}:many-live` } };
  await converse(again, [{ kind: "plan-many-live", team }], { place: { kind: "channel", team }, once });
}

/** What was tapped no longer stands as it was drawn: it is drawn anew, and who tapped hears why nothing came of it. */
export async function refused(turn: Turn, action: PlanAction, tapped: Tapped, reason: Refusal): Promise<Outcome> {
  const { message } = tapped;
  const isOld = message !== undefined && message !== HOME && reason !== "past" && reason !== "full";
  const { place } = turn.incoming;
  const anew = isOld ? answered(turn, action, tapped, message) : [];
  const isOwnCard = place.kind === "private" && anew.some(({ tell }) => tell.kind === "plan-card");
  if (reason === "taken" && !isOwnCard) return tellTaken(turn, action, anew);
  if (isOld) await plan(turn, place, anew, { told: [] });
  return { kind: "taken", notice: refusal(turn, action, reason) };
}

/** Where no card of the person's own offers it, they hear in private how to join in. */
async function tellTaken(turn: Turn, action: PlanAction, anew: readonly Planned[]): Promise<Outcome> {
  const { place } = turn.incoming;
  const own = { kind: "private", person: turn.person._id } as const;
  const told = saying(own, { kind: "plan-taken", action: action._id });
  if (place.kind === "private") return plan(turn, own, [...anew, told], { told: [] });
  if (anew.length > 0) await plan(turn, place, anew, { told: [] });
  await plan(turn, own, [told], { told: [] });
  return { kind: "taken", notice: refusal(turn, action, "taken"), inPrivate: true };
}

function refusal(turn: Turn, action: PlanAction, reason: Refusal): string {
  const { say, person, directory } = turn;
  const last = action.history.findLast(({ did }) => did === "done" || did === "dropped");
  if (reason === "closed" && last && last.by !== null && last.by !== person._id) {
    const name = personName(directory, last.by, person.language);
    const today = isoDateIn(turn.event.now, person.timeZone);
    const date = showDay(isoDateIn(last.at, person.timeZone), person.language, { today });
    const why = withoutStop(shorten(last.note, QUOTED));
    if (last.did === "done") return say("plan.refused.closedDone", { name, date: withoutStop(date) });
    if (why !== "") return say("plan.refused.closedDropped", { name, date, why });
  }
  if (reason === "taken") return takenWords(action, turn, person) ?? say("plan.refused.unchanged");
  const keys = { "not-yours": "notYours", "not-blocked": "notBlocked" } as const;
  const key = reason === "not-yours" || reason === "not-blocked" ? keys[reason] : reason;
  return say(`plan.refused.${key}`);
}
