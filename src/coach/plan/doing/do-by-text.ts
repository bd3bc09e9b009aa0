import type { Outcome } from "../../../channels/channel.ts";
import type { AwaitedDetail } from "../../../conversations/conversation.ts";
import { LONGEST, type PlanAction } from "../../../plan/action.ts";
import * as decide from "../../../plan/decide.ts";
import type { Decision } from "../../../plan/decision.ts";
import { edit, move } from "../../../plan/edit.ts";
import { handedFrom } from "../../../plan/owners.ts";
import type { Response } from "../../../rounds/response.ts";
import type { Command } from "../../commands/read-command.ts";
import { converse, sentence } from "../../converse.ts";
import { personName } from "../../draw/naming.ts";
import { shorten } from "../../draw/shorten.ts";
import type { Tell } from "../../tell.ts";
import type { Said, Turn } from "../../turn.ts";
import { actionFor, changeByHand, refused } from "../change-by-hand.ts";
import { closedDueNotice } from "../closed-due.ts";
import { openHistory } from "../list-turn.ts";
import { readNote } from "../noting/read-note.ts";
import { hereIn } from "../plan-view.ts";
import { type Mistakes, readDeed } from "../read-action-form.ts";
import { todayOf } from "../tap-action.ts";
import { askDetail, awaitedDetail, takeDetail } from "./awaited-detail.ts";
import { knownFor, namedAction, teamsHere } from "./named-action.ts";
import type { Doing, Verb } from "./read-doing.ts";

const MOST_OFFERED = 5;
const MOST_NAMED = 6;
const QUOTED = 60;

/** "siirrä: hinnasto, 18.12.": what its card's buttons and forms do, in words. The card shows what became of it. */
export async function doByText(turn: Turn, doing: Doing): Promise<Outcome> {
  const named = await namedAction(turn, doing);
  switch (named.kind) {
    case "none":
      return sentence(turn, turn.say("plan.doing.none", { text: shorten(doing.text, QUOTED) }));
    case "several":
      return converse(turn, [
        ...strangerIn(turn, doing),
        { kind: "plan-which", actions: named.actions.slice(0, MOST_OFFERED) },
      ]);
    case "one":
      return doTo(turn, named.action, doing.verb, named.detail);
    default:
      return named satisfies never;
  }
}

async function doTo(turn: Turn, action: PlanAction, verb: Verb, detail: string): Promise<Outcome> {
  if (verb === "history") return openHistory(turn, action._id);
  if (verb === "reopen") return carriedOut(turn, action, { decide: decide.reopen });
  const wanted = wantedOf(turn, verb, action, detail);
  if (!("reason" in wanted)) return carriedOut(turn, action, wanted);
  if (!action.open) return noticed(turn, await refused(turn, action, {}, "closed"));
  return askDetail(turn, { verb, action: action._id }, wanted.reason);
}

/** To whom it is to be handed is nobody of the team: said before it is asked what was meant. */
function strangerIn(turn: Turn, { verb, text }: Doing): readonly Tell[] {
  const doubt = verb === "hand" ? readNote(text, knownFor(turn, teamsHere(turn))).doubt : undefined;
  return doubt?.kind === "stranger" ? [{ kind: "sentence", text: doubt.question }] : [];
}

/**
 * "Odotan kuvia", after "jumissa: hinnasto" and the question why. Undefined where nothing was asked, and where it is no answer to it: of what reads as no
 * day and as nobody's name it is not asked again.
 */
export async function detailSaid(turn: Said, focus: Response | undefined): Promise<Outcome | undefined> {
  const awaited = await awaitedDetail(turn, focus);
  if (!awaited) return undefined;
  const found = await actionFor(turn, awaited.action);
  if ("notice" in found) return undefined;
  const said = turn.incoming.text.trim();
  // Who and when are read from the end of a sentence, behind what is done.
  const detail = awaited.verb === "hand" || awaited.verb === "move" ? `…, ${said}` : said;
  const wanted = wantedOf(turn, awaited.verb, found.action, detail);
  if ("reason" in wanted) return undefined;
  await takeDetail(turn, awaited);
  return carriedOut(turn, found.action, wanted);
}

async function carriedOut(turn: Turn, { _id }: PlanAction, { decide: decided, notice: told }: Wish): Promise<Outcome> {
  return noticed(turn, await changeByHand(turn, _id, { post: true }, decided, told));
}

