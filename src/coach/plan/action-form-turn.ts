import type { Outcome } from "../../channels/channel.ts";
import { isMember, presentIn, teamsOf } from "../../people/directory.ts";
import type { Person, Team } from "../../people/records.ts";
import type { PlanAction } from "../../plan/action.ts";
import { LONGEST } from "../../plan/action.ts";
import { NO_CONTENT } from "../../plan/add-action.ts";
import * as decide from "../../plan/decide.ts";
import type { Decision } from "../../plan/decision.ts";
import { edit, move } from "../../plan/edit.ts";
import { handedFrom } from "../../plan/owners.ts";
import { one } from "../form-values.ts";
import type { Tap, Turn } from "../turn.ts";
import { actionFor, changeByHand, refused } from "./change-by-hand.ts";
import { closedDueNotice } from "./closed-due.ts";
import { editForm, newForm, shortForm } from "./draw/action-forms.ts";
import { addByHand } from "./noting/note-action.ts";
import type { PlanButtonOf } from "./plan-actions.ts";
import { DIMENSIONS, dimensionsOf, hereIn } from "./plan-view.ts";
import { type Mistakes, readActionForm, readDeed, readDueField } from "./read-action-form.ts";
import { messageOf, todayOf } from "./tap-action.ts";

/** The form of a new action; `text` is what a message said that is made one, `message` its id. */
export function openNewForm(
  turn: Turn,
  wanted?: string,
  noted?: { readonly text: string; readonly message: string },
): Outcome {
  const { directory, person, incoming } = turn;
  const named = wanted ?? (incoming.place.kind === "private" ? undefined : incoming.place.team);
  const own = teamsOf(directory, person._id);
  const teams = named === undefined ? own : own.filter(({ _id }) => _id === named);
  const [first] = teams;
  if (!first) return { kind: "taken", notice: turn.say(own.length === 0 ? "turn.noTeam" : "turn.notYourTeam") };
  const only = teams.length === 1 ? first._id : undefined;
  return {
    kind: "form",
    form: newForm(
      { language: person.language, today: todayOf(turn), people: ownersInAny(turn, teams) },
      {
        teams,
        submit: {
          kind: "plan-add",
          ...(only === undefined ? {} : { team: only }),
          ...(noted ? { message: noted.message } : {}),
          once: turn.event.id,
        },
        ...(noted ? { text: noted.text } : {}),
      },
    ),
  };
}

/** The submit of that form. */
export async function addFromForm(turn: Tap, button: PlanButtonOf<"plan-add">): Promise<Outcome> {
  const values = turn.incoming.values ?? {};
  const team = button.team ?? one(values.team);
  if (!isMember(turn.directory, team, turn.person._id))
    return button.team === undefined
      ? { kind: "mistakes", mistakes: { team: turn.say("plan.refused.team") } }
      : { kind: "taken", notice: turn.say("turn.notYourTeam") };
  const read = readActionForm(values, knownFor(turn, team));
  if ("mistakes" in read) return { kind: "mistakes", mistakes: read.mistakes };
  const outcome = await addByHand(turn, {
    team,
    origin: button.message === undefined ? { kind: "form" } : { kind: "message", message: button.message },
    content: { ...NO_CONTENT, ...read.content },
    owners: read.owners,
    once: button.once,
  });
  const notice = closedDueNotice(turn, team, read.content.due, read.content.firstDeed?.on);
  return notice !== undefined && outcome.kind === "taken" ? { notice, ...outcome } : outcome;
}

/** The form of one thing about an action, or of all that it says. */
export async function openActionForm(turn: Tap, button: PlanButtonOf<"plan-form">): Promise<Outcome> {
  const found = await actionFor(turn, button.action);
  if ("notice" in found) return { kind: "taken", notice: found.notice };
  const { action } = found;
  const message = messageOf(turn);
  if (!action.open && button.form !== "edit") return refused(turn, action, { in: button.in, message }, "closed");
  const submit = { ...button, kind: "plan-save", ...(message === undefined ? {} : { message }) } as const;
  const known = { ...knownFor(turn, action.team), people: presentIn(turn.directory, action.team) };
  return {
    kind: "form",
    form: button.form === "edit" ? editForm(action, known, submit) : shortForm(action, known, submit),
  };
}

