import type { Outcome } from "../../channels/channel.ts";
import type { Field, Form } from "../../message/form.ts";
import { isMember } from "../../people/directory.ts";
import { LONGEST } from "../../plan/action.ts";
import { dueDate } from "../../plan/due.ts";
import { isOwnRecord } from "../../rounds/own-record.ts";
import { responseId, responses } from "../../rounds/response.ts";
import type { Language, Say } from "../../text/text.ts";
import { shorten } from "../draw/shorten.ts";
import { valuesOf } from "../load-scene.ts";
import { openNewForm } from "../plan/action-form-turn.ts";
import { dueText } from "../plan/draw/action-forms.ts";
import { todayOf } from "../plan/tap-action.ts";
import type { Turn } from "../turn.ts";
import { type OwnAction, ownActionOf } from "./own-action.ts";

/** The form of a new action, filled in with one's own answer; it says that the team will see the action. Nothing is shared before its submit. */
export async function openOwnActionForm(turn: Turn, round: string): Promise<Outcome> {
  const { ports, incoming, directory, person } = turn;
  const response = await ports.store.get(responses, responseId(round, person._id));
  const flow = response && ports.flows.get(incoming.company, response.flow);
  const made = flow && ownActionOf(flow, valuesOf(response));
  if (!response || !made) return { kind: "taken", notice: turn.say("turn.oldButton") };
  // An own record belongs to no team: of several, the form asks whose plan the action goes into.
  const team = isOwnRecord(round) || !isMember(directory, response.team, person._id) ? undefined : response.team;
  const outcome = openNewForm(turn, team);
  if (outcome.kind !== "form") return outcome;
  const { say } = turn;
  return {
    kind: "form",
    form: filledIn(outcome.form, made, { me: person._id, language: person.language, today: todayOf(turn), say }),
  };
}

interface Known {
  readonly me: string;
  readonly language: Language;
  readonly today: string;
  readonly say: Say;
}

/** A form of a new action with what was answered: what, by when while that is still ahead, and oneself as its owner. */
export function filledIn(form: Form, { what, due }: OwnAction, { me, language, today, say }: Known): Form {
  const by = due !== null && dueDate(due) >= today ? dueText(due, language) : "";
  const filled = (field: Field): Field => {
    if (field.kind === "text" && field.id === "what") return { ...field, value: shorten(what, LONGEST.what) };
    if (field.kind === "text" && field.id === "due") return { ...field, value: by };
    return field.kind === "pick-many" && field.id === "owners" ? { ...field, values: [me] } : field;
  };
  return { ...form, intro: say("own.actionNote"), fields: form.fields.map(filled) };
}