/** What a tap would only hear is said here. */
function noticed(turn: Turn, outcome: Outcome): Outcome | Promise<Outcome> {
  const notice = outcome.kind === "taken" ? outcome.notice : undefined;
  return notice === undefined ? outcome : sentence(turn, notice);
}

/** "Valmis: kaikki mitä luvattiin" names no action: while a question waits, it is somebody's answer. */
export async function namesNoAction(turn: Turn, command: Command): Promise<boolean> {
  if (command.kind !== "plan" || command.about.kind !== "do") return false;
  return (await namedAction(turn, command.about.doing)).kind === "none";
}

interface Wish {
  readonly decide: (action: PlanAction) => Decision;
  readonly notice?: string | undefined;
}
type Wanted = Wish | { readonly reason: string };

function wantedOf(turn: Turn, verb: AwaitedDetail["verb"], standing: PlanAction, detail: string): Wanted {
  const { say } = turn;
  const doing = { person: turn.person._id, now: turn.event.now };
  switch (verb) {
    case "take":
      return { decide: (action) => decide.take(action, doing, hereIn(turn.directory, action.team)) };
    case "not-mine":
      return { decide: (action) => decide.decline(action, doing) };
    case "done":
      return { decide: decide.finish };
    case "going":
      return { decide: decide.begin };
    case "unblock":
      return { decide: decide.unblock };
    case "wait":
      return { decide: decide.putOff };
    case "block":
    case "drop":
      if (detail === "") return { reason: say(`plan.doing.why.${verb}`, { what: shorten(standing.what, QUOTED) }) };
      if (detail.length > LONGEST.why) return { reason: say("turn.tooLong", { count: LONGEST.why }) };
      return {
        decide: (action) => (verb === "drop" ? decide.drop(action, detail) : decide.block(action, detail, doing)),
      };
    case "move":
      return moved(turn, standing, detail);
    case "hand":
      return handed(turn, standing, detail);
    case "deed":
      return deedNamed(turn, standing, detail);
    default:
      return verb satisfies never;
  }
}

function moved(turn: Turn, standing: PlanAction, detail: string): Wanted {
  const { due, doubt } = readNote(detail, knownFor(turn, [standing.team]));
  if (due === null) return { reason: doubt?.kind === "day" ? doubt.question : turn.say("plan.refused.due") };
  return {
    decide: (action) => move(action, due, { today: todayOf(turn) }),
    notice: closedDueNotice(turn, standing.team, due),
  };
}

function handed(turn: Turn, standing: PlanAction, detail: string): Wanted {
  const { owners, doubt } = readNote(detail, knownFor(turn, [standing.team]));
  const doing = { person: turn.person._id, now: turn.event.now };
  const [to, ...others] = owners;
  if (to === undefined) return { reason: doubt?.kind === "person" ? doubt.question : whoCanBe(turn, standing.team) };
  if (others.length > 0) return { decide: (action) => edit(action, {}, { wanted: owners, doing }) };
  const isHere = hereIn(turn.directory, standing.team);
  return { decide: (action) => decide.propose(action, to, handedFrom(action, doing.person, isHere), doing) };
}

/** Somebody of the team, with the names of who there is. */
function whoCanBe(turn: Turn, team: string): string {
  const { people } = knownFor(turn, [team]);
  const names = people.slice(0, MOST_NAMED).map(({ _id }) => personName(turn.directory, _id, turn.person.language));
  const all = people.length > names.length ? [...names, "…"] : names;
  return turn.say("plan.refused.personOf", { names: all.join(", ") });
}

function deedNamed(turn: Turn, standing: PlanAction, detail: string): Wanted {
  const { say, person } = turn;
  const { what, due, doubt } = readNote(detail, { ...knownFor(turn, []), people: [] });
  if (doubt?.kind === "day") return { reason: doubt.question };
  const mistakes: Mistakes = {};
  const values = { deed: what, deedOn: due?.kind === "day" ? due.on : "" };
  const known = { standing, today: todayOf(turn), language: person.language, say };
  const firstDeed = readDeed(values, known, mistakes, standing.due);
  const [mistake] = Object.values(mistakes);
  if (firstDeed === null) return { reason: mistake ?? say("plan.refused.deed") };
  return mistake === undefined ? { decide: (action) => edit(action, { firstDeed }) } : { reason: mistake };
}
