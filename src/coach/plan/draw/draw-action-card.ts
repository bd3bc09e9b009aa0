import { closedForTeam } from "../../../cadence/closed-for.ts";
import { LIMITS } from "../../../message/limits.ts";
import type { Block, Message } from "../../../message/message.ts";
import type { PlanAction } from "../../../plan/action.ts";
import { proposedOf, takersOf } from "../../../plan/owners.ts";
import { type Say, words } from "../../../text/text.ts";
import { button, choices, heading, messageOf, paragraph, quiet } from "../../draw/compose.ts";
import { personName, teamName } from "../../draw/naming.ts";
import { shorten } from "../../draw/shorten.ts";
import { day } from "../../draw/when.ts";
import type { Listener } from "../../scene.ts";
import type { PlanTellOf } from "../plan-tells.ts";
import { hereIn, type PlanView } from "../plan-view.ts";
import { actionButtons } from "./action-buttons.ts";
import { dueWords, namesOf, snoozeWords, standingWords } from "./action-words.ts";

const HEADING = 120;
const FACT = 300;

/** One action with all that is known of it; undefined once it is gone. */
export function drawActionCard(tell: PlanTellOf<"plan-card">, view: PlanView, listener: Listener): Message | undefined {
  const [action] = view.actions;
  if (!action) return undefined;
  const { language } = listener;
  const say = words(language);
  const doubt = tell.doubt ?? dayInDoubt(action, say);
  return messageOf(language, [
    tell.noted ? quiet(say("plan.noted")) : undefined,
    heading(shorten(action.what, HEADING)),
    paragraph(asking(action, view, listener)),
    { kind: "facts", facts: factsOf(action, view, listener).filter(({ value }) => value !== "") },
    tell.noted && inClosedWeeks(action, view) ? paragraph(say("admin.closed.dueInside")) : undefined,
    doubt ? paragraph(doubt.question) : undefined,
    doubt || tell.noted ? choices(mending(doubt, action, view, listener)) : undefined,
    actionButtons(action, view, listener),
  ]);
}

function inClosedWeeks({ due, team }: PlanAction, { directory }: PlanView): boolean {
  return due?.kind === "day" && closedForTeam(directory, team)(due.on);
}

type Doubt = Pick<NonNullable<PlanTellOf<"plan-card">["doubt"]>, "question" | "people" | "days">;

/** A date that was written and not understood is asked of whoever has the action by then. */
function dayInDoubt({ open, mayBeDue }: PlanAction, say: Say): Doubt | undefined {
  return open && mayBeDue ? { question: say("plan.whichDay"), people: [], days: mayBeDue } : undefined;
}

/** What the card asks for: someone to take it, a yes, a first deed. */
function asking(action: PlanAction, view: PlanView, { language, person }: Listener): string | undefined {
  const say = words(language);
  const me = person?._id;
  if (!action.open) return undefined;
  if (action.rowGone) return say("plan.rowGone");
  if (me !== undefined && proposedOf(action).includes(me)) {
    const by = action.owners[me]?.by ?? null;
    return by === null
      ? say("plan.proposed")
      : say("plan.proposedBy", { name: personName(view.directory, by, language) });
  }
  const here = hereIn(view.directory, action.team);
  const takers = takersOf(action);
  if (takers.length > 0 && !takers.some(here)) return say("plan.ownerLeft");
  if (takers.length === 0 && !proposedOf(action).some(here)) return say("plan.untaken");
  return takers.length > 0 && action.firstDeed === null && action.standing.kind === "planned"
    ? say("plan.nameDeed")
    : undefined;
}

function factsOf(action: PlanAction, view: PlanView, listener: Listener) {
  const { language, person } = listener;
  const say = words(language);
  const here = hereIn(view.directory, action.team);
  const takers = takersOf(action).filter(here);
  const fact = (key: Parameters<typeof labelOf>[1], value: string | undefined) => ({
    label: labelOf(say, key),
    value: shorten(value ?? "", FACT),
  });
  const team = view.directory.teams.get(action.team);
  const standing = standingWords(action, view, listener, here);
  const snoozed = snoozeWords(action, view, listener);
  return [
    fact("team", person && team ? teamName(team) : ""),
    fact("standing", snoozed === undefined ? standing : `${standing} · ${snoozed}`),
    fact(takers.length > 1 ? "owners" : "owner", takers.length === 0 ? "" : namesOf(takers, view, listener)),
    fact("asked", namesOf(action.open ? proposedOf(action).filter(here) : [], view, listener)),
    fact("due", dueWords(action, view, listener)),
    fact("firstDeed", deedWords(action, view, listener)),
    fact("dimension", dimensionWords(action, view, listener)),
    fact("doneWhen", action.doneWhen),
    fact("resources", action.resources),
    fact("notes", action.notes),
  ];
}

function labelOf(say: Say, key: keyof typeof import("../../../text/plan.fi.ts")["planFi"]["fact"]): string {
  return say(`plan.fact.${key}`);
}

function deedWords({ firstDeed }: PlanAction, { now }: PlanView, listener: Listener): string {
  if (firstDeed === null) return "";
  return [firstDeed.what, firstDeed.on ? day(firstDeed.on, listener, now) : ""]
    .filter((part) => part !== "")
    .join(", ");
}

function dimensionWords({ dimension, level }: PlanAction, { dimensions }: PlanView, { language }: Listener): string {
  const title = dimensions.find(({ id }) => id === dimension)?.title[language];
  if (title === undefined) return "";
  return level === null ? title : words(language)("plan.dimensionLevel", { dimension: title, level });
}

/** One tap for what was meant; else the form, in which anything can be corrected. */
function mending(
  doubt: Doubt | undefined,
  action: PlanAction,
  view: PlanView,
  listener: Listener,
): Extract<Block, { kind: "choices" }>["options"] {
  const { language } = listener;
  const known = (doubt?.people ?? []).filter((person) => action.owners[person] === undefined);
  return [
    ...known.slice(0, LIMITS.actionsPerCard - 1).map((person) =>
      button(shorten(personName(view.directory, person, language), LIMITS.buttonLabel), {
        kind: "plan-owner",
        action: action._id,
        person,
      }),
    ),
    ...(doubt?.days ?? [])
      .slice(0, LIMITS.actionsPerCard - 1)
      .map((on) => button(day(on, listener, view.now), { kind: "plan-due", action: action._id, on })),
    button(
      words(language)("plan.button.fix"),
      { kind: "plan-form", form: "edit", action: action._id },
      { opensForm: true },
    ),
  ];
}
