import { liftedSteps } from "../../../assessment/lift.ts";
import { isoDateIn } from "../../../calendar/iso-date.ts";
import { LIMITS } from "../../../message/limits.ts";
import type { Message, Option } from "../../../message/message.ts";
import type { PlanAction } from "../../../plan/action.ts";
import { proposedOf, takersOf } from "../../../plan/owners.ts";
import type { Round } from "../../../rounds/round.ts";
import { type Say, words } from "../../../text/text.ts";
import { dueWords, namesOf, standingWords } from "../../plan/draw/action-words.ts";
import { teamList } from "../../plan/draw/team-list.ts";
import { hereIn } from "../../plan/plan-view.ts";
import type { Listener } from "../../scene.ts";
import { button, choices, heading, messageOf, paragraph, quiet } from "../compose.ts";
import type { Lobby, RoundAtAGlance } from "../lobby.ts";
import { personName, teamName } from "../naming.ts";
import { inSentence, listed } from "../number-words.ts";
import { shorten, withoutStop } from "../shorten.ts";
import { day } from "../when.ts";
import { roundState } from "./round-state.ts";

/** The whole deed stands in the summary. */
const DEED_LENGTH = 160;

/** "Missä mennään": what the team lifts, who does what first, when it looks again, and what is open. It stays as it was told, so it says when that was. */
export function drawWhereWeAre(
  { newcomer }: { readonly newcomer?: true | undefined },
  lobby: Lobby,
  listener: Listener,
): Message | undefined {
  const { team, open = [] } = lobby;
  if (!team) return undefined;
  const { language } = listener;
  const say = words(language);
  const planned = planFacts(lobby, listener);
  const now = open.map((one) => ({ label: say("coach.openNow"), value: roundState(one, language) }));
  return messageOf(language, [
    newcomer && paragraph(say("coach.newcomer")),
    heading(say("coach.whereWeAre", { team: teamName(team) })),
    quiet(say("coach.asOf", { date: day(isoDateIn(lobby.now, listener.timeZone), listener, lobby.now) })),
    planned.length === 0 ? quiet(say("coach.nothingLifted")) : undefined,
    { kind: "facts", facts: [...planned, ...now] },
    choices([
      ...open.slice(0, LIMITS.actionsPerCard - 2).flatMap((one) => answerButton(one, say, listener) ?? []),
      planned.length === 0 && open.length === 0
        ? button(say("coach.button.topics"), { kind: "topics" }, { primary: true })
        : undefined,
      teamList(team._id, language),
    ]),
  ]);
}

/** What was agreed as the first deed, as its action stands now: moved, handed over, done. */
function deedNow(
  plan: NonNullable<Round["plan"]>,
  action: PlanAction | undefined,
  seen: Pick<Lobby, "directory" | "now">,
  listener: Listener,
): string {
  const { language } = listener;
  const say = words(language);
  const deed = withoutStop(shorten(action?.what ?? plan.deed, DEED_LENGTH));
  if (!action)
    return [deed, personName(seen.directory, plan.owner, language), day(plan.due, listener, seen.now)].join(", ");
  if (!action.open) {
    const takers = takersOf(action);
    const by = takers.length > 0 ? [namesOf(takers, seen, listener)] : [];
    return [deed, ...by, standingWords(action, seen, listener)].join(", ");
  }
  const here = hereIn(seen.directory, action.team);
  const takers = takersOf(action).filter(here);
  const people = takers.length > 0 ? takers : proposedOf(action).filter(here);
  const who = people.length > 0 ? namesOf(people, seen, listener) : say("plan.standing.untaken");
  return [deed, who, dueWords(action, seen, listener) ?? say("plan.noDate")].join(", ");
}

/** The three lines of what a team lifts: none before it has chosen. */
export function planFacts({ latest, directory, now }: Pick<Lobby, "latest" | "directory" | "now">, listener: Listener) {
  const plan = latest?.round.plan;
  if (!latest || !plan) return [];
  const { language } = listener;
  const say = words(language);
  const lifted = liftedSteps(latest.round, latest.flow).map(({ title }) => inSentence(title[language]));
  return [
    { label: say("coach.lifting"), value: listed(say, lifted) },
    { label: say("coach.firstDeed"), value: deedNow(plan, latest.deed, { directory, now }, listener) },
    { label: say("coach.lookAgain"), value: day(plan.lookAgain, listener, now) },
  ];
}

function answerButton(
  { round, flow, answered }: RoundAtAGlance,
  say: Say,
  { language, person }: Listener,
): Option | undefined {
  if (round.mode !== "each" || round.state !== "open" || answered) return undefined;
  if (person && !round.invited.includes(person._id)) return undefined;
  const label = `${say("coach.button.answer")}: ${flow.title[language]}`;
  return button(shorten(label, LIMITS.buttonLabel), { kind: "take-part", round: round._id });
}