/** The submit of that form. */
export async function saveActionForm(turn: Tap, button: PlanButtonOf<"plan-save">): Promise<Outcome> {
  const found = await actionFor(turn, button.action);
  if ("notice" in found) return { kind: "taken", notice: found.notice };
  const decided = decisionFor(turn, button.form, found.action);
  if ("mistakes" in decided) return { kind: "mistakes", mistakes: decided.mistakes };
  // From a digest it is gone at once: its card below is the way to open it again.
  const tapped = button.form === "drop" && button.in === "digest" ? { ...button, post: true as const } : button;
  return changeByHand(turn, button.action, tapped, decided.decide, decided.notice);
}

type Decided =
  | { readonly mistakes: Mistakes }
  | { readonly decide: (action: PlanAction) => Decision; readonly notice?: string | undefined };

function decisionFor(turn: Tap, form: PlanButtonOf<"plan-save">["form"], standing: PlanAction): Decided {
  const values = turn.incoming.values ?? {};
  const known = { ...knownFor(turn, standing.team), standing };
  const doing = { person: turn.person._id, now: turn.event.now };
  const mistakes: Mistakes = {};
  switch (form) {
    case "edit": {
      const read = readActionForm(values, known);
      if ("mistakes" in read) return read;
      const owners = values.owners === undefined ? undefined : { wanted: read.owners, doing };
      const { due, firstDeed } = read.content;
      return {
        decide: (action) => edit(action, read.content, owners),
        notice: closedDueNotice(turn, standing.team, due, firstDeed?.on),
      };
    }
    case "move": {
      const due = readDueField(values, known, mistakes);
      if (due === null) return { mistakes: { due: mistakes.due ?? turn.say("plan.refused.due") } };
      return { decide: (action) => move(action, due, known), notice: closedDueNotice(turn, standing.team, due) };
    }
    case "hand": {
      const to = one(values.to);
      if (!known.isHere(to)) return { mistakes: { to: turn.say("plan.refused.person") } };
      return { decide: (action) => decide.propose(action, to, handedFrom(action, doing.person, known.isHere), doing) };
    }
    case "block":
    case "drop": {
      const why = one(values.why).trim();
      if (why === "") return { mistakes: { why: turn.say("plan.refused.why") } };
      if (why.length > LONGEST.why) return { mistakes: { why: turn.say("turn.tooLong", { count: LONGEST.why }) } };
      return { decide: (action) => (form === "drop" ? decide.drop(action, why) : decide.block(action, why, doing)) };
    }
    case "deed": {
      const firstDeed = readDeed(values, known, mistakes, standing.due);
      if (firstDeed === null) mistakes.deed ??= turn.say("plan.refused.deed");
      return Object.keys(mistakes).length > 0 ? { mistakes } : { decide: (action) => edit(action, { firstDeed }) };
    }
    default:
      return form satisfies never;
  }
}

/** Those who can own an action of any of these teams; whose form it is comes first. Whether they are in the team that is chosen is read from the form. */
function ownersInAny(turn: Turn, teams: readonly Team[]): readonly Person[] {
  const [only, ...others] = teams;
  if (only && others.length === 0) return presentIn(turn.directory, only._id);
  const here = teams.flatMap(({ _id }) => presentIn(turn.directory, _id));
  const all = new Map(here.map((person) => [person._id, person] as const));
  return [...new Set([turn.person, ...all.values()])];
}

function knownFor(turn: Turn, team: string) {
  return {
    say: turn.say,
    language: turn.person.language,
    today: todayOf(turn),
    dimensions: dimensionsOf(turn.flows.find(({ id }) => id === DIMENSIONS)),
    isHere: hereIn(turn.directory, team),
  };
}
